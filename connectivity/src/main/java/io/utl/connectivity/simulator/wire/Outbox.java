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

    /** How much waits: the place for {@link #add(int, Runnable)}. */
    int size()
    {
        return waiting.size();
    }

    /** Puts an answer in front of the events that its request caused. */
    void add(final int place, final Runnable delivery)
    {
        waiting.add(place, delivery);
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
