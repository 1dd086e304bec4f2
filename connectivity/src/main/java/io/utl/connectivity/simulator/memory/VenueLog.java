package io.utl.connectivity.simulator.memory;

import io.utl.codecs.amount.Amount;
import io.utl.connectivity.simulator.match.MatchingEngine.FirstIds;
import io.utl.connectivity.simulator.match.MemoryReplay;
import io.utl.connectivity.simulator.match.VenueMemory;
import io.utl.connectivity.simulator.match.VenueOrder;
import io.utl.connectivity.simulator.match.VenueTrade;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * The file {@code venue/orders.log}: records that are only ever appended.
 * <pre>
 *   0         4         8               16
 *   | length  | CRC32C  | record number | payload … |     big endian; CRC over number and payload
 * </pre>
 * A record cut short by a crash is taken off at the next start, kept beside the file, and reported. A bad record with
 * more behind it is corruption: the start is refused. Thread: matching, after {@link #open}. Durability: handed to the
 * operating system by {@link #flush()}, so it outlives the process; forced to the disk only if asked for.
 */
public final class VenueLog implements VenueMemory, AutoCloseable
{
    private static final int PREFIX = 16;
    private static final int LARGEST = 1 << 16;
    /** A crash cuts off one write; more than this behind a bad length is no torn tail. */
    private static final int LARGEST_TAIL = 1 << 20;
    /** Ids skipped after a cut tail, which may have held ids that somebody saw. */
    private static final long JUMP = 1 << 20;

    private final Path file;
    private final FileChannel channel;
    private final boolean force;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream(1024);
    private final RecordCodec.Ids ids = new RecordCodec.Ids();
    private long records;
    private long goodBytes;
    private long cutBytes;

    private VenueLog(final Path file, final FileChannel channel, final boolean force)
    {
        this.file = file;
        this.channel = channel;
        this.force = force;
    }

    /**
     * Opens the memory below {@code directory}, which is created, and takes it for this process.
     *
     * @throws VenueMemoryException if it is corrupt, in use or unreadable.
     */
    public static VenueLog open(final Path directory, final boolean force)
    {
        final Path file = directory.resolve("orders.log");
        try
        {
            Files.createDirectories(directory);
            final FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try
            {
                if (channel.tryLock() == null)
                {
                    throw new VenueMemoryException("venue memory " + file + " is in use by another process; stop it");
                }
                final VenueLog log = new VenueLog(file, channel, force);
                log.scan(null);
                log.cutTail();
                return log;
            }
            catch (final IOException | RuntimeException e)
            {
                channel.close();
                throw e;
            }
        }
        catch (final OverlappingFileLockException e)
        {
            throw new VenueMemoryException("venue memory " + file + " is in use by this process already", e);
        }
        catch (final IOException e)
        {
            throw new VenueMemoryException("venue memory " + file + " cannot be opened: " + e, e);
        }
    }

    /** First ids that were never given out here. */
    public FirstIds firstIds()
    {
        return new FirstIds(ids.orderId + 1, ids.tradeId + 1, records + 1);
    }

    /** Bytes that the start had to cut off; 0 after a clean end. */
    public long cutBytes()
    {
        return cutBytes;
    }

    /** Number of the newest record. */
    public long records()
    {
        return records;
    }

    /** Tells every record to {@code replay}, oldest first. */
    public void replay(final MemoryReplay replay)
    {
        try
        {
            records = 0;
            scan(replay);
            channel.position(goodBytes);
        }
        catch (final IOException e)
        {
            throw new VenueMemoryException("venue memory " + file + " cannot be read: " + e, e);
        }
    }

    private void scan(final MemoryReplay replay) throws IOException
    {
        final ByteBuffer prefix = ByteBuffer.allocate(PREFIX);
        final long size = channel.size();
        long at = 0;
        while (at + PREFIX <= size)
        {
            prefix.clear();
            read(prefix, at);
            prefix.flip();
            final int length = prefix.getInt();
            final int crc = prefix.getInt();
            final long number = prefix.getLong();
            final long end = at + PREFIX + length;
            if (length <= 0 || length > LARGEST || end > size)
            {
                if (size - at > LARGEST_TAIL)
                {
                    throw corrupt(at);
                }
                break;
            }
            final ByteBuffer payload = ByteBuffer.allocate(length);
            read(payload, at + PREFIX);
            if (crc(number, payload.array()) != crc || number <= records)
            {
                if (end < size)
                {
                    throw corrupt(at);
                }
                break;
            }
            RecordCodec.read(payload.array(), ids, replay);
            records = number;
            at = end;
        }
        goodBytes = at;
    }

    private CorruptVenueMemoryException corrupt(final long at)
    {
        return new CorruptVenueMemoryException("venue memory " + file + " is corrupt behind record " + records +
            ", at byte " + at + ", with more behind it; restore the file or start in an empty data directory");
    }

    private void read(final ByteBuffer into, final long at) throws IOException
    {
        while (into.hasRemaining())
        {
            if (channel.read(into, at + into.position()) < 0)
            {
                throw new IOException("ends at byte " + (at + into.position()));
            }
        }
    }

    private void cutTail() throws IOException
    {
        cutBytes = channel.size() - goodBytes;
        if (cutBytes > 0)
        {
            final ByteBuffer tail = ByteBuffer.allocate((int)Math.min(cutBytes, LARGEST));
            read(tail, goodBytes);
            Files.write(file.resolveSibling("orders.log.cut-" + goodBytes), tail.array());
            channel.truncate(goodBytes);
            channel.position(goodBytes);
            records += JUMP;
            ids.orderId += JUMP;
            ids.tradeId += JUMP;
            append(out -> RecordCodec.skipped(out, ids.orderId, ids.tradeId));
            flush();
        }
        channel.position(channel.size());
    }

    private static int crc(final long number, final byte[] payload)
    {
        final CRC32C crc = new CRC32C();
        crc.update(ByteBuffer.allocate(Long.BYTES).putLong(number).flip());
        crc.update(payload, 0, payload.length);
        return (int)crc.getValue();
    }

    /** Writes the fields of one record. */
    private interface Payload
    {
        void write(DataOutputStream out) throws IOException;
    }

    private long append(final Payload fields)
    {
        try
        {
            final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
            fields.write(new DataOutputStream(bytes));
            final byte[] payload = bytes.toByteArray();
            final long number = ++records;
            pending.writeBytes(ByteBuffer.allocate(PREFIX).putInt(payload.length).putInt(crc(number, payload))
                .putLong(number).array());
            pending.writeBytes(payload);
            return number;
        }
        catch (final IOException e)
        {
            throw new VenueMemoryException("a record of venue memory " + file + " cannot be formed: " + e, e);
        }
    }

    @Override
    public long accepted(final VenueOrder order)
    {
        return append(out -> RecordCodec.accepted(out, order));
    }

    @Override
    public long filled(final VenueTrade trade)
    {
        return append(out -> RecordCodec.filled(out, trade));
    }

    @Override
    public long closed(final VenueOrder order)
    {
        return append(out -> RecordCodec.closed(out, order));
    }

    @Override
    public long amended(final VenueOrder order, final Amount quantity)
    {
        return append(out -> RecordCodec.amended(out, order, quantity));
    }

    @Override
    public void flush()
    {
        if (pending.size() == 0)
        {
            return;
        }
        final ByteBuffer bytes = ByteBuffer.wrap(pending.toByteArray());
        pending.reset();
        try
        {
            while (bytes.hasRemaining())
            {
                channel.write(bytes);
            }
            if (force)
            {
                channel.force(false);
            }
        }
        catch (final IOException e)
        {
            throw new VenueMemoryException("venue memory " + file + " cannot be written: " + e, e);
        }
    }

    @Override
    public void close()
    {
        try
        {
            flush();
            channel.force(false);
            channel.close();
        }
        catch (final IOException e)
        {
            throw new VenueMemoryException("venue memory " + file + " cannot be closed: " + e, e);
        }
    }
}
