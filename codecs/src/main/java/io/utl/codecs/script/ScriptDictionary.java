package io.utl.codecs.script;

import uk.co.real_logic.sbe.ir.Ir;
import uk.co.real_logic.sbe.ir.Token;
import uk.co.real_logic.sbe.xml.IrGenerator;
import uk.co.real_logic.sbe.xml.ParserOptions;
import uk.co.real_logic.sbe.xml.XmlSchemaParser;

import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The schema, read once from the class path: messages by verb and by template id.
 * <p>
 * Thread: any; unchangeable. Loading takes some 100 ms, at first use.
 */
final class ScriptDictionary
{
    private static final String RESOURCE = "/sbe/utl-schema.xml";
    private static final ScriptDictionary INSTANCE = load();

    private final int schemaId;
    private final int version;
    private final Map<String, MessageForm> byVerb = new TreeMap<>();
    private final Map<Integer, MessageForm> byId = new TreeMap<>();

    private ScriptDictionary(final Ir ir)
    {
        schemaId = ir.id();
        version = ir.version();
        for (final List<Token> tokens : ir.messages())
        {
            final MessageForm form = FormBuilder.build(tokens);
            byId.put(form.id(), form);
            final MessageForm other = byVerb.put(form.verb(), form);
            if (other != null)
            {
                throw new ScriptException("schema: verb '" + form.verb() + "' belongs to " + other.name() + " and to " +
                    form.name() + "; give each message its own semanticType");
            }
        }
    }

    static ScriptDictionary get()
    {
        return INSTANCE;
    }

    int schemaId()
    {
        return schemaId;
    }

    int version()
    {
        return version;
    }

    Collection<MessageForm> messages()
    {
        return byId.values();
    }

    /** @throws ScriptException if there is no such verb; it lists those that exist. */
    MessageForm byVerb(final String verb)
    {
        final MessageForm form = byVerb.get(verb);
        if (form == null)
        {
            throw new ScriptException("'" + verb + "' is no verb; verbs are: " + String.join(", ", byVerb.keySet()));
        }
        return form;
    }

    /** @throws ScriptException if there is no such template. */
    MessageForm byId(final int templateId)
    {
        final MessageForm form = byId.get(templateId);
        if (form == null)
        {
            throw new ScriptException("template " + templateId + " is not in schema " + schemaId + " version " +
                version + "; was this written by a newer build?");
        }
        return form;
    }

    private static ScriptDictionary load()
    {
        try (InputStream in = ScriptDictionary.class.getResourceAsStream(RESOURCE))
        {
            if (in == null)
            {
                throw new IllegalStateException("schema " + RESOURCE + " is not on the class path; build codecs again");
            }
            final ParserOptions options = ParserOptions.builder().stopOnError(true).build();
            return new ScriptDictionary(new IrGenerator().generate(XmlSchemaParser.parse(in, options)));
        }
        catch (final RuntimeException e)
        {
            throw e;
        }
        catch (final Exception e)
        {
            throw new IllegalStateException("schema " + RESOURCE + " cannot be read: " + e.getMessage(), e);
        }
    }
}
