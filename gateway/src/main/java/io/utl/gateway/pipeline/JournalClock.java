package io.utl.gateway.pipeline;

/**
 * Journal time: what was, plus what passed on the monotonic clock, led towards the wall clock by at most 500 ppm. It
 * never decreases and never jumps by itself: a wall clock more than 100 ms away raises an alarm and is followed only
 * when an operator adopts it. After a restart it begins at the later of the wall clock and one nanosecond after the
 * last journaled time.
 * <p>
 * Thread: the journal's; {@link #alarms()} and {@link #offsetNs()} any. Allocates: nothing.
 */
final class JournalClock
{
    /** Distance from the wall clock, in nanoseconds, above which it is not followed. */
    public static final long STEP_NS = 100_000_000L;

    private static final long SLEW_DIVISOR = 2_000;
    private static final long NEAR_NS = 1_000_000L;

    private final TimeSource source;
    private long nowNs;
    private long monotonicNs;
    private long slewCarryNs;
    private boolean stepped;
    private volatile long alarms;
    private volatile long wallOffsetNs;

    /**
     * @param lastTimeNs of the last journaled command, nanoseconds since the Unix epoch; 0 if there is none.
     */
    public JournalClock(final TimeSource source, final long lastTimeNs)
    {
        this.source = source;
        nowNs = Math.max(lastTimeNs + 1, source.wallNs());
        monotonicNs = source.monotonicNs();
    }

    /** Journal time now, nanoseconds since the Unix epoch. */
    public long now()
    {
        final long monotonic = source.monotonicNs();
        final long elapsed = Math.max(0, monotonic - monotonicNs);
        monotonicNs = monotonic;
        nowNs += elapsed;
        final long offset = source.wallNs() - nowNs;
        wallOffsetNs = offset;
        final boolean far = Math.abs(offset) > STEP_NS;
        if (far && !stepped)
        {
            alarms++;
        }
        stepped = far;
        final long budget = slewCarryNs + elapsed;
        slewCarryNs = budget % SLEW_DIVISOR;
        if (!far && Math.abs(offset) > NEAR_NS)
        {
            // At most 500 ppm of what passed, so time moves on even when it is led back.
            final long most = budget / SLEW_DIVISOR;
            nowNs += Math.max(-Math.min(most, elapsed), Math.min(most, offset));
        }
        return nowNs;
    }

    /** An operator adopts the wall clock: journal time takes its value, if it is ahead. Returns journal time. */
    public long adopt()
    {
        now();
        nowNs = Math.max(nowNs, source.wallNs());
        stepped = Math.abs(source.wallNs() - nowNs) > STEP_NS;
        wallOffsetNs = source.wallNs() - nowNs;
        return nowNs;
    }

    /** Monotonic reading at the last {@link #now()}. */
    long monotonicNs()
    {
        return monotonicNs;
    }

    /** How often the wall clock went further away than can be followed. */
    public long alarms()
    {
        return alarms;
    }

    /** Wall clock less journal time when last looked at, nanoseconds. */
    public long offsetNs()
    {
        return wallOffsetNs;
    }
}
