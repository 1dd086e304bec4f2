package io.utl.connectivity.book;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.Side;

/**
 * A depth book seen through the newest best bid and ask. The best levels come at once, the depth some 100 ms later:
 * until the depth has caught up its levels better than the newest best are hidden, and the best level itself is the
 * newest one. The depth book below is never written here, so it stays what the venue's chain of updates made it.
 * Marks and simulated fills both read this, so they cannot disagree.
 * <p>
 * Thread: the one that writes the depth book. Allocates: nothing.
 */
public final class OverlaidBook implements BookLevels
{
    private final OrderBook depth;
    private final Amount bid = new Amount();
    private final Amount bidQty = new Amount();
    private final Amount ask = new Amount();
    private final Amount askQty = new Amount();
    private long overlayId;
    private boolean overlaid;

    public OverlaidBook(final OrderBook depth)
    {
        this.depth = depth;
    }

    /** The book below. */
    public OrderBook depth()
    {
        return depth;
    }

    /**
     * Lays newer best levels over the depth.
     *
     * @param updateId the venue's number of the state they belong to; older than one seen before is ignored.
     * @param depthId  number up to which the depth book is whole; best levels not newer than that are ignored.
     * @return true if they are in use now.
     */
    public boolean overlay(
        final long updateId,
        final long depthId,
        final Amount bid,
        final Amount bidQty,
        final Amount ask,
        final Amount askQty)
    {
        if (updateId <= depthId || overlaid && updateId < overlayId)
        {
            return false;
        }
        this.bid.set(bid);
        this.bidQty.set(bidQty);
        this.ask.set(ask);
        this.askQty.set(askQty);
        overlayId = updateId;
        overlaid = true;
        return true;
    }

    /** The depth is whole up to this number: best levels that are not newer are dropped. */
    public void depthAt(final long depthId)
    {
        if (overlaid && overlayId <= depthId)
        {
            overlaid = false;
        }
    }

    /** Drops the best levels. */
    public void clearOverlay()
    {
        overlaid = false;
    }

    /** True while best levels newer than the depth are in use. */
    public boolean overlaid()
    {
        return overlaid;
    }

    @Override
    public int levels(final Side side)
    {
        return overlaid ? depth.levels(side) - hidden(side) + shown(side) : depth.levels(side);
    }

    @Override
    public Amount price(final Side side, final int level, final Amount into)
    {
        if (!overlaid)
        {
            return depth.price(side, level, into);
        }
        final int shown = shown(side);
        return level == 0 && shown == 1
            ? into.set(side == Side.BUY ? bid : ask)
            : depth.price(side, level - shown + hidden(side), into);
    }

    @Override
    public Amount qty(final Side side, final int level, final Amount into)
    {
        if (!overlaid)
        {
            return depth.qty(side, level, into);
        }
        final int shown = shown(side);
        return level == 0 && shown == 1
            ? into.set(side == Side.BUY ? bidQty : askQty)
            : depth.qty(side, level - shown + hidden(side), into);
    }

    /** A side without a quantity has no best level: the venue sends zeros then, and nothing of the depth is left. */
    private int shown(final Side side)
    {
        return (side == Side.BUY ? bidQty : askQty).isZero() ? 0 : 1;
    }

    private int hidden(final Side side)
    {
        return shown(side) == 0 ? depth.levels(side) : depth.atOrBetter(side, side == Side.BUY ? bid : ask);
    }
}
