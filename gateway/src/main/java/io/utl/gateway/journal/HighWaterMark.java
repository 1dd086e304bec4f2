package io.utl.gateway.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * The last forced record of a journal, told beside it: what is at or below the mark must be readable for ever. Two
 * slots of 64 bytes at 0 and 512, written in turn, so that a torn write leaves the other one. Little endian.
 * <pre>
 *   0       8            16      24         32      36      40     48       52
 *   | magic | generation | epoch | sequence | index | flags | zero | CRC32C |
 * </pre>
 * The mark is written after the force it tells of, and forced itself at checkpoints: after a loss of power it may be
 * behind, never ahead.
 * <p>
 * Thread: the one that forces. Allocates: nothing after opening.
 */
public final class HighWaterMark implements AutoCloseable
{
    private static final long MAGIC = 0x314B52414D4C5455L;
    private static final int SLOT_LENGTH = 64;
    private static final int SLOT_DISTANCE = 512;
    private static final int CRC_OFFSET = 48;
    private static final int CLEAN = 1;

    /**
     * What a mark says.
     *
     * @param generation counts writes; the higher of two valid slots counts.
     * @param epoch      that was being written.
     * @param position   of the last forced record.
     * @param clean      true if the epoch was ended on purpose, drained.
     */
    public record State(long generation, long epoch, Position position, boolean clean)
    {
    }

    private final FileChannel channel;
    private final ByteBuffer slot = ByteBuffer.allocateDirect(SLOT_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
    private final CRC32C crc = new CRC32C();
    private long generation;

    private HighWaterMark(final FileChannel channel, final long generation)
    {
        this.channel = channel;
        this.generation = generation;
    }

    /** Opens the mark for writing, creating it when it is not there. */
    static HighWaterMark open(final Path file) throws IOException
    {
        final State state = read(file);
        final FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        return new HighWaterMark(channel, state == null ? 0 : state.generation());
    }

    /** What the file says, or null if it is absent or neither slot is whole. */
    public static State read(final Path file) throws IOException
    {
        if (!Files.exists(file))
        {
            return null;
        }
        final byte[] bytes = Files.readAllBytes(file);
        final State first = decode(bytes, 0);
        final State second = decode(bytes, SLOT_DISTANCE);
        if (first == null || second == null)
        {
            return first == null ? second : first;
        }
        return first.generation() > second.generation() ? first : second;
    }

    /** Writes the next slot. */
    void write(final long epoch, final long sequence, final int index, final boolean clean) throws IOException
    {
        generation++;
        slot.clear();
        slot.putLong(0, MAGIC).putLong(8, generation).putLong(16, epoch).putLong(24, sequence).putInt(32, index)
            .putInt(36, clean ? CLEAN : 0).putLong(40, 0L).putInt(CRC_OFFSET, 0).putInt(52, 0).putLong(56, 0L);
        slot.limit(CRC_OFFSET);
        crc.reset();
        crc.update(slot);
        slot.clear();
        slot.putInt(CRC_OFFSET, (int)crc.getValue());
        long position = (generation & 1) * SLOT_DISTANCE;
        while (slot.hasRemaining())
        {
            position += channel.write(slot, position);
        }
    }

    void force(final Disk disk) throws IOException
    {
        disk.force(channel);
    }

    @Override
    public void close() throws IOException
    {
        channel.close();
    }

    private static State decode(final byte[] bytes, final int offset)
    {
        if (bytes.length < offset + SLOT_LENGTH)
        {
            return null;
        }
        final ByteBuffer view = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        final CRC32C check = new CRC32C();
        check.update(bytes, offset, CRC_OFFSET);
        if (view.getLong(offset) != MAGIC || view.getInt(offset + CRC_OFFSET) != (int)check.getValue())
        {
            return null;
        }
        return new State(view.getLong(offset + 8), view.getLong(offset + 16),
            new Position(view.getLong(offset + 24), view.getInt(offset + 32)),
            (view.getInt(offset + 36) & CLEAN) != 0);
    }
}
