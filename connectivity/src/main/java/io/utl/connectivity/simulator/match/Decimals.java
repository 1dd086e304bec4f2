package io.utl.connectivity.simulator.match;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.amount.Rounding;

/** Arithmetic and text the venue needs on top of {@link Amount}: eight decimals, steps, notional. Thread: any. */
public final class Decimals
{
    private static final int PLACES = 8;
    private static final Amount DOWN_TO_8 = Amount.of("0.0000000001");
    private static final Amount UP_FROM_8 = Amount.of("10000000000");
    private static final Amount SMALLEST = Amount.of("0.000000000000000001");
    private static final Amount ALL = Amount.of("1000000000000000000");

    private Decimals()
    {
    }

    public static Amount notional(final Amount price, final Amount quantity)
    {
        return new Amount().product(price, quantity, Rounding.HALF_EVEN);
    }

    /** Cuts {@code value} to eight decimals, toward zero. */
    public static Amount cut(final Amount value)
    {
        final Amount scaled = new Amount().product(value, DOWN_TO_8, Rounding.DOWN);
        return new Amount().product(scaled, UP_FROM_8, Rounding.DOWN);
    }

    /** The largest multiple of {@code step} that is not above {@code value}; {@code value} cut to 8 if step is 0. */
    public static Amount floor(final Amount value, final Amount step)
    {
        if (step.isZero())
        {
            return cut(value);
        }
        final Amount steps = new Amount().quotient(value, step, Rounding.DOWN);
        final Amount whole = new Amount().product(steps, SMALLEST, Rounding.DOWN);
        return new Amount().product(new Amount().product(whole, ALL, Rounding.DOWN), step, Rounding.DOWN);
    }

    public static Amount min(final Amount a, final Amount b)
    {
        return a.compareTo(b) <= 0 ? a : b;
    }

    /** Plain text with at least eight decimals, as the venue writes prices and quantities. */
    public static String text(final Amount value)
    {
        final String plain = value.toString();
        final int point = plain.indexOf('.');
        final int decimals = point < 0 ? 0 : plain.length() - point - 1;
        if (decimals >= PLACES)
        {
            return plain;
        }
        return (point < 0 ? plain + '.' : plain) + "0".repeat(PLACES - decimals);
    }
}
