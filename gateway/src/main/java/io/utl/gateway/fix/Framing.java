package io.utl.gateway.fix;

import java.nio.charset.StandardCharsets;

/**
 * Where a FIX 4.4 message ends, from its first bytes on. Used on the first message of a connection, before anything is
 * trusted, and on the beginning of each later one, so that a huge BodyLength (9) is refused at once.
 * <p>
 * Thread: any; no state. Allocates: nothing.
 */
final class Framing
{
    /** Not decided yet: more bytes are needed. */
    static final int MORE = 0;
    /** Not the beginning of a FIX 4.4 message, or one that is too long or has a wrong checksum. */
    static final int GARBAGE = -1;
    /** Bytes that are enough to judge BodyLength. */
    static final int HEAD_LENGTH = 32;

    private static final byte[] BEGIN = "8=FIX.4.4\0019=".getBytes(StandardCharsets.US_ASCII);
    private static final int TRAILER_LENGTH = 7;
    private static final byte SOH = 1;
    private static final long MAX_ANNOUNCED = Long.MAX_VALUE / 100;

    private Framing()
    {
    }

    /** @return length of the message that begins at 0, {@link #MORE} or {@link #GARBAGE}. */
    static int messageLength(final byte[] bytes, final int available, final int most)
    {
        final int body = bodyStart(bytes, available, most);
        if (body <= 0)
        {
            return body;
        }
        final int length = body + bodyLength(bytes, body) + TRAILER_LENGTH;
        if (length > most)
        {
            return GARBAGE;
        }
        return available < length ? MORE : trailerFits(bytes, length) ? length : GARBAGE;
    }

    /**
     * The BodyLength that the beginning of a message announces, if it is more than {@code most}; else 0, also while its
     * digits may not be whole. One with more digits than the head holds is given as far as it goes.
     */
    static long announcedAbove(final byte[] head, final int available, final int most)
    {
        if (available < BEGIN.length || !begins(head, available))
        {
            return 0;
        }
        long announced = 0;
        int at = BEGIN.length;
        for (; at < available && head[at] >= '0' && head[at] <= '9' && announced <= MAX_ANNOUNCED; at++)
        {
            announced = announced * 10 + (head[at] - '0');
        }
        final boolean whole = at < available || available >= HEAD_LENGTH;
        return whole && announced > most ? announced : 0;
    }

    private static int bodyStart(final byte[] bytes, final int available, final int most)
    {
        if (!begins(bytes, available))
        {
            return GARBAGE;
        }
        final int digits = Integer.toString(most).length();
        for (int i = BEGIN.length; i < available; i++)
        {
            if (bytes[i] == SOH)
            {
                return i == BEGIN.length ? GARBAGE : i + 1;
            }
            if (bytes[i] < '0' || bytes[i] > '9' || i - BEGIN.length >= digits)
            {
                return GARBAGE;
            }
        }
        return MORE;
    }

    private static boolean begins(final byte[] bytes, final int available)
    {
        for (int i = 0; i < Math.min(available, BEGIN.length); i++)
        {
            if (bytes[i] != BEGIN[i])
            {
                return false;
            }
        }
        return true;
    }

    private static int bodyLength(final byte[] bytes, final int bodyStart)
    {
        int value = 0;
        for (int i = BEGIN.length; i < bodyStart - 1; i++)
        {
            value = value * 10 + (bytes[i] - '0');
        }
        return value;
    }

    private static boolean trailerFits(final byte[] bytes, final int length)
    {
        final int at = length - TRAILER_LENGTH;
        int sum = 0;
        for (int i = 0; i < at; i++)
        {
            sum += bytes[i] & 0xFF;
        }
        sum %= 256;
        return bytes[at - 1] == SOH && bytes[at] == '1' && bytes[at + 1] == '0' && bytes[at + 2] == '=' &&
            bytes[at + 3] == '0' + sum / 100 && bytes[at + 4] == '0' + sum / 10 % 10 &&
            bytes[at + 5] == '0' + sum % 10 && bytes[at + 6] == SOH;
    }
}
