package io.utl.gateway.pipeline;

/** The machine's two clocks; a seam so that tests can move them. Thread: any. Allocates: nothing. */
public interface TimeSource
{
    /** The operating system's clocks; the wall clock in steps of a millisecond. */
    TimeSource SYSTEM = new TimeSource()
    {
        private static final long NS_PER_MS = 1_000_000L;

        @Override
        public long wallNs()
        {
            return System.currentTimeMillis() * NS_PER_MS;
        }

        @Override
        public long monotonicNs()
        {
            return System.nanoTime();
        }
    };

    /** Nanoseconds since the Unix epoch; may step. */
    long wallNs();

    /** Nanoseconds since some moment; never steps. */
    long monotonicNs();
}
