package io.utl.gateway.tools.check;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.amount.Rounding;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;

/**
 * One operation under check.
 *
 * @param operands how many of a, b, c it reads.
 * @param rounds   whether the rounding matters.
 * @param subject  computes with Amount into its last argument.
 * @param oracle   computes the same in units of 10^-18, without a limit; null where the result is undefined.
 */
record AmountOperation(String name, int operands, boolean rounds, Subject subject, Oracle oracle)
{
    private static final BigInteger SCALE = BigInteger.TEN.pow(18);
    private static final int DECIMALS = 18;

    /** What is checked. */
    @FunctionalInterface
    interface Subject
    {
        void apply(Amount a, Amount b, Amount c, Rounding rounding, Amount into);
    }

    /** What is believed. */
    @FunctionalInterface
    interface Oracle
    {
        BigInteger apply(BigInteger a, BigInteger b, BigInteger c, RoundingMode mode);
    }

    static List<AmountOperation> all()
    {
        return List.of(
            new AmountOperation("sum", 2, false,
                (a, b, c, r, into) -> into.sum(a, b), (a, b, c, m) -> a.add(b)),
            new AmountOperation("difference", 2, false,
                (a, b, c, r, into) -> into.difference(a, b), (a, b, c, m) -> a.subtract(b)),
            new AmountOperation("negate", 1, false,
                (a, b, c, r, into) -> into.set(a).negate(), (a, b, c, m) -> a.negate()),
            new AmountOperation("abs", 1, false,
                (a, b, c, r, into) -> into.set(a).abs(), (a, b, c, m) -> a.abs()),
            new AmountOperation("product", 2, true,
                (a, b, c, r, into) -> into.product(a, b, r), (a, b, c, m) -> divide(a.multiply(b), SCALE, m)),
            new AmountOperation("quotient", 2, true,
                (a, b, c, r, into) -> into.quotient(a, b, r), (a, b, c, m) -> divide(a.multiply(SCALE), b, m)),
            new AmountOperation("proportion", 3, true,
                (a, b, c, r, into) -> into.proportion(a, b, c, r), (a, b, c, m) -> divide(a.multiply(b), c, m)),
            new AmountOperation("compareTo", 2, false,
                (a, b, c, r, into) -> into.setUnits(a.compareTo(b)), (a, b, c, m) -> units(a.compareTo(b))),
            new AmountOperation("compareAbs", 2, false,
                (a, b, c, r, into) -> into.setUnits(a.compareAbs(b)),
                (a, b, c, m) -> units(a.abs().compareTo(b.abs()))),
            new AmountOperation("isMultipleOf", 2, false,
                (a, b, c, r, into) -> into.setUnits(a.isMultipleOf(b) ? 1 : 0),
                (a, b, c, m) -> b.signum() == 0 ? null : units(a.mod(b.abs()).signum() == 0 ? 1 : 0)),
            new AmountOperation("parse", 1, false,
                (a, b, c, r, into) -> into.parse(new BigDecimal(AmountEdges.value(a), DECIMALS).toPlainString()),
                (a, b, c, m) -> a),
            new AmountOperation("format", 1, false,
                AmountOperation::format, (a, b, c, m) -> a));
    }

    private static void format(
        final Amount a, final Amount b, final Amount c, final Rounding rounding, final Amount into)
    {
        final BigInteger shown = new BigDecimal(a.toString()).setScale(DECIMALS).unscaledValue();
        into.setRaw(shown.shiftRight(Long.SIZE).longValue(), shown.longValue());
    }

    private static BigInteger divide(final BigInteger numerator, final BigInteger divisor, final RoundingMode mode)
    {
        return divisor.signum() == 0 ? null :
            new BigDecimal(numerator).divide(new BigDecimal(divisor), 0, mode).toBigInteger();
    }

    private static BigInteger units(final int whole)
    {
        return SCALE.multiply(BigInteger.valueOf(whole));
    }
}
