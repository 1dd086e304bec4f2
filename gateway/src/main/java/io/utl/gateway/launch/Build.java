package io.utl.gateway.launch;

import io.utl.codecs.sbe.MessageHeaderDecoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/**
 * What this build says of itself: version, commit and schema, read from the jar's manifest. Run from classes that are
 * in no jar, it says {@code dev} and {@code unknown}.
 * <p>
 * Thread: any. Allocates: on load only.
 */
public final class Build
{
    private static final Attributes MANIFEST = manifest();

    private Build()
    {
    }

    /** The version, 0.1.0 or 0.1.0-SNAPSHOT. */
    public static String version()
    {
        return value("Implementation-Version", "dev");
    }

    /** The commit the launcher built, 12 hex digits, or {@code unknown}. */
    public static String commit()
    {
        return value("UTL-Commit", "unknown");
    }

    /** Number and version of the inner schema, as "1:1". */
    public static String schema()
    {
        return MessageHeaderDecoder.SCHEMA_ID + ":" + MessageHeaderDecoder.SCHEMA_VERSION;
    }

    /** Java that runs us: version and vendor. */
    public static String java()
    {
        return System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")";
    }

    private static String value(final String name, final String absent)
    {
        final String found = MANIFEST.getValue(name);
        return found == null || found.isEmpty() ? absent : found;
    }

    private static Attributes manifest()
    {
        final URL here = Build.class.getResource("Build.class");
        try
        {
            final Manifest manifest = here.openConnection() instanceof JarURLConnection jar ? jar.getManifest() : null;
            return manifest == null ? new Attributes() : manifest.getMainAttributes();
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException("the jar that holds " + here + " cannot be read", e);
        }
    }
}
