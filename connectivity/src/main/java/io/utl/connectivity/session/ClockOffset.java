package io.utl.connectivity.session;

/**
 * How far a venue's clock is ahead of ours, from answers that carry the venue's time. The sample with the shortest
 * way there and back is the best; a worse one replaces it only when the best is older than ten minutes, since clocks
 * drift. Thread: one at a time.
 */
public final class ClockOffset
{
    private static final long MAX_AGE_MS = 600_000;

    private long offsetMs;
    private long roundTripMs = Long.MAX_VALUE;
    private long sampledMs;

    /**
     * One sample.
     *
     * @param sentMs     our time before the question.
     * @param receivedMs our time at the answer.
     * @param venueMs    the venue's time in the answer, taken to be from the middle between both.
     */
    public void sample(final long sentMs, final long receivedMs, final long venueMs)
    {
        final long trip = Math.max(0, receivedMs - sentMs);
        if (trip <= roundTripMs || receivedMs - sampledMs > MAX_AGE_MS)
        {
            offsetMs = venueMs - (sentMs + trip / 2);
            roundTripMs = trip;
            sampledMs = receivedMs;
        }
    }

    /** The next sample counts, however slow: the venue says that our time is wrong. */
    public void distrust()
    {
        roundTripMs = Long.MAX_VALUE;
    }

    /** Milliseconds to add to our time. */
    public long offsetMs()
    {
        return offsetMs;
    }

    /** The venue's time for one of ours, milliseconds since the epoch. */
    public long venueMs(final long ourMs)
    {
        return ourMs + offsetMs;
    }
}
