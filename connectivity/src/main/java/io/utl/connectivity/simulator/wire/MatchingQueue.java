package io.utl.connectivity.simulator.wire;

/** The way onto the matching thread. Thread: any. */
public interface MatchingQueue
{
    /** Has {@code task} run on the matching thread, in order; false if it is full or stopped. */
    boolean offer(Runnable task);
}
