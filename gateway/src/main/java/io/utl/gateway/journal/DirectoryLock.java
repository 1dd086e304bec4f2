package io.utl.gateway.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One process per data directory: an exclusive lock on {@code lock}; {@code owner} beside it names the holder. The
 * operating system releases the lock when the process ends, however it ends. Readers take no lock; they look whether
 * someone holds it.
 * <p>
 * A process that closes any channel on a locked file loses its lock on it. So the lock file is opened once, never to be
 * read, and a second try in one process is refused before it is opened. Thread: any.
 */
public final class DirectoryLock implements AutoCloseable
{
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path name;
    private final FileChannel channel;

    private DirectoryLock(final Path name, final FileChannel channel)
    {
        this.name = name;
        this.channel = channel;
    }

    /**
     * Locks the directory, creating it when it is not there.
     *
     * @throws DirectoryInUseException if another process, or this one, holds it.
     * @throws IOException             if the directory cannot be written.
     */
    public static DirectoryLock acquire(final JournalDirectory directory) throws IOException
    {
        Files.createDirectories(directory.root());
        final Path name = directory.root().toRealPath();
        if (!HELD_HERE.add(name))
        {
            throw new DirectoryInUseException(directory.root(), holder(directory));
        }
        FileChannel channel = null;
        boolean held = false;
        try
        {
            channel = FileChannel.open(directory.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            held = channel.tryLock() != null;
            if (!held)
            {
                throw new DirectoryInUseException(directory.root(), holder(directory));
            }
            Files.writeString(directory.owner(), "pid=" + ProcessHandle.current().pid() + "\n");
            return new DirectoryLock(name, channel);
        }
        finally
        {
            if (!held)
            {
                HELD_HERE.remove(name);
                if (channel != null)
                {
                    channel.close();
                }
            }
        }
    }

    /** True if some process holds the lock now. Takes nothing, changes nothing. */
    public static boolean isHeld(final JournalDirectory directory)
    {
        final Path file = directory.lock();
        try
        {
            if (!Files.exists(file))
            {
                return false;
            }
            final Object inode = Files.getAttribute(file, "unix:ino");
            final long device = ((Number)Files.getAttribute(file, "unix:dev")).longValue();
            final long major = device >>> 8 & 0xFFF;
            final long minor = device & 0xFF | device >>> 12 & 0xFFF00;
            final String name = String.format(Locale.ROOT, " %02x:%02x:%s ", major, minor, inode);
            // Some file systems show another device here: then inode and holder together name the lock.
            final String holder = " " + holder(directory) + " ";
            return Files.readAllLines(Path.of("/proc/locks")).stream().anyMatch(line -> line.contains("WRITE") &&
                (line.contains(name) || line.contains(":" + inode + " ") && line.contains(holder)));
        }
        catch (final IOException | UnsupportedOperationException | IllegalArgumentException e)
        {
            return holderLives(holder(directory));
        }
    }

    private static boolean holderLives(final String pid)
    {
        return pid.matches("[0-9]+") &&
            ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive).isPresent();
    }

    private static String holder(final JournalDirectory directory)
    {
        try
        {
            final String text = Files.readString(directory.owner()).trim();
            return text.startsWith("pid=") ? text.substring(4) : "unknown";
        }
        catch (final IOException e)
        {
            return "unknown";
        }
    }

    /** Gives the directory back. */
    @Override
    public void close() throws IOException
    {
        HELD_HERE.remove(name);
        channel.close();
    }
}
