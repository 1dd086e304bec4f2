package io.utl.config.settings;

/**
 * How a thread waits for the next frame: {@code utl.pipeline.waitStrategy}. Phased is the one that suits two cores;
 * yielding and spinning want more cores than threads.
 */
public enum WaitKind
{
    /** Spins 1 us, yields 20 us, then waits on a lock: idle for free, quick under load. */
    PHASED,
    /** Parks for moments: a quarter of a core when idle. */
    SLEEP,
    /** Yields: one core for each waiting thread. */
    YIELD,
    /** Spins: one core for each waiting thread. */
    BUSY,
    /** Waits on a lock: idle for free, some 15 us slower. */
    BLOCK
}
