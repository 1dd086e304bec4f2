package io.utl.connectivity.binance;

import io.utl.codecs.amount.Amount;
import io.utl.connectivity.venue.FillReport;
import io.utl.connectivity.venue.VenueReports;

import java.util.Map;
import java.util.TreeMap;

/**
 * Turns what replies, stream events and answers say about orders into reports. The same thing is told by more than
 * one of them, in any order: here it is told once. A fill is told only from a trade; an end is told only behind the
 * fills that the venue counts for it, which are asked for if one is missing.
 * Thread: the adapter's IO thread.
 */
final class OrderFacts
{
    private final OrderTracks tracks;
    private final VenueReports reports;
    private final Amount total = new Amount();
    private final Map<String, Long> lastTradeIds = new TreeMap<>();
    private CatchUp catchUp = (track, done) -> done.run();

    /** Asks the venue for the trades of an order and reports those not seen yet. */
    @FunctionalInterface
    interface CatchUp
    {
        /** @param done run when they are reported; not run if the connection is lost meanwhile. */
        void trades(OrderTrack track, Runnable done);
    }

    OrderFacts(final OrderTracks tracks, final VenueReports reports)
    {
        this.tracks = tracks;
        this.reports = reports;
    }

    void catchUpWith(final CatchUp with)
    {
        catchUp = with;
    }

    /** The venue took the order, or the new order of a replace. */
    void accepted(final OrderTrack track, final int revision, final String venueOrderId, final long timeMs)
    {
        if (track.pendingRevision == revision && revision > 0)
        {
            replaced(track, venueOrderId, timeMs);
            return;
        }
        if (revision != track.revision || track.accepted || track.ended)
        {
            return;
        }
        track.accepted = true;
        track.venueOrderId = venueOrderId;
        reports.accepted(track.orderId, revision, venueOrderId, timeMs);
    }

    /** The replace on its way is done. */
    void replaced(final OrderTrack track, final String venueOrderId, final long timeMs)
    {
        track.replaced(venueOrderId);
        reports.replaced(
            track.orderId, track.revision, venueOrderId, track.pendingQty, track.pendingPrice, timeMs);
    }

    /** The venue refused the order: nothing of it works. */
    void rejected(final OrderTrack track, final int revision, final int code, final String text, final long timeMs)
    {
        if (!track.ended && revision == track.revision)
        {
            tracks.end(track);
            reports.rejected(track.orderId, revision, code, text, timeMs);
        }
    }

    /**
     * One trade.
     *
     * @param track null if the order is not ours: every such trade is told, and booked once by its id.
     * @return false if it was told before.
     */
    boolean fill(final OrderTrack track, final FillReport fill)
    {
        if (track != null)
        {
            if (!track.tradeIds.add(fill.venueTradeId))
            {
                return false;
            }
            track.cum.add(fill.lastQty);
            if (fill.revision == track.revision)
            {
                track.revisionCum.add(fill.lastQty);
            }
            fill.orderId = track.orderId;
        }
        reports.fill(fill);
        return true;
    }

    /** Remembers how far the trades of an instrument were seen. */
    void seen(final String venueSymbol, final String tradeId)
    {
        try
        {
            lastTradeIds.merge(venueSymbol, Long.parseLong(tradeId), Math::max);
        }
        catch (final NumberFormatException e)
        {
            throw new CorruptMessageException("trade id '" + tradeId + "' is no number", e);
        }
    }

    /** Per venue symbol the newest trade id seen. */
    Map<String, Long> lastTradeIds()
    {
        return new TreeMap<>(lastTradeIds);
    }

    /** The venue counts this much for the present revision: are all of its trades here? */
    void counted(final OrderTrack track, final int revision, final Amount cumQty, final Runnable then)
    {
        if (track.complete && revision == track.revision && cumQty.compareTo(track.revisionCum) > 0)
        {
            catchUp.trades(track, then);
        }
        else
        {
            then.run();
        }
    }

    /** All of it is done. Nothing to tell: its fills have told it. */
    void filled(final OrderTrack track, final int revision)
    {
        if (revision == track.revision && track.pendingRevision == 0)
        {
            tracks.end(track);
        }
    }

    /**
     * The order of this revision no longer works.
     *
     * @param cumQty what the venue counts as done for this revision.
     */
    void ended(
        final OrderTrack track,
        final int revision,
        final String venueOrderId,
        final Amount cumQty,
        final boolean expired,
        final String text,
        final long timeMs)
    {
        if (track.ended || revision != track.revision)
        {
            return;
        }
        if (track.pendingRevision != 0)
        {
            // Part of the replace, unless that turns out to have failed.
            track.oldEnded = true;
            return;
        }
        final Amount counted = new Amount().set(cumQty);
        counted(track, revision, counted, () ->
        {
            if (!track.ended && revision == track.revision)
            {
                total(track, revision, counted);
                tracks.end(track);
                reports.canceled(track.orderId, revision, venueOrderId, total, expired, text, timeMs);
            }
        });
    }

    /** Done over all revisions, given what the venue counts for one. */
    Amount total(final OrderTrack track, final int revision, final Amount cumQty)
    {
        total.set(cumQty);
        if (revision == track.revision)
        {
            total.add(track.cum).subtract(track.revisionCum);
        }
        return total;
    }
}
