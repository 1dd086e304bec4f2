package io.utl.codecs.amount;

import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

import java.lang.management.ManagementFactory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Arithmetic, text and bytes of amounts allocate nothing. */
class AmountAllocationTest
{
    private static final int ROUNDS = 20_000;

    private final com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean)ManagementFactory.getThreadMXBean();
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[128]);
    private final Amount price = Amount.of("65010.12345678");
    private final Amount qty = Amount.of("0.25000001");
    private final Amount large = Amount.of("-120000000000000000000.5");
    private final Amount result = new Amount();
    private final Rounding[] roundings = Rounding.values();

    @Test
    void allocatesNothing()
    {
        use(ROUNDS);
        final long id = Thread.currentThread().getId();
        long fewest = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 3; attempt++)
        {
            final long before = threads.getThreadAllocatedBytes(id);
            assertTrue(use(ROUNDS) != 0);
            fewest = Math.min(fewest, threads.getThreadAllocatedBytes(id) - before);
        }
        assertEquals(0, fewest);
    }

    private long use(final int rounds)
    {
        long sum = 0;
        for (int i = 0; i < rounds; i++)
        {
            final Rounding rounding = roundings[i % roundings.length];
            sum += result.product(price, qty, rounding).low();
            sum += result.quotient(price, qty, rounding).low();
            sum += result.proportion(large, qty, price, rounding).low();
            sum += result.quotient(large, price, rounding).low();
            sum += result.sum(price, large).subtract(qty).negate().abs().low();
            sum += result.compareTo(large) + result.compareAbs(price) + result.signum();
            sum += large.isMultipleOf(qty) ? 1 : 0;
            final int length = large.format(buffer, 32);
            result.parse(buffer, 32, length).put(buffer, 0);
            sum += result.get(buffer, 0).equals(large) ? result.hashCode() : 0;
            sum += result.parse("12345678901234567890.123456789").low();
        }
        return sum;
    }
}
