package io.utl.connectivity.book;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.Side;

import java.util.ArrayDeque;

/**
 * A book from a snapshot asked for apart and a stream of updates that carry the ids of their first and last change.
 * Updates are kept until the snapshot is there; those that end at or before it are dropped; the first one kept must
 * begin at or before the id that follows the snapshot; from then on each begins where the one before ended, plus one.
 * Anything else - a hole, a repeat, a wrong order - is a GAP: levels are taken away before anybody is told, and a new
 * snapshot is asked for. A book is never patched.
 * <p>
 * Without any update kept the book is LIVE on the snapshot alone, since the stream was up before the snapshot was
 * taken; the first update after it is held against the snapshot.
 * <p>
 * Thread: one at a time. Allocates: copies of updates while it waits for a snapshot; nothing while LIVE.
 * Source: Binance Spot, WebSocket streams, "How to manage a local order book correctly".
 */
public final class SnapshotPlusDiff implements BookPolicy
{
    /** Updates kept for a snapshot: at one per 100 ms some 15 minutes. */
    static final int MAX_BUFFERED = 10_000;

    private final String symbol;
    private final long staleNs;
    private final BookListener listener;
    private final OrderBook depth = new OrderBook();
    private final OverlaidBook book = new OverlaidBook(depth);
    private final ArrayDeque<BookDiff> buffered = new ArrayDeque<>();
    private BookState state = BookState.IDLE;
    private long lastId;
    private long bufferedId;
    private boolean chained;
    private long aheadSinceNs;
    private boolean ahead;

    /**
     * @param symbol  as the venue spells it.
     * @param staleNs how long the best levels may stay newer than the depth before the book counts as STALE.
     */
    public SnapshotPlusDiff(final String symbol, final long staleNs, final BookListener listener)
    {
        this.symbol = symbol;
        this.staleNs = staleNs;
        this.listener = listener;
    }

    @Override
    public String symbol()
    {
        return symbol;
    }

    @Override
    public BookState state()
    {
        return state;
    }

    @Override
    public OverlaidBook book()
    {
        return book;
    }

    @Override
    public long lastId()
    {
        return lastId;
    }

    @Override
    public void start()
    {
        forget();
        state = BookState.BUFFERING;
        askForSnapshot();
    }

    @Override
    public void onDiff(final BookDiff diff)
    {
        if (state == BookState.IDLE)
        {
            return;
        }
        if (diff.firstId() > diff.lastId() || diff.firstId() <= 0)
        {
            invalidate(InvalidReason.CORRUPT, "update ids U=" + diff.firstId() + ", u=" + diff.lastId());
            return;
        }
        if (state == BookState.LIVE)
        {
            apply(diff);
            return;
        }
        if (!buffered.isEmpty() && diff.firstId() != bufferedId + 1)
        {
            // A broken chain can never be bridged: what was kept before the break is of no use to any snapshot.
            buffered.clear();
        }
        if (buffered.size() >= MAX_BUFFERED)
        {
            invalidate(InvalidReason.OVERFLOW, "no snapshot within " + MAX_BUFFERED + " updates");
            return;
        }
        buffered.add(diff.copy());
        bufferedId = diff.lastId();
    }

    @Override
    public void onSnapshot(final BookDiff snapshot)
    {
        if (state != BookState.SYNCING)
        {
            return;
        }
        while (!buffered.isEmpty() && buffered.peekFirst().lastId() <= snapshot.lastId())
        {
            buffered.removeFirst();
        }
        if (!buffered.isEmpty() && buffered.peekFirst().firstId() > snapshot.lastId() + 1)
        {
            // Older than what was kept: nothing was shown yet, so nothing becomes INVALID; a newer one is needed.
            state = BookState.BUFFERING;
            askForSnapshot();
            return;
        }
        depth.clear();
        lastId = snapshot.lastId();
        chained = false;
        if (!change(snapshot))
        {
            return;
        }
        state = BookState.LIVE;
        while (!buffered.isEmpty())
        {
            if (!follow(buffered.removeFirst()))
            {
                return;
            }
        }
        listener.live(this);
    }

    @Override
    public void onSnapshotFailed()
    {
        if (state == BookState.SYNCING)
        {
            state = BookState.BUFFERING;
            askForSnapshot();
        }
    }

    @Override
    public void onBest(
        final long updateId,
        final Amount bid,
        final Amount bidQty,
        final Amount ask,
        final Amount askQty,
        final long nowNs)
    {
        if (state != BookState.LIVE)
        {
            return;
        }
        if (!bidQty.isZero() && !askQty.isZero() && bid.compareTo(ask) >= 0)
        {
            invalidate(InvalidReason.CROSSED, "best levels u=" + updateId + ", bid=" + bid + ", ask=" + ask);
            return;
        }
        if (!book.overlay(updateId, lastId, bid, bidQty, ask, askQty))
        {
            return;
        }
        if (!ahead)
        {
            ahead = true;
            aheadSinceNs = nowNs;
        }
        else if (nowNs - aheadSinceNs > staleNs)
        {
            invalidate(InvalidReason.STALE, "depth stands at " + lastId + " while best levels are at " + updateId);
        }
    }

    @Override
    public void invalidate(final InvalidReason reason, final String detail)
    {
        if (state == BookState.IDLE)
        {
            return;
        }
        forget();
        state = BookState.INVALID;
        listener.invalid(this, reason, detail);
        if (state == BookState.INVALID)
        {
            askForSnapshot();
        }
    }

    @Override
    public void stop()
    {
        final boolean told = state != BookState.IDLE;
        forget();
        state = BookState.IDLE;
        if (told)
        {
            listener.invalid(this, InvalidReason.DISCONNECTED, "stream stopped");
        }
    }

    private void apply(final BookDiff diff)
    {
        if (!chained && diff.lastId() <= lastId)
        {
            return;
        }
        follow(diff);
    }

    /** One update behind what is in the book; false if the book had to be given up. */
    private boolean follow(final BookDiff diff)
    {
        final boolean fits = chained ? diff.firstId() == lastId + 1 : diff.firstId() <= lastId + 1;
        if (!fits)
        {
            invalidate(InvalidReason.GAP,
                "expected U=" + (lastId + 1) + ", received U=" + diff.firstId() + ", u=" + diff.lastId());
            return false;
        }
        chained = true;
        lastId = diff.lastId();
        return change(diff);
    }

    private boolean change(final BookDiff diff)
    {
        try
        {
            diff.applyTo(depth);
        }
        catch (final IllegalArgumentException e)
        {
            invalidate(InvalidReason.CORRUPT, e.getMessage() + ", u=" + diff.lastId());
            return false;
        }
        if (depth.crossed())
        {
            final String best = "bid=" + depth.price(Side.BUY, 0, new Amount()) +
                ", ask=" + depth.price(Side.SELL, 0, new Amount());
            invalidate(InvalidReason.CROSSED, best + " at u=" + diff.lastId());
            return false;
        }
        book.depthAt(lastId);
        ahead = false;
        return true;
    }

    private void askForSnapshot()
    {
        state = BookState.SYNCING;
        listener.snapshotNeeded(this);
    }

    private void forget()
    {
        depth.clear();
        book.clearOverlay();
        buffered.clear();
        lastId = 0;
        chained = false;
        ahead = false;
    }
}
