package io.utl.gateway.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/**
 * One process per data directory: an exclusive lock on {@code lock}, whose text names the holder. The operating system
 * releases it when the process ends, however it ends. Readers take no lock; they look whether someone holds it.
 */
public final class DirectoryLock implements AutoCloseable
{
    private final FileChannel channel;
    private final FileLock lock;

    private DirectoryLock(final FileChannel channel, final FileLock lock)
    {
        this.channel = channel;
        this.lock = lock;
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
        final Path file = directory.lock();
        final FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
            StandardOpenOption.WRITE);
        FileLock lock = null;
        try
        {
            lock = channel.tryLock();
            if (lock != null)
            {
                final byte[] text = ("pid=" + ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII);
                channel.truncate(0);
                channel.write(ByteBuffer.wrap(text), 0);
                return new DirectoryLock(channel, lock);
            }
        }
        catch (final OverlappingFileLockException e)
        {
            throw new DirectoryInUseException(directory.root(), holder(file), e);
        }
        finally
        {
            if (lock == null)
            {
                channel.close();
            }
        }
        throw new DirectoryInUseException(directory.root(), holder(file), null);
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
            final String holder = " " + holder(file) + " ";
            return Files.readAllLines(Path.of("/proc/locks")).stream().anyMatch(line -> line.contains("WRITE") &&
                (line.contains(name) || line.contains(":" + inode + " ") && line.contains(holder)));
        }
        catch (final IOException | UnsupportedOperationException | IllegalArgumentException e)
        {
            return holderLives(file);
        }
    }

    private static boolean holderLives(final Path file)
    {
        final String text = holder(file);
        return text.matches("[0-9]+") && ProcessHandle.of(Long.parseLong(text)).filter(ProcessHandle::isAlive).isPresent();
    }

    private static String holder(final Path file)
    {
        try
        {
            final String text = Files.readString(file, StandardCharsets.US_ASCII).trim();
            return text.startsWith("pid=") ? text.substring(4) : "unknown";
        }
        catch (final IOException e)
        {
            return "unknown";
        }
    }

    @Override
    public void close() throws IOException
    {
        lock.release();
        channel.close();
    }
}
