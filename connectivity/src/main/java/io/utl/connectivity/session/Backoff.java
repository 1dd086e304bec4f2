package io.utl.connectivity.session;

import java.util.Random;

/**
 * How long to wait before the next attempt: doubles from the base to the maximum, with full jitter over its upper
 * half, so that many clients of one venue do not come back in step.
 * Thread: one at a time.
 */
public final class Backoff
{
    private final long baseMs;
    private final long maxMs;
    private final Random random;
    private long ceilingMs;

    /**
     * @param baseMs first wait, more than 0.
     * @param maxMs  longest wait; keep it inside the venue's limit of connects.
     * @param seed   of the jitter.
     */
    public Backoff(final long baseMs, final long maxMs, final long seed)
    {
        if (baseMs <= 0 || maxMs < baseMs)
        {
            throw new IllegalArgumentException(
                "baseMs=" + baseMs + ", maxMs=" + maxMs + ": needs 0 < baseMs <= maxMs");
        }
        this.baseMs = baseMs;
        this.maxMs = maxMs;
        this.random = new Random(seed);
        this.ceilingMs = baseMs;
    }

    /** The wait before the next attempt, milliseconds. */
    public long nextMs()
    {
        final long half = ceilingMs / 2;
        final long wait = half + random.nextInt((int)Math.min(Integer.MAX_VALUE, ceilingMs - half) + 1);
        ceilingMs = Math.min(maxMs, ceilingMs * 2);
        return wait;
    }

    /** An attempt held: the next wait is short again. */
    public void reset()
    {
        ceilingMs = baseMs;
    }
}
