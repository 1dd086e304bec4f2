package io.utl.benchmarks.micro;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.amount.Rounding;
import org.agrona.concurrent.UnsafeBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * Amount beside BigDecimal at 18 decimals: the same operands, the same rounding, results used. Small operands lie below
 * 2^62, large ones about 2^75, wide ones at 2^100 and 2^84; in units of 10^-18. Text is that of prices and quantities.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class AmountBenchmark
{
    private static final int COUNT = 1024;
    private static final int MASK = COUNT - 1;
    private static final int SCALE = 18;

    private final Operands small = new Operands(62, 62);
    private final Operands large = new Operands(75, 75);
    private final Operands wide = new Operands(100, 84);
    private final String[] texts = new String[COUNT];
    private final UnsafeBuffer[] ascii = new UnsafeBuffer[COUNT];
    private final Amount[] prices = new Amount[COUNT];
    private final BigDecimal[] pricesPeer = new BigDecimal[COUNT];
    private final UnsafeBuffer output = new UnsafeBuffer(new byte[64]);
    private final Amount result = new Amount();
    private int next;

    public AmountBenchmark()
    {
        final SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < COUNT; i++)
        {
            final long digits = 1 + random.nextLong(10_000_000_000_000L);
            final BigDecimal price = BigDecimal.valueOf(digits, 2 + random.nextInt(7));
            texts[i] = price.toPlainString();
            ascii[i] = new UnsafeBuffer(texts[i].getBytes());
            prices[i] = Amount.of(texts[i]);
            pricesPeer[i] = price;
        }
    }

    @Benchmark
    public Amount productSmall()
    {
        return small.product(result, next++ & MASK);
    }

    @Benchmark
    public BigDecimal productSmallPeer()
    {
        return small.productPeer(next++ & MASK);
    }

    @Benchmark
    public Amount productLarge()
    {
        return large.product(result, next++ & MASK);
    }

    @Benchmark
    public BigDecimal productLargePeer()
    {
        return large.productPeer(next++ & MASK);
    }

    @Benchmark
    public Amount productWide()
    {
        return wide.product(result, next++ & MASK);
    }

    @Benchmark
    public BigDecimal productWidePeer()
    {
        return wide.productPeer(next++ & MASK);
    }

    @Benchmark
    public Amount quotientLarge()
    {
        final int i = next++ & MASK;
        return result.quotient(large.a[i], large.b[i], Rounding.HALF_EVEN);
    }

    @Benchmark
    public BigDecimal quotientLargePeer()
    {
        final int i = next++ & MASK;
        return large.aPeer[i].divide(large.bPeer[i], SCALE, RoundingMode.HALF_EVEN);
    }

    @Benchmark
    public Amount proportionLarge()
    {
        final int i = next++ & MASK;
        return result.proportion(wide.a[i], large.a[i], large.b[i], Rounding.HALF_EVEN);
    }

    @Benchmark
    public BigDecimal proportionLargePeer()
    {
        final int i = next++ & MASK;
        return wide.aPeer[i].multiply(large.aPeer[i]).divide(large.bPeer[i], SCALE, RoundingMode.HALF_EVEN);
    }

    @Benchmark
    public Amount add()
    {
        final int i = next++ & MASK;
        return result.sum(large.a[i], large.b[i]);
    }

    @Benchmark
    public BigDecimal addPeer()
    {
        final int i = next++ & MASK;
        return large.aPeer[i].add(large.bPeer[i]);
    }

    @Benchmark
    public Amount parse()
    {
        final UnsafeBuffer text = ascii[next++ & MASK];
        return result.parse(text, 0, text.capacity());
    }

    @Benchmark
    public BigDecimal parsePeer()
    {
        return new BigDecimal(texts[next++ & MASK]);
    }

    @Benchmark
    public int format()
    {
        return prices[next++ & MASK].format(output, 0);
    }

    @Benchmark
    public String formatPeer()
    {
        return pricesPeer[next++ & MASK].toPlainString();
    }

    /** Pairs of operands of at most so many bits, either sign. */
    private static final class Operands
    {
        private final Amount[] a = new Amount[COUNT];
        private final Amount[] b = new Amount[COUNT];
        private final BigDecimal[] aPeer = new BigDecimal[COUNT];
        private final BigDecimal[] bPeer = new BigDecimal[COUNT];

        Operands(final int aBits, final int bBits)
        {
            final SplittableRandom random = new SplittableRandom(aBits * 131L + bBits);
            for (int i = 0; i < COUNT; i++)
            {
                aPeer[i] = operand(random, aBits);
                bPeer[i] = operand(random, bBits);
                a[i] = Amount.of(aPeer[i].toPlainString());
                b[i] = Amount.of(bPeer[i].toPlainString());
            }
        }

        Amount product(final Amount into, final int i)
        {
            return into.product(a[i], b[i], Rounding.HALF_EVEN);
        }

        BigDecimal productPeer(final int i)
        {
            return aPeer[i].multiply(bPeer[i]).setScale(SCALE, RoundingMode.HALF_EVEN);
        }

        private static BigDecimal operand(final SplittableRandom random, final int bits)
        {
            final BigInteger top = BigInteger.ONE.shiftLeft(bits - 1);
            final BigInteger magnitude = top.or(BigInteger.valueOf(random.nextLong() >>> 1).shiftLeft(bits - 62)
                .shiftRight(2)).or(BigInteger.valueOf(random.nextLong() >>> 3));
            return new BigDecimal(random.nextBoolean() ? magnitude : magnitude.negate(), SCALE);
        }
    }
}
