package io.utl.gateway.ring;

import com.lmax.disruptor.BlockingWaitStrategy;
import com.lmax.disruptor.BusySpinWaitStrategy;
import com.lmax.disruptor.PhasedBackoffWaitStrategy;
import com.lmax.disruptor.SleepingWaitStrategy;
import com.lmax.disruptor.WaitStrategy;
import com.lmax.disruptor.YieldingWaitStrategy;
import io.utl.config.settings.WaitKind;
import java.util.concurrent.TimeUnit;

/** The Disruptor's way of waiting for each of ours. Thread: any. Allocates: one strategy for each ring. */
final class WaitStrategies
{
    private static final long SPIN_US = 1;
    private static final long YIELD_US = 20;

    private WaitStrategies()
    {
    }

    static WaitStrategy of(final WaitKind kind)
    {
        return switch (kind)
        {
            case PHASED -> PhasedBackoffWaitStrategy.withLock(SPIN_US, YIELD_US, TimeUnit.MICROSECONDS);
            case SLEEP -> new SleepingWaitStrategy();
            case YIELD -> new YieldingWaitStrategy();
            case BUSY -> new BusySpinWaitStrategy();
            case BLOCK -> new BlockingWaitStrategy();
        };
    }
}
