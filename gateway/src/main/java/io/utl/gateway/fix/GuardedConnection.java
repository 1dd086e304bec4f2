package io.utl.gateway.fix;

import java.util.concurrent.ScheduledFuture;

/**
 * What the guard knows of one connection.
 * <p>
 * Thread: the connection's IO thread; {@code accepted} and {@code closed} also the timer's.
 */
final class GuardedConnection
{
    /** Bytes that may come before a Logon is whole. */
    static final int MAX_BEFORE_LOGON = 4_096;
    /** Bytes that one message may have afterwards. */
    static final int MAX_AFTER_LOGON = 65_536;
    /** Bytes between messages that are no message, over the life of the connection. */
    static final int MAX_GARBAGE = 4_096;

    final byte[] first = new byte[MAX_BEFORE_LOGON];
    int firstLength;
    volatile boolean accepted;
    FixPeer peer;
    volatile boolean closed;
    ScheduledFuture<?> deadline;

    private final byte[] head = new byte[Framing.HEAD_LENGTH];
    private int headLength;
    private long received;
    private long decoded;

    /** A whole message left the codec. */
    void decoded(final int length)
    {
        decoded += length;
    }

    /**
     * After the codec had its turn with {@code length} new bytes.
     *
     * @return why the connection must be closed, fit for a Logout, or null.
     */
    String check(final byte[] bytes, final int length)
    {
        received += length;
        final long pending = received - decoded;
        if (pending == 0)
        {
            headLength = 0;
            return null;
        }
        final long start = length - pending;
        if (start >= 0)
        {
            headLength = 0;
        }
        for (int i = (int)Math.max(start, 0); i < length && headLength < head.length; i++)
        {
            head[headLength++] = bytes[i];
        }
        final long announced = Framing.announcedAbove(head, headLength, MAX_AFTER_LOGON);
        if (announced > 0)
        {
            return "BodyLength(9)=" + announced + ": a message may have " + MAX_AFTER_LOGON + " bytes";
        }
        if (pending > MAX_AFTER_LOGON)
        {
            return pending + " bytes without the end of a message: a message may have " + MAX_AFTER_LOGON + " bytes";
        }
        return pending > MAX_GARBAGE && head[0] != '8' ?
            pending + " bytes that are no FIX message: at most " + MAX_GARBAGE + " are passed over" : null;
    }
}
