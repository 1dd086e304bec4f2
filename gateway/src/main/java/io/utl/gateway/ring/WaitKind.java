package io.utl.gateway.ring;

import com.lmax.disruptor.BlockingWaitStrategy;
import com.lmax.disruptor.BusySpinWaitStrategy;
import com.lmax.disruptor.PhasedBackoffWaitStrategy;
import com.lmax.disruptor.SleepingWaitStrategy;
import com.lmax.disruptor.WaitStrategy;
import com.lmax.disruptor.YieldingWaitStrategy;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** How a thread waits for the next frame; setting {@code utl.ring.wait}. Phased is the one that suits two cores. */
public enum WaitKind
{
    /** Spins 1 us, yields 20 us, then waits on a lock: idle for free, quick under load. */
    PHASED,
    /** Waits on a lock: idle for free, some 15 us slower. */
    BLOCKING,
    /** Parks for moments: a quarter of a core when idle. */
    SLEEPING,
    /** Yields: one core per waiting thread. Only with more cores than threads. */
    YIELDING,
    /** Spins: one core per waiting thread. Only with more cores than threads. */
    BUSY;

    private static final long SPIN_US = 1;
    private static final long YIELD_US = 20;

    /** A strategy for one ring. */
    WaitStrategy create()
    {
        return switch (this)
        {
            case PHASED -> PhasedBackoffWaitStrategy.withLock(SPIN_US, YIELD_US, TimeUnit.MICROSECONDS);
            case BLOCKING -> new BlockingWaitStrategy();
            case SLEEPING -> new SleepingWaitStrategy();
            case YIELDING -> new YieldingWaitStrategy();
            case BUSY -> new BusySpinWaitStrategy();
        };
    }

    /**
     * @param name as in the settings, lower case.
     * @throws IllegalArgumentException naming what is allowed.
     */
    public static WaitKind of(final String name)
    {
        for (final WaitKind kind : values())
        {
            if (kind.name().toLowerCase(Locale.ROOT).equals(name))
            {
                return kind;
            }
        }
        throw new IllegalArgumentException("utl.ring.wait=" + name + " must be one of " +
            Arrays.toString(values()).toLowerCase(Locale.ROOT));
    }
}
