package io.utl.gateway.fix;

import java.net.URL;
import java.security.CodeSource;
import quickfix.ConfigError;
import quickfix.DataDictionary;
import quickfix.FieldNotFound;
import quickfix.IncorrectDataFormat;
import quickfix.IncorrectTagValue;
import quickfix.InvalidMessage;
import quickfix.Message;

/**
 * The unchanged FIX44.xml of the QuickFIX/J jar. QuickFIX/J would otherwise look for a file of that name in the working
 * directory first; a dictionary from anywhere but the jar is never read.
 * <p>
 * Thread: built by one, then read by any.
 */
public final class FixDictionary
{
    private static final String NAME = "FIX44.xml";
    private static final String[] WARM_BODIES = {
        "35=D|11=w|55=W|54=1|60=T|38=1|40=2|44=1|59=1|", "35=F|41=w|11=x|55=W|54=1|60=T|",
        "35=G|41=w|11=x|55=W|54=1|60=T|38=1|40=2|44=1|", "35=H|11=w|55=W|54=1|", "35=q|11=w|530=7|60=T|",
        "35=8|37=1|17=1|150=F|39=2|55=W|54=1|31=1|32=1|151=0|14=1|6=1|136=1|137=1|138=W|139=4|"};

    private final DataDictionary dictionary;
    private final String location;

    private FixDictionary(final DataDictionary dictionary, final String location)
    {
        this.dictionary = dictionary;
        this.location = location;
    }

    /** Reads the dictionary and runs one message of each kind through it, so that the first client does not wait. */
    public static FixDictionary load()
    {
        final String location = locate();
        try
        {
            final FixDictionary loaded = new FixDictionary(new DataDictionary(location), location);
            loaded.warm();
            return loaded;
        }
        catch (final ConfigError e)
        {
            throw new IllegalStateException("FIX dictionary " + location + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The address of the dictionary inside the jar, for the setting DataDictionary. */
    public String location()
    {
        return location;
    }

    /** {@code Price(44)}; {@code tag(9999)} for one that FIX 4.4 does not know. */
    public String label(final int tag)
    {
        final String name = dictionary.getFieldName(tag);
        return (name == null ? "tag" : name) + "(" + tag + ")";
    }

    private static String locate()
    {
        final CodeSource source = DataDictionary.class.getProtectionDomain().getCodeSource();
        final URL home = source == null ? null : source.getLocation();
        if (home == null)
        {
            throw new IllegalStateException("FIX dictionary: the place of the QuickFIX/J classes is unknown; " +
                "start from the built jar");
        }
        final String base = home.toString();
        return base.endsWith("/") ? base + NAME : "jar:" + base + "!/" + NAME;
    }

    private void warm()
    {
        for (final String body : WARM_BODIES)
        {
            final String type = body.substring(0, body.indexOf('|') + 1);
            final String rest = body.substring(type.length());
            final String time = "20260101-00:00:00.000000";
            final String middle = (type + "34=1|49=W|52=" + time + "|56=W|" + rest.replace("=T|", "=" + time + "|"))
                .replace('|', '\001');
            final String head = "8=FIX.4.4\0019=" + middle.length() + "\001" + middle;
            int sum = 0;
            for (int i = 0; i < head.length(); i++)
            {
                sum += head.charAt(i);
            }
            final String tail = Integer.toString(1_000 + sum % 256).substring(1);
            try
            {
                dictionary.validate(new Message(head + "10=" + tail + "\001", dictionary, true));
            }
            catch (final InvalidMessage | FieldNotFound | IncorrectTagValue | IncorrectDataFormat e)
            {
                throw new IllegalStateException("FIX dictionary " + location + " refuses our own messages: " + body, e);
            }
        }
    }
}
