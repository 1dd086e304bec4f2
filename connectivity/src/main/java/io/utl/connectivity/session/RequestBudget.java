package io.utl.connectivity.session;

/**
 * A fixed window of requests, as venues count orders: so many in so much time. A share is kept back for those that
 * must always pass: cancels and questions. Thread: one at a time. Allocates: nothing.
 */
public final class RequestBudget
{
    private final int limit;
    private final int reserve;
    private final long windowNs;
    private long windowStartNs = Long.MIN_VALUE;
    private int used;

    /**
     * @param limit    requests in one window; 0 is no limit.
     * @param reserve  of these, how many only {@link #takeReserved} may use.
     * @param windowNs length of the window.
     */
    public RequestBudget(final int limit, final int reserve, final long windowNs)
    {
        if (reserve < 0 || limit > 0 && reserve >= limit)
        {
            throw new IllegalArgumentException("limit=" + limit + ", reserve=" + reserve + ": reserve must be smaller");
        }
        this.limit = limit;
        this.reserve = reserve;
        this.windowNs = windowNs;
    }

    /** @return false if the window has no room but the reserve. */
    public boolean take(final long nowNs)
    {
        return take(nowNs, limit - reserve);
    }

    /** @return false if the window is full, the reserve too. */
    public boolean takeReserved(final long nowNs)
    {
        return take(nowNs, limit);
    }

    private boolean take(final long nowNs, final int most)
    {
        if (limit == 0)
        {
            return true;
        }
        if (windowStartNs == Long.MIN_VALUE || nowNs - windowStartNs >= windowNs)
        {
            windowStartNs = nowNs;
            used = 0;
        }
        if (used >= most)
        {
            return false;
        }
        used++;
        return true;
    }
}
