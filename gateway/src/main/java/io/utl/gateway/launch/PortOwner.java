package io.utl.gateway.launch;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Who listens on a TCP port, as Linux tells it under /proc; elsewhere, or without the right to look, nobody is named.
 * <p>
 * Thread: any. Allocates: only when a port was taken.
 */
final class PortOwner
{
    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;
    private static final String LISTEN = "0A";

    private PortOwner()
    {
    }

    /** "process 4711 (java)", or "another process" when it cannot be told. */
    static String of(final int port)
    {
        return of(port, Path.of("/proc"));
    }

    static String of(final int port, final Path proc)
    {
        final Set<String> sockets = new HashSet<>();
        for (final String table : List.of("net/tcp", "net/tcp6"))
        {
            sockets.addAll(listening(proc.resolve(table), port));
        }
        if (!sockets.isEmpty())
        {
            try (DirectoryStream<Path> processes = Files.newDirectoryStream(proc, "[0-9]*"))
            {
                for (final Path process : processes)
                {
                    if (holds(process, sockets))
                    {
                        return "process " + process.getFileName() + " (" + name(process) + ")";
                    }
                }
            }
            catch (final IOException e)
            {
                return "another process (not visible: " + e.getMessage() + ")";
            }
        }
        return "another process";
    }

    private static Set<String> listening(final Path table, final int port)
    {
        final Set<String> sockets = new HashSet<>();
        try
        {
            for (final String line : Files.readAllLines(table))
            {
                final String[] fields = line.trim().split("\\s+");
                if (fields.length > INODE && LISTEN.equals(fields[STATE]) &&
                    fields[LOCAL_ADDRESS].endsWith(String.format(":%04X", port)))
                {
                    sockets.add("socket:[" + fields[INODE] + "]");
                }
            }
        }
        catch (final IOException e)
        {
            return Set.of();
        }
        return sockets;
    }

    private static boolean holds(final Path process, final Set<String> sockets)
    {
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(process.resolve("fd")))
        {
            for (final Path descriptor : descriptors)
            {
                if (Files.isSymbolicLink(descriptor) &&
                    sockets.contains(Files.readSymbolicLink(descriptor).toString()))
                {
                    return true;
                }
            }
        }
        catch (final IOException e)
        {
            // Another user's process, or one that has just ended: it cannot be told.
            return false;
        }
        return false;
    }

    private static String name(final Path process)
    {
        try
        {
            return Files.readString(process.resolve("comm")).trim();
        }
        catch (final IOException e)
        {
            return "name unknown";
        }
    }
}
