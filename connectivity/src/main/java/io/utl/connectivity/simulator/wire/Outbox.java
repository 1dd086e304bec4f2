package io.utl.connectivity.simulator.wire;

import java.util.ArrayList;
import java.util.List;

/**
 * What waits for the memory to be flushed before it leaves. Thread: matching.
 */
public final class Outbox
{
    private final List<Runnable> waiting = new ArrayList<>();

    public void add(final Runnable delivery)
    {
        waiting.add(delivery);
    }

    /** Lets everything out, in the order in which it was put in. */
    public void deliver()
    {
        if (!waiting.isEmpty())
        {
            waiting.forEach(Runnable::run);
            waiting.clear();
        }
    }
}
