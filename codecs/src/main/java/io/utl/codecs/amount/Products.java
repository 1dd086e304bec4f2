package io.utl.codecs.amount;

/**
 * Products and quotients of {@link Amount}: formed in 256 bits, rounded once, written into the receiver last, so that
 * the receiver may be an operand and keeps its value when the result does not fit.
 * <p>
 * Thread: any; no state. Allocates: nothing, except errors. Words of a number are named from 0, the lowest.
 */
final class Products
{
    private Products()
    {
    }

    static Amount product(final Amount a, final Amount b, final Rounding rounding, final Amount into)
    {
        a.requireValue();
        b.requireValue();
        final long a1 = a.magnitudeHigh();
        final long a0 = a.magnitudeLow();
        final long b1 = b.magnitudeHigh();
        final long b0 = b.magnitudeLow();
        final boolean negative = (a.high() ^ b.high()) < 0;

        final long p0 = a0 * b0;
        long p1 = Wide.multiplyHigh(a0, b0);
        long p2 = 0;
        if ((a1 | b1) != 0)
        {
            if (a1 != 0 && b1 != 0 && (Wide.multiplyHigh(a1, b1) != 0 || !Wide.less(a1 * b1, Wide.SCALE)))
            {
                throw Amount.outOfRange(a, "x", b);
            }
            // Either one high word is zero, or both are below 10^18: the sum of the third words cannot pass 2^64.
            final long crossA = a1 * b0;
            final long crossB = b1 * a0;
            p1 += crossA;
            p2 = a1 * b1 + Wide.multiplyHigh(a1, b0) + Wide.carry(p1, crossA);
            p1 += crossB;
            p2 += Wide.multiplyHigh(b1, a0) + Wide.carry(p1, crossB);
            if (!Wide.less(p2, Wide.SCALE))
            {
                throw Amount.outOfRange(a, "x", b);
            }
        }
        final long q1 = p2 == 0 && Wide.less(p1, Wide.SCALE) ? 0 : Wide.divideByScale(p2, p1);
        final long q0 = Wide.divideByScale(p1 - q1 * Wide.SCALE, p0);
        if (!round(q1, q0, 0, p0 - q0 * Wide.SCALE, 0, Wide.SCALE, negative, rounding, into))
        {
            throw Amount.outOfRange(a, "x", b);
        }
        return into;
    }

    static Amount quotient(final Amount a, final Amount b, final Rounding rounding, final Amount into)
    {
        if (!ratio(a, 0, Wide.SCALE, false, b, rounding, into))
        {
            throw Amount.outOfRange(a, "/", b);
        }
        return into;
    }

    static Amount proportion(
        final Amount a, final Amount part, final Amount whole, final Rounding rounding, final Amount into)
    {
        part.requireValue();
        if (!ratio(a, part.magnitudeHigh(), part.magnitudeLow(), part.high() < 0, whole, rounding, into))
        {
            throw new AmountRangeException(
                "amount out of range: " + a + " x " + part + " / " + whole + "; an amount has 128 bits at 10^-18");
        }
        return into;
    }

    static boolean isMultiple(final Amount value, final Amount step)
    {
        value.requireValue();
        requireDivisor(step);
        final long n1 = value.magnitudeHigh();
        final long n0 = value.magnitudeLow();
        final long d1 = step.magnitudeHigh();
        final long d0 = step.magnitudeLow();
        if (d1 == 0)
        {
            final long rest = n1 == 0 ? 0 : Long.remainderUnsigned(n1, d0);
            return n0 == Wide.divide(rest, n0, d0) * d0;
        }
        final int shift = Long.numberOfLeadingZeros(d1);
        final long q = Wide.divide(
            Wide.shifted(0, n1, shift),
            Wide.shifted(n1, n0, shift),
            n0 << shift,
            Wide.shifted(d1, d0, shift),
            d0 << shift);
        return q * d0 == n0 && q * d1 + Wide.multiplyHigh(q, d0) == n1;
    }

    /** into = a x (factor1, factor0) / divisor; false, and nothing written, if that does not fit. */
    private static boolean ratio(
        final Amount a,
        final long factor1,
        final long factor0,
        final boolean factorNegative,
        final Amount divisor,
        final Rounding rounding,
        final Amount into)
    {
        a.requireValue();
        requireDivisor(divisor);
        final long a1 = a.magnitudeHigh();
        final long a0 = a.magnitudeLow();
        final long d1 = divisor.magnitudeHigh();
        final long d0 = divisor.magnitudeLow();
        final boolean negative = (a.high() < 0) ^ factorNegative ^ (divisor.high() < 0);

        final long n0 = a0 * factor0;
        long n1 = Wide.multiplyHigh(a0, factor0);
        long n2 = 0;
        if ((a1 | factor1) != 0)
        {
            final long crossA = a1 * factor0;
            final long crossB = factor1 * a0;
            final long top = a1 * factor1;
            n1 += crossA;
            n2 = Wide.multiplyHigh(a1, factor0) + Wide.carry(n1, crossA);
            n1 += crossB;
            final long crossHigh = Wide.multiplyHigh(factor1, a0) + Wide.carry(n1, crossB);
            n2 += crossHigh;
            long n3 = Wide.multiplyHigh(a1, factor1) + Wide.carry(n2, crossHigh);
            n2 += top;
            n3 += Wide.carry(n2, top);
            if (d1 != 0)
            {
                return divide(n3, n2, n1, n0, d1, d0, negative, rounding, into);
            }
            if (n3 != 0 || !Wide.less(n2, d0))
            {
                return false;
            }
        }
        else if (d1 != 0)
        {
            return divide(0, 0, n1, n0, d1, d0, negative, rounding, into);
        }
        final long q1 = Wide.divide(n2, n1, d0);
        final long q0 = Wide.divide(n1 - q1 * d0, n0, d0);
        return round(q1, q0, 0, n0 - q0 * d0, 0, d0, negative, rounding, into);
    }

    /** Four words by two, the upper of which is not zero. */
    private static boolean divide(
        final long n3,
        final long n2,
        final long n1,
        final long n0,
        final long d1,
        final long d0,
        final boolean negative,
        final Rounding rounding,
        final Amount into)
    {
        if (Wide.compare(n3, n2, d1, d0) >= 0)
        {
            return false;
        }
        // All is shifted so that the divisor fills its words; the remainder then is shifted as well.
        final int shift = Long.numberOfLeadingZeros(d1);
        final long e1 = Wide.shifted(d1, d0, shift);
        final long e0 = d0 << shift;
        final long m2 = Wide.shifted(n2, n1, shift);
        final long m1 = Wide.shifted(n1, n0, shift);
        final long m0 = n0 << shift;
        final long q1 = Wide.divide(Wide.shifted(n3, n2, shift), m2, m1, e1, e0);
        final long r0 = m1 - q1 * e0;
        final long r1 = m2 - q1 * e1 - Wide.multiplyHigh(q1, e0) - Wide.carry(m1, q1 * e0);
        final long q0 = Wide.divide(r1, r0, m0, e1, e0);
        final long s0 = m0 - q0 * e0;
        final long s1 = r0 - q0 * e1 - Wide.multiplyHigh(q0, e0) - Wide.carry(m0, q0 * e0);
        return round(q1, q0, s1, s0, e1, e0, negative, rounding, into);
    }

    /** Rounds a magnitude with its remainder and divisor, gives it its sign; false if that does not fit. */
    private static boolean round(
        final long quotient1,
        final long quotient0,
        final long r1,
        final long r0,
        final long d1,
        final long d0,
        final boolean negative,
        final Rounding rounding,
        final Amount into)
    {
        long q1 = quotient1;
        long q0 = quotient0;
        if ((r1 | r0) != 0)
        {
            final int half = Wide.compare(r1, r0, d1 - r1 - Wide.carry(d0, r0), d0 - r0);
            if (rounding.increments(negative, (q0 & 1) != 0, half) && ++q0 == 0 && ++q1 == 0)
            {
                return false;
            }
        }
        if (q1 < 0 && !(negative && q1 == Long.MIN_VALUE && q0 == 0))
        {
            return false;
        }
        final long high = negative ? ~q1 + (q0 == 0 ? 1 : 0) : q1;
        final long low = negative ? -q0 : q0;
        if (Amount.isNull(high, low))
        {
            return false;
        }
        into.setRaw(high, low);
        return true;
    }

    private static void requireDivisor(final Amount divisor)
    {
        divisor.requireValue();
        if (divisor.isZero())
        {
            throw new ArithmeticException("amount division by zero: the divisor or the step must not be 0");
        }
    }
}
