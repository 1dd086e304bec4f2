package io.utl.codecs.amount;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

import java.nio.ByteOrder;

/**
 * Signed decimal: 128 bits times 10^-18, about ±1.7 x 10^20. Leaving the range throws {@link AmountRangeException};
 * nothing wraps, and the receiver then keeps its old value.
 * <p>
 * Operations write into the receiver and return it; an argument may be the receiver itself. Sums are exact. A product
 * or a quotient is formed in 256 bits and rounded once. The null amount (both words at their minimum, as in the
 * schema) stands for "not given": computing or comparing with it throws {@link ArithmeticException}.
 * <p>
 * Thread: its owner. Allocates: nothing, except {@link #of}, {@link #toString} and errors.
 * Source: docs/adr, amounts as 128 bits.
 */
public final class Amount implements Comparable<Amount>
{
    /** Bytes in a buffer. */
    public static final int LENGTH = 16;
    /** Largest number of characters {@link #format} writes. */
    public static final int MAX_TEXT_LENGTH = 41;
    /** Either word of the null amount. */
    public static final long NULL_WORD = Long.MIN_VALUE;

    private static final int LOW_OFFSET = 0;
    private static final int HIGH_OFFSET = 8;

    private long high;
    private long low;

    /** Zero. */
    public Amount()
    {
    }

    /** A new amount from text, for cold paths and tests. */
    public static Amount of(final CharSequence text)
    {
        return new Amount().parse(text);
    }

    public Amount set(final Amount other)
    {
        return setRaw(other.high, other.low);
    }

    public Amount setZero()
    {
        return setRaw(0, 0);
    }

    /** Sets {@code whole} units: 5 is 5.0; every long fits. */
    public Amount setUnits(final long whole)
    {
        return setRaw(Math.multiplyHigh(whole, Wide.SCALE), whole * Wide.SCALE);
    }

    /** Sets the two's complement words, in units of 10^-18; (NULL_WORD, NULL_WORD) is null. */
    public Amount setRaw(final long high, final long low)
    {
        this.high = high;
        this.low = low;
        return this;
    }

    public Amount setNull()
    {
        return setRaw(NULL_WORD, NULL_WORD);
    }

    public long high()
    {
        return high;
    }

    public long low()
    {
        return low;
    }

    public boolean isNull()
    {
        return isNull(high, low);
    }

    public boolean isZero()
    {
        return (high | low) == 0;
    }

    public boolean isNegative()
    {
        return signum() < 0;
    }

    /** -1, 0 or 1. */
    public int signum()
    {
        requireValue();
        return high < 0 ? -1 : isZero() ? 0 : 1;
    }

    public Amount add(final Amount other)
    {
        return sum(this, other);
    }

    public Amount subtract(final Amount other)
    {
        return difference(this, other);
    }

    /** this = a + b, exact. */
    public Amount sum(final Amount a, final Amount b)
    {
        a.requireValue();
        b.requireValue();
        final long sumLow = a.low + b.low;
        final long sumHigh = a.high + b.high + Wide.carry(sumLow, a.low);
        if (((a.high ^ sumHigh) & (b.high ^ sumHigh)) < 0 || isNull(sumHigh, sumLow))
        {
            throw outOfRange(a, "+", b);
        }
        return setRaw(sumHigh, sumLow);
    }

    /** this = a - b, exact. */
    public Amount difference(final Amount a, final Amount b)
    {
        a.requireValue();
        b.requireValue();
        final long newLow = a.low - b.low;
        final long newHigh = a.high - b.high - Wide.carry(a.low, b.low);
        if (((a.high ^ b.high) & (a.high ^ newHigh)) < 0 || isNull(newHigh, newLow))
        {
            throw outOfRange(a, "-", b);
        }
        return setRaw(newHigh, newLow);
    }

    public Amount negate()
    {
        requireValue();
        final long newLow = -low;
        final long newHigh = ~high + (low == 0 ? 1 : 0);
        if ((high == Long.MIN_VALUE && low == 0) || isNull(newHigh, newLow))
        {
            throw new AmountRangeException("amount out of range: -(" + this + "); an amount has 128 bits at 10^-18");
        }
        return setRaw(newHigh, newLow);
    }

    public Amount abs()
    {
        return signum() < 0 ? negate() : this;
    }

    /** this = a x b, rounded once to 10^-18. */
    public Amount product(final Amount a, final Amount b, final Rounding rounding)
    {
        return Products.product(a, b, rounding, this);
    }

    /** this = a / b, rounded once to 10^-18. A zero divisor throws {@link ArithmeticException}. */
    public Amount quotient(final Amount a, final Amount b, final Rounding rounding)
    {
        return Products.quotient(a, b, rounding, this);
    }

    /** this = a x part / whole, rounded once to 10^-18. A zero divisor throws {@link ArithmeticException}. */
    public Amount proportion(final Amount a, final Amount part, final Amount whole, final Rounding rounding)
    {
        return Products.proportion(a, part, whole, rounding, this);
    }

    /** Whether this is a whole multiple of {@code step}, which is not zero. Zero is a multiple of everything. */
    public boolean isMultipleOf(final Amount step)
    {
        return Products.isMultiple(this, step);
    }

    @Override
    public int compareTo(final Amount other)
    {
        requireValue();
        other.requireValue();
        return high == other.high ? Long.compareUnsigned(low, other.low) : Long.compare(high, other.high);
    }

    /** Compares the magnitudes. */
    public int compareAbs(final Amount other)
    {
        requireValue();
        other.requireValue();
        return Wide.compare(magnitudeHigh(), magnitudeLow(), other.magnitudeHigh(), other.magnitudeLow());
    }

    /** Copies 16 bytes, little endian, low word first, from the buffer. */
    public Amount get(final DirectBuffer buffer, final int offset)
    {
        return setRaw(
            buffer.getLong(offset + HIGH_OFFSET, ByteOrder.LITTLE_ENDIAN),
            buffer.getLong(offset + LOW_OFFSET, ByteOrder.LITTLE_ENDIAN));
    }

    /** Copies 16 bytes, little endian, low word first, into the buffer. */
    public void put(final MutableDirectBuffer buffer, final int offset)
    {
        buffer.putLong(offset + LOW_OFFSET, low, ByteOrder.LITTLE_ENDIAN);
        buffer.putLong(offset + HIGH_OFFSET, high, ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Reads a plain decimal of ASCII: optional sign, digits, optional point; no exponent, no blanks.
     *
     * @throws AmountFormatException if the text is none; this amount then keeps its old value.
     */
    public Amount parse(final DirectBuffer buffer, final int offset, final int length)
    {
        return AmountText.parse(null, buffer, offset, length, this);
    }

    /** As {@link #parse(DirectBuffer, int, int)}. */
    public Amount parse(final CharSequence text)
    {
        return AmountText.parse(text, null, 0, text.length(), this);
    }

    /** Writes the shortest plain decimal: no exponent, no trailing zeros. Returns bytes written, at most 41. */
    public int format(final MutableDirectBuffer buffer, final int offset)
    {
        requireValue();
        return AmountText.format(this, buffer, offset);
    }

    @Override
    public boolean equals(final Object object)
    {
        return object instanceof Amount && high == ((Amount)object).high && low == ((Amount)object).low;
    }

    @Override
    public int hashCode()
    {
        return Long.hashCode(high * 31 + low);
    }

    @Override
    public String toString()
    {
        return isNull() ? "null" : AmountText.toString(this);
    }

    long magnitudeHigh()
    {
        return high >= 0 ? high : ~high + (low == 0 ? 1 : 0);
    }

    long magnitudeLow()
    {
        return high >= 0 ? low : -low;
    }

    void requireValue()
    {
        if (isNull(high, low))
        {
            throw new ArithmeticException("amount is null: nothing can be computed with it; ask isNull() first");
        }
    }

    static boolean isNull(final long high, final long low)
    {
        return high == NULL_WORD && low == NULL_WORD;
    }

    static AmountRangeException outOfRange(final Amount a, final String operation, final Amount b)
    {
        return new AmountRangeException(
            "amount out of range: " + a + " " + operation + " " + b + "; an amount has 128 bits at 10^-18");
    }
}
