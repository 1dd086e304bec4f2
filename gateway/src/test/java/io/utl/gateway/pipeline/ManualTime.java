package io.utl.gateway.pipeline;

import java.util.concurrent.atomic.AtomicLong;

/** Clocks that move when told. */
public final class ManualTime implements TimeSource
{
    private final AtomicLong wall;
    private final AtomicLong monotonic = new AtomicLong(1_000_000_000L);

    public ManualTime(final long wallNs)
    {
        wall = new AtomicLong(wallNs);
    }

    @Override
    public long wallNs()
    {
        return wall.get();
    }

    @Override
    public long monotonicNs()
    {
        return monotonic.get();
    }

    /** Both clocks move on by as much. */
    public void pass(final long ns)
    {
        wall.addAndGet(ns);
        monotonic.addAndGet(ns);
    }

    /** Only the wall clock moves: somebody set it. */
    public void step(final long ns)
    {
        wall.addAndGet(ns);
    }
}
