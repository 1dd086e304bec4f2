package io.utl.gateway.journal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;
import org.agrona.MutableDirectBuffer;

/**
 * The prefix of one journal record, before the frame. Little endian.
 * <pre>
 *   0       2        3      4         8            16
 *   | magic | format | kind | CRC32C  | spare zeros | frame: length i32 ...
 * </pre>
 * The checksum covers prefix (its own field as zero) and frame and is seeded with the checksum of the record before, so
 * that a lost, swapped, doubled or flipped record does not fit. The frame tells its own length, sequence and time.
 * <p>
 * Thread: one at a time. Allocates: nothing after construction.
 */
final class RecordFlyweight
{
    /** "UT" in ASCII. */
    public static final int MAGIC = 0x5554;
    /** The one format this build writes and reads. */
    public static final int FORMAT = 1;
    /** Bytes before the frame. */
    public static final int PREFIX_LENGTH = 16;
    /** Largest record: prefix and largest frame. */
    public static final int MAX_LENGTH = PREFIX_LENGTH + 4096;

    private static final int FORMAT_OFFSET = 2;
    private static final int KIND_OFFSET = 3;
    private static final int CRC_OFFSET = 4;
    private static final int SPARE_OFFSET = 8;

    private final CRC32C crc = new CRC32C();
    private final byte[] lead = new byte[12];
    private final ByteBuffer leadView = ByteBuffer.wrap(lead).order(ByteOrder.LITTLE_ENDIAN);

    /** Writes a prefix whose checksum field is zero. */
    static void writePrefix(final MutableDirectBuffer buffer, final int offset, final RecordKind kind)
    {
        buffer.putShort(offset, (short)MAGIC);
        buffer.putByte(offset + FORMAT_OFFSET, (byte)FORMAT);
        buffer.putByte(offset + KIND_OFFSET, (byte)kind.code());
        buffer.putInt(offset + CRC_OFFSET, 0);
        buffer.putLong(offset + SPARE_OFFSET, 0L);
    }

    static int magic(final MutableDirectBuffer buffer, final int offset)
    {
        return buffer.getShort(offset) & 0xFFFF;
    }

    static int format(final MutableDirectBuffer buffer, final int offset)
    {
        return buffer.getByte(offset + FORMAT_OFFSET) & 0xFF;
    }

    static int kindCode(final MutableDirectBuffer buffer, final int offset)
    {
        return buffer.getByte(offset + KIND_OFFSET) & 0xFF;
    }

    static int crc(final MutableDirectBuffer buffer, final int offset)
    {
        return buffer.getInt(offset + CRC_OFFSET);
    }

    static void crc(final MutableDirectBuffer buffer, final int offset, final int value)
    {
        buffer.putInt(offset + CRC_OFFSET, value);
    }

    /**
     * Checksum that the record at {@code offset} should carry.
     *
     * @param previousCrc of the record before; 0 before the very first.
     * @param bytes       view over the same memory as the record; its position and limit are moved.
     * @param length      of prefix and frame.
     */
    int checksum(final int previousCrc, final ByteBuffer bytes, final int offset, final int length)
    {
        leadView.putInt(0, previousCrc);
        lead[4] = bytes.get(offset);
        lead[5] = bytes.get(offset + 1);
        lead[6] = bytes.get(offset + FORMAT_OFFSET);
        lead[7] = bytes.get(offset + KIND_OFFSET);
        crc.reset();
        crc.update(lead, 0, lead.length);
        bytes.limit(offset + length).position(offset + SPARE_OFFSET);
        crc.update(bytes);
        bytes.clear();
        return (int)crc.getValue();
    }
}
