package io.utl.gateway.journal;

import io.utl.codecs.frame.StateMachine;
import io.utl.codecs.sbe.MessageHeaderDecoder;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Snapshots below {@code snapshots/}: one file for one sequence, written aside, forced, then renamed, so that a file of
 * that name is always whole. Little endian.
 * <pre>
 *   0       8        12          16        20      24         32       40        48      64
 *   | magic | format | schema id | version | zeros | sequence | digest | records | zeros |
 *   for each record: length i32, SBE header and message; at the end CRC32C i32 over all before it.
 * </pre>
 * A snapshot that does not read back to its own digest is passed over for an older one: the journal can always stand
 * in.
 * Thread: the one that owns the machine.
 */
public final class SnapshotStore
{
    private static final long MAGIC = 0x31504E534C5455L;
    private static final int FORMAT = 1;
    private static final int HEADER_LENGTH = 64;
    private static final String SUFFIX = ".snap";

    private final Path folder;
    private final Disk disk;

    public SnapshotStore(final JournalDirectory directory, final Disk disk)
    {
        folder = directory.snapshots();
        this.disk = disk;
    }

    /** Writes the machine's state as it is now; returns the file. */
    public Path write(final StateMachine machine)
    {
        final long sequence = machine.lastSequence();
        final Path file = file(sequence);
        final Path aside = folder.resolve(file.getFileName() + ".part");
        try
        {
            Files.createDirectories(folder);
            try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE))
            {
                writeTo(channel, machine);
                disk.force(channel);
            }
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            disk.forceDirectory(folder);
            return file;
        }
        catch (final IOException | UncheckedIOException e)
        {
            throw new JournalFailure("snapshot " + file + " was not written: " + e.getMessage(), e);
        }
    }

    private static void writeTo(final FileChannel channel, final StateMachine machine) throws IOException
    {
        final long[] records = {0};
        machine.writeSnapshot((buffer, offset, length) -> records[0]++);
        final ByteBuffer header = ByteBuffer.allocate(HEADER_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        header.putLong(MAGIC).putInt(FORMAT).putInt(MessageHeaderDecoder.SCHEMA_ID)
            .putInt(MessageHeaderDecoder.SCHEMA_VERSION).putInt(0).putLong(machine.lastSequence())
            .putLong(machine.digest()).putLong(records[0]);
        final CRC32C crc = new CRC32C();
        final OutputStream raw = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
        final DataOutputStream out = new DataOutputStream(new CheckedOutputStream(raw, crc));
        out.write(header.array());
        machine.writeSnapshot((buffer, offset, length) ->
        {
            final byte[] bytes = new byte[length];
            buffer.getBytes(offset, bytes);
            try
            {
                out.writeInt(Integer.reverseBytes(length));
                out.write(bytes);
            }
            catch (final IOException e)
            {
                throw new UncheckedIOException(e);
            }
        });
        out.writeInt(Integer.reverseBytes((int)crc.getValue()));
        out.flush();
    }

    /** Sequences that have a snapshot file, newest first; whether a file is good is found out by loading it. */
    public List<Long> sequences()
    {
        if (!Files.isDirectory(folder))
        {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder))
        {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.matches("[0-9]{19}\\.snap"))
                .map(name -> Long.valueOf(name.substring(0, name.length() - SUFFIX.length())))
                .sorted(Comparator.reverseOrder()).toList();
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    /**
     * Sets snapshots of lost commands aside: later commands will carry their sequences again.
     *
     * @return how many there were.
     */
    int setAsideAfter(final long sequence)
    {
        int count = 0;
        for (final long later : sequences())
        {
            if (later > sequence)
            {
                final Path file = file(later);
                try
                {
                    Files.move(file, folder.resolve(file.getFileName() + ".void"), StandardCopyOption.REPLACE_EXISTING);
                    disk.forceDirectory(folder);
                }
                catch (final IOException e)
                {
                    throw new JournalFailure("cannot set " + file + " aside: " + e.getMessage(), e);
                }
                count++;
            }
        }
        return count;
    }

    private Path file(final long sequence)
    {
        return folder.resolve(String.format(Locale.ROOT, "%019d%s", sequence, SUFFIX));
    }

    /**
     * Loads one snapshot into a machine that has applied nothing.
     *
     * @return empty if the machine now is what the snapshot says; else why the snapshot is bad, and the machine must be
     *         thrown away.
     */
    public String load(final long sequence, final StateMachine machine)
    {
        final Path file = file(sequence);
        try
        {
            return load(ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN), sequence, machine);
        }
        catch (final IOException | RuntimeException e)
        {
            return file + ": " + e;
        }
    }

    private static String load(final ByteBuffer bytes, final long sequence, final StateMachine machine)
    {
        final int end = bytes.capacity() - Integer.BYTES;
        if (end < HEADER_LENGTH)
        {
            return "file of " + bytes.capacity() + " bytes is too short";
        }
        final CRC32C crc = new CRC32C();
        crc.update(bytes.array(), 0, end);
        if ((int)crc.getValue() != bytes.getInt(end))
        {
            return "checksum does not fit";
        }
        final int schemaVersion = bytes.getInt(16);
        if (bytes.getLong(0) != MAGIC || bytes.getInt(8) != FORMAT ||
            bytes.getInt(12) != MessageHeaderDecoder.SCHEMA_ID || schemaVersion > MessageHeaderDecoder.SCHEMA_VERSION)
        {
            return "written by another version: format " + bytes.getInt(8) + ", schema " + bytes.getInt(12) +
                " version " + schemaVersion;
        }
        if (bytes.getLong(24) != sequence)
        {
            return "it says seq=" + bytes.getLong(24);
        }
        final UnsafeBuffer buffer = new UnsafeBuffer(bytes);
        long records = 0;
        int at = HEADER_LENGTH;
        while (at < end)
        {
            final int length = bytes.getInt(at);
            machine.loadRecord(buffer, at + Integer.BYTES, length);
            at += Integer.BYTES + length;
            records++;
        }
        if (records != bytes.getLong(40) || machine.lastSequence() != sequence ||
            machine.digest() != bytes.getLong(32))
        {
            return "it holds " + records + " records, seq=" + machine.lastSequence() + ", digest " +
                Long.toHexString(machine.digest()) + "; its header says " + bytes.getLong(40) + ", seq=" + sequence +
                ", digest " + Long.toHexString(bytes.getLong(32));
        }
        return "";
    }
}
