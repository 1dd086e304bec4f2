package io.utl.codecs.amount;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Every operation against BigDecimal: all pairs of edge values, then random operands of every size. */
class AmountOracleTest
{
    private static final long SEED = Long.getLong("utl.test.seed", 20_261_121L);
    private static final BigInteger MIN = BigInteger.ONE.shiftLeft(127).negate();
    private static final BigInteger MAX = BigInteger.ONE.shiftLeft(127).subtract(BigInteger.ONE);
    private static final BigInteger NULL = MIN.add(BigInteger.ONE.shiftLeft(63));
    private static final BigInteger SCALE = BigInteger.TEN.pow(18);

    private final Amount a = new Amount();
    private final Amount b = new Amount();
    private final Amount c = new Amount();
    private final Amount result = new Amount();

    @Test
    void agreesWithBigDecimalOnAllPairsOfEdgeValues()
    {
        final List<BigInteger> edges = edges();
        for (final BigInteger x : edges)
        {
            for (final BigInteger y : edges)
            {
                compareAll(x, y, SCALE);
                compareAll(x, y, y);
                compareAll(x, SCALE, y);
            }
        }
    }

    @Test
    void agreesWithBigDecimalOnRandomOperandsOfEverySize()
    {
        System.out.println("AmountOracleTest seed " + SEED);
        final SplittableRandom random = new SplittableRandom(SEED);
        final List<BigInteger> edges = edges();
        for (int i = 0; i < 60_000; i++)
        {
            compareAll(operand(random, edges), operand(random, edges), operand(random, edges));
        }
    }

    @Test
    void aReceiverMayBeItsOwnOperand()
    {
        assertEquals(Amount.of("6.25"), self("2.5").product(result, result, Rounding.HALF_EVEN));
        assertEquals(Amount.of("1"), self("2.5").quotient(result, result, Rounding.HALF_EVEN));
        assertEquals(Amount.of("2.5"), self("2.5").proportion(result, result, result, Rounding.HALF_EVEN));
        assertEquals(Amount.of("5"), self("2.5").add(result));
        assertEquals(Amount.of("0"), self("2.5").subtract(result));
    }

    @Test
    void theReceiverKeepsItsValueWhenTheResultDoesNotFit()
    {
        final Amount largest = new Amount().setRaw(Long.MAX_VALUE, -1L);
        result.set(Amount.of("7"));
        assertThrows(AmountRangeException.class, () -> result.sum(largest, largest));
        assertThrows(AmountRangeException.class, () -> result.product(largest, largest, Rounding.DOWN));
        assertThrows(AmountRangeException.class, () -> result.quotient(largest, Amount.of("0.5"), Rounding.DOWN));
        assertEquals(Amount.of("7"), result);
    }

    @Test
    void divisionByZeroIsAnError()
    {
        final Amount zero = new Amount();
        assertThrows(ArithmeticException.class, () -> result.quotient(Amount.of("1"), zero, Rounding.DOWN));
        assertThrows(ArithmeticException.class, () -> result.proportion(zero, zero, zero, Rounding.DOWN));
        assertThrows(ArithmeticException.class, () -> Amount.of("1").isMultipleOf(zero));
    }

    @Test
    void nothingIsComputedWithNull()
    {
        final Amount none = new Amount().setNull();
        final Amount one = Amount.of("1");
        assertTrue(none.isNull());
        assertEquals("null", none.toString());
        final List<Runnable> uses = List.of(
            () -> result.sum(none, one), () -> result.sum(one, none), () -> result.difference(one, none),
            () -> result.difference(none, one), () -> result.product(none, one, Rounding.DOWN),
            () -> result.product(one, none, Rounding.DOWN), () -> result.quotient(one, none, Rounding.DOWN),
            () -> result.quotient(none, one, Rounding.DOWN), () -> result.proportion(one, none, one, Rounding.DOWN),
            () -> new Amount().setNull().negate(), () -> new Amount().setNull().abs(), none::signum,
            () -> none.compareTo(one), () -> one.compareTo(none), () -> none.compareAbs(one),
            () -> none.isMultipleOf(one), () -> one.isMultipleOf(none));
        for (int i = 0; i < uses.size(); i++)
        {
            assertThrows(ArithmeticException.class, uses.get(i)::run, "use " + i);
        }
    }

    @Test
    void aResultThatWouldReadAsNullIsOutOfRange()
    {
        final Amount beside = new Amount().setRaw(Long.MIN_VALUE, Long.MIN_VALUE + 1);
        final Amount smallest = new Amount().setRaw(0, 1);
        assertThrows(AmountRangeException.class, () -> result.difference(beside, smallest));
        assertThrows(AmountRangeException.class, () -> new Amount().setRaw(Long.MAX_VALUE, Long.MIN_VALUE).negate());
    }

    private Amount self(final String text)
    {
        return result.parse(text);
    }

    private void compareAll(final BigInteger x, final BigInteger y, final BigInteger z)
    {
        set(a, x);
        set(b, y);
        set(c, z);
        check("sum", x, y, z, x.add(y), () -> result.sum(a, b));
        check("difference", x, y, z, x.subtract(y), () -> result.difference(a, b));
        check("negate", x, y, z, x.negate(), () -> result.set(a).negate());
        check("abs", x, y, z, x.abs(), () -> result.set(a).abs());
        assertEquals(x.compareTo(y), a.compareTo(b), () -> "compareTo " + x + " " + y);
        assertEquals(x.abs().compareTo(y.abs()), a.compareAbs(b), () -> "compareAbs " + x + " " + y);
        assertEquals(x.signum(), a.signum());
        assertEquals(new BigDecimal(x, 18).stripTrailingZeros().toPlainString(), zeroFixed(a.toString()));
        assertEquals(a, result.parse(a.toString()));
        for (final Rounding rounding : Rounding.values())
        {
            final RoundingMode mode = RoundingMode.valueOf(rounding.name());
            check("product " + mode, x, y, z, divide(x.multiply(y), SCALE, mode), () -> result.product(a, b, rounding));
            if (y.signum() != 0)
            {
                check("quotient " + mode, x, y, z, divide(x.multiply(SCALE), y, mode),
                    () -> result.quotient(a, b, rounding));
            }
            if (z.signum() != 0)
            {
                check("proportion " + mode, x, y, z, divide(x.multiply(y), z, mode),
                    () -> result.proportion(a, b, c, rounding));
            }
        }
        if (y.signum() != 0)
        {
            assertEquals(x.mod(y.abs()).signum() == 0, a.isMultipleOf(b), () -> "isMultipleOf " + x + " " + y);
        }
    }

    private static String zeroFixed(final String text)
    {
        return text.equals("0") ? BigDecimal.ZERO.toPlainString() : text;
    }

    private static BigInteger divide(final BigInteger numerator, final BigInteger divisor, final RoundingMode mode)
    {
        return new BigDecimal(numerator).divide(new BigDecimal(divisor), 0, mode).round(MathContext.UNLIMITED)
            .toBigIntegerExact();
    }

    private static void check(
        final String name,
        final BigInteger x,
        final BigInteger y,
        final BigInteger z,
        final BigInteger expected,
        final Supplier<Amount> operation)
    {
        BigInteger actual = null;
        try
        {
            actual = value(operation.get());
        }
        catch (final AmountRangeException e)
        {
            // Compared below: the oracle must be out of range as well.
        }
        final boolean fits = expected.compareTo(MIN) >= 0 && expected.compareTo(MAX) <= 0 && !expected.equals(NULL);
        assertEquals(fits ? expected : null, actual, () -> name + " of " + x + ", " + y + ", " + z);
    }

    private static List<BigInteger> edges()
    {
        final List<BigInteger> edges = new ArrayList<>();
        final List<BigInteger> centers = new ArrayList<>(List.of(
            BigInteger.ZERO, SCALE, SCALE.multiply(SCALE), SCALE.shiftRight(1), SCALE.shiftLeft(64),
            BigInteger.TEN.pow(9), BigInteger.TEN.pow(10), BigInteger.TEN.pow(27)));
        for (final int bit : new int[]{31, 32, 59, 60, 62, 63, 64, 65, 95, 96, 123, 126, 127})
        {
            centers.add(BigInteger.ONE.shiftLeft(bit));
        }
        for (final BigInteger center : centers)
        {
            for (int delta = -1; delta <= 1; delta++)
            {
                final BigInteger value = center.add(BigInteger.valueOf(delta));
                edges.add(value);
                edges.add(value.negate());
            }
        }
        edges.removeIf((value) -> value.compareTo(MIN) < 0 || value.compareTo(MAX) > 0 || value.equals(NULL));
        return edges.stream().distinct().toList();
    }

    private static BigInteger operand(final SplittableRandom random, final List<BigInteger> edges)
    {
        if (random.nextInt(16) == 0)
        {
            return edges.get(random.nextInt(edges.size()));
        }
        final int bits = random.nextInt(128);
        final BigInteger words = new BigInteger(1, new byte[16])
            .add(unsigned(random.nextLong()).shiftLeft(64)).add(unsigned(random.nextLong()));
        final BigInteger magnitude = words.shiftRight(128 - bits);
        final BigInteger value = random.nextBoolean() ? magnitude : magnitude.negate();
        return value.equals(NULL) ? BigInteger.ONE : value;
    }

    private static BigInteger unsigned(final long word)
    {
        return new BigInteger(Long.toUnsignedString(word));
    }

    private static void set(final Amount amount, final BigInteger value)
    {
        amount.setRaw(value.shiftRight(64).longValue(), value.longValue());
    }

    private static BigInteger value(final Amount amount)
    {
        return BigInteger.valueOf(amount.high()).shiftLeft(64).add(unsigned(amount.low()));
    }
}
