package io.utl.gateway.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Name of the machine's present run: it differs after each loss of power or reboot. */
final class BootId
{
    private static final Path FILE = Path.of("/proc/sys/kernel/random/boot_id");

    private BootId()
    {
    }

    /**
     * The boot id, or "unknown", which never equals another: then each unclean start counts as one after a power
     * loss.
     */
    public static String read()
    {
        try
        {
            return Files.readString(FILE).trim();
        }
        catch (final IOException e)
        {
            return "unknown";
        }
    }

    static boolean same(final String then, final String now)
    {
        return then.equals(now) && !"unknown".equals(now);
    }
}
