package io.utl.connectivity.simulator.wire;

import io.utl.connectivity.simulator.match.VenueError;

/**
 * Counts request weight per minute and orders per 10 seconds and day, in intervals of the wall clock as the venue does.
 * Limits are enforced only if asked for. Thread: matching. Errors: -1003 and -1015 with status 429.
 */
final class RateMeter
{
    private static final long TEN_SECONDS = 10_000;
    private static final long MINUTE = 60_000;
    private static final long DAY = 86_400_000;

    private final boolean enforced;
    private long minute;
    private long tenSeconds;
    private long day;
    private int weight;
    private int orders10s;
    private int ordersDay;

    RateMeter(final boolean enforced)
    {
        this.enforced = enforced;
    }

    /** Counts a request; what is above a limit is counted too, and refused by {@link #check}. */
    void count(final int requestWeight, final boolean order, final long nowMs)
    {
        roll(nowMs);
        weight += requestWeight;
        if (order)
        {
            orders10s++;
            ordersDay++;
        }
    }

    void check(final boolean order)
    {
        if (!enforced)
        {
            return;
        }
        if (weight > Usage.WEIGHT_LIMIT)
        {
            throw new VenueError(429, -1003, "Too much request weight used; current limit is " + Usage.WEIGHT_LIMIT +
                " request weight per 1 MINUTE. Please use WebSocket Streams for live updates to avoid polling the " +
                "API.");
        }
        if (order && (orders10s > Usage.ORDERS_10S_LIMIT || ordersDay > Usage.ORDERS_DAY_LIMIT))
        {
            throw new VenueError(429, -1015, orders10s > Usage.ORDERS_10S_LIMIT ?
                "Too many new orders; current limit is " + Usage.ORDERS_10S_LIMIT + " orders per 10 SECOND." :
                "Too many new orders; current limit is " + Usage.ORDERS_DAY_LIMIT + " orders per 1 DAY.");
        }
    }

    Usage usage(final boolean order, final long nowMs)
    {
        roll(nowMs);
        final long end = weight > Usage.WEIGHT_LIMIT ? (minute + 1) * MINUTE :
            orders10s > Usage.ORDERS_10S_LIMIT ? (tenSeconds + 1) * TEN_SECONDS : (day + 1) * DAY;
        return new Usage(weight, orders10s, ordersDay, order, end);
    }

    private void roll(final long nowMs)
    {
        if (nowMs / MINUTE != minute)
        {
            minute = nowMs / MINUTE;
            weight = 0;
        }
        if (nowMs / TEN_SECONDS != tenSeconds)
        {
            tenSeconds = nowMs / TEN_SECONDS;
            orders10s = 0;
        }
        if (nowMs / DAY != day)
        {
            day = nowMs / DAY;
            ordersDay = 0;
        }
    }
}
