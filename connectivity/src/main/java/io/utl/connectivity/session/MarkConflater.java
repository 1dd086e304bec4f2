package io.utl.connectivity.session;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.Side;
import io.utl.connectivity.book.BookLevels;
import io.utl.connectivity.venue.VenueReports;

/**
 * Turns the movements of one book into marks: one is offered when best bid or ask has moved and enough time has
 * passed since the last one, 1 ms where orders work, 250 ms elsewhere. A mark that was dropped or came too soon is
 * offered again at its time, with the prices of then.
 * Thread: the adapter's IO thread. Allocates: nothing.
 */
public final class MarkConflater
{
    private final String symbol;
    private final VenueReports reports;
    private final Amount bid = new Amount();
    private final Amount ask = new Amount();
    private final Amount lastBid = new Amount();
    private final Amount lastAsk = new Amount();
    private boolean offered;
    private boolean waiting;
    private long lastNs;
    private long venueTimeMs;

    /** @param symbol our name of the instrument. */
    public MarkConflater(final String symbol, final VenueReports reports)
    {
        this.symbol = symbol;
        this.reports = reports;
    }

    /**
     * The book may have moved.
     *
     * @param intervalNs least time between two marks, as things are now.
     * @return nanoseconds after which {@link #retry} is due; 0 if nothing waits, negative if it was told before.
     */
    public long moved(final BookLevels book, final long venueTimeMs, final long nowNs, final long intervalNs)
    {
        if (book.levels(Side.BUY) == 0 || book.levels(Side.SELL) == 0)
        {
            return 0;
        }
        book.price(Side.BUY, 0, bid);
        book.price(Side.SELL, 0, ask);
        this.venueTimeMs = venueTimeMs;
        if (offered && bid.equals(lastBid) && ask.equals(lastAsk))
        {
            waiting = false;
            return 0;
        }
        final boolean told = waiting;
        waiting = true;
        final long rest = offered ? lastNs + intervalNs - nowNs : 0;
        if (rest > 0)
        {
            return told ? -1 : rest;
        }
        return offer(nowNs) ? 0 : told ? -1 : intervalNs;
    }

    /** The time of a mark that waits has come. @return true if nothing waits any more. */
    public boolean retry(final long nowNs)
    {
        return !waiting || offer(nowNs);
    }

    /** The book is not believed any more: what waits is void, and the next mark is offered at once. */
    public void invalid()
    {
        waiting = false;
        offered = false;
    }

    /** True if a mark of the present book was taken. */
    public boolean offered()
    {
        return offered;
    }

    private boolean offer(final long nowNs)
    {
        if (!reports.mark(symbol, bid, ask, venueTimeMs))
        {
            return false;
        }
        lastBid.set(bid);
        lastAsk.set(ask);
        lastNs = nowNs;
        offered = true;
        waiting = false;
        return true;
    }
}
