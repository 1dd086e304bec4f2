package io.utl.gateway.core.event;

import io.utl.codecs.amount.Amount;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * One sentence of printable ASCII, built piece by piece: the words of a refusal. What passes {@link #MAX_LENGTH} is
 * cut.
 * <p>
 * Thread: core. Allocates: nothing after construction. Valid until the next {@link #clear}.
 */
public final class Sentence
{
    /** The longest text the schema carries. */
    public static final int MAX_LENGTH = 400;

    private static final long[] POWERS = powers();

    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[MAX_LENGTH]);
    private final UnsafeBuffer number = new UnsafeBuffer(new byte[Amount.MAX_TEXT_LENGTH]);
    private int length;

    /** Empties it. */
    public Sentence clear()
    {
        length = 0;
        return this;
    }

    public Sentence add(final String words)
    {
        for (int i = 0; i < words.length(); i++)
        {
            addByte((byte)words.charAt(i));
        }
        return this;
    }

    /** Plain decimal; null is "none". */
    public Sentence add(final Amount amount)
    {
        if (amount.isNull())
        {
            return add("none");
        }
        return add(number, 0, amount.format(number, 0));
    }

    public Sentence add(final long value)
    {
        if (value < 0)
        {
            addByte((byte)'-');
        }
        boolean leading = true;
        for (int i = POWERS.length - 1; i >= 0; i--)
        {
            final long digit = Math.abs((value / POWERS[i]) % 10);
            leading &= digit == 0 && i > 0;
            if (!leading)
            {
                addByte((byte)('0' + digit));
            }
        }
        return this;
    }

    /** A zero padded field up to its first zero; what is not printable becomes a question mark. */
    public Sentence add(final DirectBuffer source, final int offset, final int maxLength)
    {
        for (int i = 0; i < maxLength; i++)
        {
            final byte b = source.getByte(offset + i);
            if (b == 0)
            {
                break;
            }
            addByte(b >= ' ' && b < 127 ? b : (byte)'?');
        }
        return this;
    }

    public DirectBuffer buffer()
    {
        return buffer;
    }

    /** Bytes written so far. */
    public int length()
    {
        return length;
    }

    @Override
    public String toString()
    {
        return buffer.getStringWithoutLengthAscii(0, length);
    }

    private void addByte(final byte b)
    {
        if (length < MAX_LENGTH)
        {
            buffer.putByte(length++, b);
        }
    }

    private static long[] powers()
    {
        final long[] powers = new long[19];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++)
        {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }
}
