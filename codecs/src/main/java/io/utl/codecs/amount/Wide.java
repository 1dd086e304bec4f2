package io.utl.codecs.amount;

/**
 * Unsigned arithmetic on words of 64 bits, for {@link Amount}. Every result is one word, so that nothing is allocated;
 * a remainder is recomputed by the caller with one multiplication.
 * <p>
 * Thread: any; no state. Source: Knuth, The Art of Computer Programming 2, 4.3.1 D; Möller and Granlund, Improved
 * division by invariant integers, algorithm 4, for the division by 10^18.
 */
final class Wide
{
    /** 10^18, units of an amount in one. */
    static final long SCALE = 1_000_000_000_000_000_000L;

    private static final int SCALE_SHIFT = Long.numberOfLeadingZeros(SCALE);
    private static final long SCALE_NORMALIZED = SCALE << SCALE_SHIFT;
    /** floor((2^128 - 1) / normalized scale) - 2^64. */
    private static final long SCALE_RECIPROCAL = divide(~SCALE_NORMALIZED, -1L, SCALE_NORMALIZED);
    private static final long HALF_WORD = 0xFFFFFFFFL;

    private Wide()
    {
    }

    /** High word of a x b. */
    static long multiplyHigh(final long a, final long b)
    {
        return Math.multiplyHigh(a, b) + ((a >> 63) & b) + ((b >> 63) & a);
    }

    static boolean less(final long a, final long b)
    {
        return a + Long.MIN_VALUE < b + Long.MIN_VALUE;
    }

    /** 1 if a sum of two words, the first of which was {@code term}, passed 2^64. */
    static long carry(final long sum, final long term)
    {
        return less(sum, term) ? 1 : 0;
    }

    /** The upper word of (high, low) shifted left by 0 to 63 bits. */
    static long shifted(final long high, final long low, final int shift)
    {
        return shift == 0 ? high : (high << shift) | (low >>> -shift);
    }

    static int compare(final long aHigh, final long aLow, final long bHigh, final long bLow)
    {
        return aHigh == bHigh ? Long.compareUnsigned(aLow, bLow) : Long.compareUnsigned(aHigh, bHigh);
    }

    /** (high, low) / 10^18, where high is below 10^18. */
    static long divideByScale(final long high, final long low)
    {
        final long u1 = (high << SCALE_SHIFT) | (low >>> -SCALE_SHIFT);
        final long u0 = low << SCALE_SHIFT;
        final long productLow = SCALE_RECIPROCAL * u1;
        final long q0 = productLow + u0;
        long q1 = multiplyHigh(SCALE_RECIPROCAL, u1) + u1 + carry(q0, productLow) + 1;
        long remainder = u0 - q1 * SCALE_NORMALIZED;
        if (less(q0, remainder))
        {
            q1--;
            remainder += SCALE_NORMALIZED;
        }
        return less(remainder, SCALE_NORMALIZED) ? q1 : q1 + 1;
    }

    /** (high, low) / divisor, where high is below the divisor. */
    static long divide(final long high, final long low, final long divisor)
    {
        if (high == 0)
        {
            return less(low, divisor) ? 0 : Long.divideUnsigned(low, divisor);
        }
        final int shift = Long.numberOfLeadingZeros(divisor);
        final long d = divisor << shift;
        final long top = d >>> 32;
        final long bottom = d & HALF_WORD;
        final long u21 = shifted(high, low, shift);
        final long u0 = low << shift;

        final long q1 = halfDigit(u21, u0 >>> 32, top, bottom);
        final long rest = (u21 << 32) + (u0 >>> 32) - q1 * d;
        final long q0 = halfDigit(rest, u0 & HALF_WORD, top, bottom);
        return (q1 << 32) + q0;
    }

    /** One digit in base 2^32 of a division by the normalized divisor (top, bottom). */
    private static long halfDigit(final long high, final long next, final long top, final long bottom)
    {
        long digit = Long.divideUnsigned(high, top);
        long rest = high - digit * top;
        while (digit > HALF_WORD || less((rest << 32) + next, digit * bottom))
        {
            digit--;
            rest += top;
            if (rest > HALF_WORD)
            {
                break;
            }
        }
        return digit;
    }

    /** (u2, u1, u0) / (d1, d0), where the divisor is normalized and above (u2, u1). */
    static long divide(final long u2, final long u1, final long u0, final long d1, final long d0)
    {
        if (u2 == 0 && compare(u1, u0, d1, d0) < 0)
        {
            return 0;
        }
        long digit;
        long rest;
        boolean restPassed;
        if (u2 == d1)
        {
            digit = -1L;
            rest = u1 + d1;
            restPassed = less(rest, d1);
        }
        else
        {
            digit = divide(u2, u1, d1);
            rest = u1 - digit * d1;
            restPassed = false;
        }
        while (!restPassed && compare(multiplyHigh(digit, d0), digit * d0, rest, u0) > 0)
        {
            digit--;
            rest += d1;
            restPassed = less(rest, d1);
        }
        return digit;
    }
}
