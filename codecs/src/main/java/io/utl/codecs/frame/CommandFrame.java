package io.utl.codecs.frame;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * One command as it lies in the inbound ring, in the command journal and in recorded tests. Little endian.
 * <pre>
 *  offset  0        4        8                16               24               32
 *          | length | session|    sequence    |    time ns     |  ingress ns    |  SBE header and message ...
 * </pre>
 * {@code length} counts the SBE header and the message, not these 32 bytes. {@code session} 0 is the gateway itself.
 * Sequence (1, 2, 3 ... without gaps) and time (nanoseconds since the Unix epoch, never decreasing) are written by the
 * journal stage; {@code ingress} is a monotonic reading of this machine, for latency only: the core never looks at it.
 * <p>
 * Thread: one at a time. Allocates: nothing. Valid until the next {@code wrap}.
 */
public final class CommandFrame
{
    public static final int LENGTH_OFFSET = 0;
    public static final int SESSION_OFFSET = 4;
    public static final int SEQUENCE_OFFSET = 8;
    public static final int TIME_OFFSET = 16;
    public static final int INGRESS_OFFSET = 24;
    /** Bytes before the SBE header. */
    public static final int HEADER_LENGTH = 32;
    /** Largest frame, header included; longer things are several commands. */
    public static final int MAX_LENGTH = 4096;

    private MutableDirectBuffer buffer;
    private int offset;

    public CommandFrame wrap(final MutableDirectBuffer buffer, final int offset)
    {
        buffer.boundsCheck(offset, HEADER_LENGTH);
        this.buffer = buffer;
        this.offset = offset;
        return this;
    }

    public MutableDirectBuffer buffer()
    {
        return buffer;
    }

    public int offset()
    {
        return offset;
    }

    /** Where the SBE header begins. */
    public int messageOffset()
    {
        return offset + HEADER_LENGTH;
    }

    /** Bytes of SBE header and message. */
    public int length()
    {
        return buffer.getInt(offset + LENGTH_OFFSET);
    }

    public CommandFrame length(final int length)
    {
        buffer.putInt(offset + LENGTH_OFFSET, length);
        return this;
    }

    /** Bytes of the whole frame. */
    public int frameLength()
    {
        return HEADER_LENGTH + length();
    }

    public int session()
    {
        return buffer.getInt(offset + SESSION_OFFSET);
    }

    public CommandFrame session(final int session)
    {
        buffer.putInt(offset + SESSION_OFFSET, session);
        return this;
    }

    public long sequence()
    {
        return buffer.getLong(offset + SEQUENCE_OFFSET);
    }

    public CommandFrame sequence(final long sequence)
    {
        buffer.putLong(offset + SEQUENCE_OFFSET, sequence);
        return this;
    }

    public long timeNs()
    {
        return buffer.getLong(offset + TIME_OFFSET);
    }

    public CommandFrame timeNs(final long timeNs)
    {
        buffer.putLong(offset + TIME_OFFSET, timeNs);
        return this;
    }

    public long ingressNs()
    {
        return buffer.getLong(offset + INGRESS_OFFSET);
    }

    public CommandFrame ingressNs(final long ingressNs)
    {
        buffer.putLong(offset + INGRESS_OFFSET, ingressNs);
        return this;
    }

    /** Template id from the SBE header. */
    public int templateId()
    {
        return buffer.getShort(offset + HEADER_LENGTH + 2) & 0xFFFF;
    }

    /** Copies SBE header and message behind this header and sets the length. */
    public CommandFrame message(final DirectBuffer source, final int sourceOffset, final int length)
    {
        buffer.putBytes(offset + HEADER_LENGTH, source, sourceOffset, length);
        return length(length);
    }
}
