package io.utl.gateway.journal;

import io.utl.codecs.frame.CommandFrame;
import java.nio.charset.StandardCharsets;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * Head of an epoch: the first record of each of its two journals, laid into a {@link CommandFrame} whose sequence and
 * time are those of the last valid record before it. Little endian, behind the 32 bytes of the frame header:
 * <pre>
 *   0       8          16        20         24          28        32           40           80        112
 *   | epoch | previous | index   | last CRC | schema id | version | config hash | boot id 40 | build 32 |
 * </pre>
 *
 * @param epoch         number of this epoch, 1 and up.
 * @param previousEpoch number of the epoch it follows; 0 if none.
 * @param lastSequence  last valid command sequence before this epoch; what lies behind it in older epochs is void.
 * @param lastIndex     event journal: index of the last valid event of {@code lastSequence}; command journal: 0.
 * @param lastCrc       checksum of that record; seeds the first record of this epoch.
 * @param lastTimeNs    time of that record, nanoseconds since the Unix epoch; 0 if none.
 * @param schemaId      id of the message schema it was written with.
 * @param schemaVersion version of that schema.
 * @param configHash    hash of the configuration the process started with.
 * @param bootId        of the machine, at most 40 ASCII.
 * @param build         name of the build that wrote it, at most 32 ASCII.
 */
public record Head(long epoch, long previousEpoch, long lastSequence, int lastIndex, int lastCrc, long lastTimeNs,
    int schemaId, int schemaVersion, long configHash, String bootId, String build)
{
    static final int LENGTH = 112;
    private static final int BOOT_OFFSET = 40;
    private static final int BOOT_LENGTH = 40;
    private static final int BUILD_OFFSET = 80;
    private static final int BUILD_LENGTH = 32;

    /** Position of the last valid record before this epoch. */
    public Position last()
    {
        return new Position(lastSequence, lastIndex);
    }

    int encode(final MutableDirectBuffer buffer, final int offset)
    {
        final int body = offset + CommandFrame.HEADER_LENGTH;
        buffer.setMemory(offset, CommandFrame.HEADER_LENGTH + LENGTH, (byte)0);
        new CommandFrame().wrap(buffer, offset).length(LENGTH).sequence(lastSequence).timeNs(lastTimeNs);
        buffer.putLong(body, epoch);
        buffer.putLong(body + 8, previousEpoch);
        buffer.putInt(body + 16, lastIndex);
        buffer.putInt(body + 20, lastCrc);
        buffer.putInt(body + 24, schemaId);
        buffer.putInt(body + 28, schemaVersion);
        buffer.putLong(body + 32, configHash);
        putText(buffer, body + BOOT_OFFSET, BOOT_LENGTH, bootId);
        putText(buffer, body + BUILD_OFFSET, BUILD_LENGTH, build);
        return CommandFrame.HEADER_LENGTH + LENGTH;
    }

    static Head decode(final DirectBuffer buffer, final int offset)
    {
        final int body = offset + CommandFrame.HEADER_LENGTH;
        return new Head(buffer.getLong(body), buffer.getLong(body + 8),
            buffer.getLong(offset + CommandFrame.SEQUENCE_OFFSET), buffer.getInt(body + 16), buffer.getInt(body + 20),
            buffer.getLong(offset + CommandFrame.TIME_OFFSET), buffer.getInt(body + 24), buffer.getInt(body + 28),
            buffer.getLong(body + 32), text(buffer, body + BOOT_OFFSET, BOOT_LENGTH),
            text(buffer, body + BUILD_OFFSET, BUILD_LENGTH));
    }

    private static void putText(final MutableDirectBuffer buffer, final int offset, final int room, final String text)
    {
        final byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        buffer.putBytes(offset, bytes, 0, Math.min(room, bytes.length));
    }

    private static String text(final DirectBuffer buffer, final int offset, final int room)
    {
        int length = 0;
        while (length < room && buffer.getByte(offset + length) != 0)
        {
            length++;
        }
        final byte[] bytes = new byte[length];
        buffer.getBytes(offset, bytes);
        return new String(bytes, StandardCharsets.US_ASCII);
    }
}
