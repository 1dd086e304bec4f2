package io.utl.gateway.tools.check;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.amount.Rounding;

import java.io.PrintStream;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Compares {@link Amount} with BigDecimal: first every operation on all pairs of edge values, then on random operands
 * of every size. The engine behind {@code ./utl check amount}.
 * <p>
 * The same seed gives the same cases. Thread: one. Cost: about 1 to 3 µs a case.
 */
public final class AmountCheck
{
    private static final int OK = 0;
    private static final int DIFFERENT = 3;
    private static final BigInteger MIN = BigInteger.ONE.shiftLeft(127).negate();
    private static final BigInteger MAX = BigInteger.ONE.shiftLeft(127).subtract(BigInteger.ONE);
    private static final BigInteger NULL = MIN.add(BigInteger.ONE.shiftLeft(63));
    private static final Rounding[] ROUNDINGS = Rounding.values();
    private static final RoundingMode[] MODES = modes();

    private final Amount a = new Amount();
    private final Amount b = new Amount();
    private final Amount c = new Amount();
    private final Amount into = new Amount();
    private final List<AmountOperation> operations;
    private final long progressEvery;
    private String firstFailure;
    private long passed;
    private long failed;

    /** Checks every operation and reports no progress. */
    public AmountCheck()
    {
        this(AmountOperation.all(), 0);
    }

    /**
     * @param progressEvery cases after which a line of progress goes to standard error; 0: never.
     */
    public AmountCheck(final long progressEvery)
    {
        this(AmountOperation.all(), progressEvery);
    }

    AmountCheck(final List<AmountOperation> operations, final long progressEvery)
    {
        this.operations = operations;
        this.progressEvery = progressEvery;
    }

    /**
     * @param cases random cases; the edge cases are run besides.
     * @param out   receives the seed, the first failing operands if any, and {@code N passed, N failed, N skipped}.
     * @return exit code: 0, or 3 if a result differs.
     */
    public int run(final long seed, final long cases, final PrintStream out)
    {
        passed = 0;
        failed = 0;
        firstFailure = null;
        out.println("check amount: seed " + seed + ", " + cases + " random cases and all pairs of edge values");
        edges(AmountEdges.VALUES);
        random(new SplittableRandom(seed), cases);
        if (firstFailure != null)
        {
            out.println("first difference: " + firstFailure);
        }
        out.println(passed + " passed, " + failed + " failed, 0 skipped");
        return failed == 0 ? OK : DIFFERENT;
    }

    private void edges(final BigInteger[] values)
    {
        int pair = 0;
        for (final BigInteger x : values)
        {
            set(a, x);
            for (final BigInteger y : values)
            {
                set(b, y);
                final BigInteger z = set(c, values[pair++ * 31 % values.length]);
                for (final AmountOperation operation : operations)
                {
                    for (int r = 0; r < (operation.rounds() ? ROUNDINGS.length : 1); r++)
                    {
                        check(operation, x, y, z, r);
                    }
                }
            }
        }
    }

    private void random(final SplittableRandom random, final long cases)
    {
        for (long i = 0; i < cases; i++)
        {
            final BigInteger x = operand(random, a);
            final BigInteger y = operand(random, b);
            final AmountOperation operation = operations.get(random.nextInt(operations.size()));
            final BigInteger z = operation.operands() == 3 ? operand(random, c) : BigInteger.ONE;
            check(operation, x, y, z, random.nextInt(ROUNDINGS.length));
            if (progressEvery > 0 && (i + 1) % progressEvery == 0)
            {
                System.err.println("  " + (i + 1) + " of " + cases + " cases, " + failed + " failed");
            }
        }
    }

    private void check(
        final AmountOperation operation, final BigInteger x, final BigInteger y, final BigInteger z, final int rounding)
    {
        final BigInteger exact = operation.oracle().apply(x, y, z, MODES[rounding]);
        final String expected = exact == null ? "ArithmeticException" :
            exact.compareTo(MIN) < 0 || exact.compareTo(MAX) > 0 || exact.equals(NULL) ? "AmountRangeException" : null;
        String error = null;
        try
        {
            operation.subject().apply(a, b, c, ROUNDINGS[rounding], into);
        }
        catch (final RuntimeException e)
        {
            // Any error is a result to compare: the expected ones by name, others as a difference.
            error = e.getClass().getSimpleName();
        }
        final boolean same = expected != null || error != null ? expected != null && expected.equals(error) :
            into.low() == exact.longValue() && into.high() == exact.shiftRight(Long.SIZE).longValue();
        if (same)
        {
            passed++;
            return;
        }
        failed++;
        if (firstFailure == null)
        {
            firstFailure = operation.name() + " " + ROUNDINGS[rounding] + ", in units of 10^-18: a=" + x + " b=" + y +
                " c=" + z + " expected " + (expected != null ? expected : exact) + " but was " +
                (error != null ? error : AmountEdges.value(into));
        }
    }

    /** A random operand: edges, decimals as people write them, or any bits of any length. */
    private static BigInteger operand(final SplittableRandom random, final Amount amount)
    {
        final int kind = random.nextInt(16);
        if (kind == 0)
        {
            return set(amount, AmountEdges.VALUES[random.nextInt(AmountEdges.VALUES.length)]);
        }
        final boolean negative = random.nextBoolean();
        final long low = random.nextLong();
        if (kind < 5)
        {
            final BigInteger power = AmountEdges.POWERS_OF_TEN[random.nextInt(19)];
            final BigInteger decimal = BigInteger.valueOf(low >>> 1 + random.nextInt(63)).multiply(power);
            return set(amount, negative ? decimal.negate() : decimal);
        }
        final int bits = random.nextInt(128);
        final long high = bits > 64 ? random.nextLong() >>> 128 - bits : 0;
        amount.setRaw(high, bits >= 64 ? low : bits == 0 ? 0 : low >>> 64 - bits);
        return AmountEdges.value(negative ? amount.negate() : amount);
    }

    private static BigInteger set(final Amount amount, final BigInteger value)
    {
        if (value.bitLength() > 127)
        {
            return set(amount, value.shiftRight(value.bitLength() - 127));
        }
        amount.setRaw(value.shiftRight(Long.SIZE).longValue(), value.longValue());
        return amount.isNull() ? set(amount, BigInteger.TEN) : value;
    }

    private static RoundingMode[] modes()
    {
        final RoundingMode[] modes = new RoundingMode[ROUNDINGS.length];
        for (int i = 0; i < modes.length; i++)
        {
            modes[i] = RoundingMode.valueOf(ROUNDINGS[i].name());
        }
        return modes;
    }
}
