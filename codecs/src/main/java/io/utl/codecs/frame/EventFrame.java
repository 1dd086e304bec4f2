package io.utl.codecs.frame;

import org.agrona.MutableDirectBuffer;

/**
 * One event as it lies in the outbound ring and in the event journal. Little endian.
 * <pre>
 *  offset 0        4         8                  16      20      24        32           40       48
 *         | length | session | command sequence | index | flags | account | accountSeq | time ns | SBE header, message
 * </pre>
 * {@code length} counts the SBE header and the message, not these 48 bytes. (command sequence, index) names the event
 * for ever. {@code session} only marks who asked. {@code account} is the number of the account whose stream the event
 * belongs to, with its place {@code accountSeq} in that stream; both are 0 for an event of no account, and accountSeq
 * alone is 0 for an answer that is no event of the account.
 * <p>
 * Thread: one at a time. Allocates: nothing. Valid until the next {@code wrap}.
 */
public final class EventFrame
{
    public static final int LENGTH_OFFSET = 0;
    public static final int SESSION_OFFSET = 4;
    public static final int SEQUENCE_OFFSET = 8;
    public static final int INDEX_OFFSET = 16;
    public static final int FLAGS_OFFSET = 20;
    public static final int ACCOUNT_OFFSET = 24;
    public static final int ACCOUNT_SEQ_OFFSET = 32;
    public static final int TIME_OFFSET = 40;
    /** Bytes before the SBE header. */
    public static final int HEADER_LENGTH = 48;
    /** Largest frame, header included. */
    public static final int MAX_LENGTH = 4096;

    /** Flag: the last event of its command. */
    public static final int LAST_OF_COMMAND = 1;

    private MutableDirectBuffer buffer;
    private int offset;

    public EventFrame wrap(final MutableDirectBuffer buffer, final int offset)
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

    public EventFrame length(final int length)
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

    public EventFrame session(final int session)
    {
        buffer.putInt(offset + SESSION_OFFSET, session);
        return this;
    }

    /** Sequence of the command that caused this event. */
    public long sequence()
    {
        return buffer.getLong(offset + SEQUENCE_OFFSET);
    }

    public EventFrame sequence(final long sequence)
    {
        buffer.putLong(offset + SEQUENCE_OFFSET, sequence);
        return this;
    }

    /** Place among the events of its command: 0, 1, 2 ... */
    public int index()
    {
        return buffer.getInt(offset + INDEX_OFFSET);
    }

    public EventFrame index(final int index)
    {
        buffer.putInt(offset + INDEX_OFFSET, index);
        return this;
    }

    public int flags()
    {
        return buffer.getInt(offset + FLAGS_OFFSET);
    }

    public EventFrame flags(final int flags)
    {
        buffer.putInt(offset + FLAGS_OFFSET, flags);
        return this;
    }

    public long account()
    {
        return buffer.getLong(offset + ACCOUNT_OFFSET);
    }

    public EventFrame account(final long account)
    {
        buffer.putLong(offset + ACCOUNT_OFFSET, account);
        return this;
    }

    public long accountSeq()
    {
        return buffer.getLong(offset + ACCOUNT_SEQ_OFFSET);
    }

    public EventFrame accountSeq(final long accountSeq)
    {
        buffer.putLong(offset + ACCOUNT_SEQ_OFFSET, accountSeq);
        return this;
    }

    /** Time of the command, nanoseconds since the Unix epoch. */
    public long timeNs()
    {
        return buffer.getLong(offset + TIME_OFFSET);
    }

    public EventFrame timeNs(final long timeNs)
    {
        buffer.putLong(offset + TIME_OFFSET, timeNs);
        return this;
    }

    /** Template id from the SBE header. */
    public int templateId()
    {
        return buffer.getShort(offset + HEADER_LENGTH + 2) & 0xFFFF;
    }
}
