package io.utl.connectivity.binance;

import io.utl.codecs.amount.Amount;

import java.util.HashSet;
import java.util.Set;

/**
 * What this process knows of one order at the venue: enough to tell each fact once and to notice a missing fill. The
 * truth about orders is the core's; a track may be forgotten at any time after the order's end.
 */
final class OrderTrack
{
    final long orderId;
    final String venueSymbol;
    /** Filled by trades seen here, over all revisions. */
    final Amount cum = new Amount();
    /** Of these, in the present revision. */
    final Amount revisionCum = new Amount();
    final Set<String> tradeIds = new HashSet<>();
    /** New total quantity and price of a replace on its way. */
    final Amount pendingQty = new Amount();
    final Amount pendingPrice = new Amount();
    /** True if every trade since the order's birth passed here: then a missing one can be noticed. */
    boolean complete;
    boolean accepted;
    boolean ended;
    int revision;
    String venueOrderId = "";
    /** Revision of a replace on its way; 0 is none. */
    int pendingRevision;
    /** The old order was reported as ended while its replace is on its way; told only if the replace fails. */
    boolean oldEnded;

    OrderTrack(final long orderId, final String venueSymbol, final int revision)
    {
        this.orderId = orderId;
        this.venueSymbol = venueSymbol;
        this.revision = revision;
    }

    /** The replace is done: what follows is about the new order. */
    void replaced(final String newVenueOrderId)
    {
        revision = pendingRevision;
        pendingRevision = 0;
        oldEnded = false;
        accepted = true;
        venueOrderId = newVenueOrderId;
        revisionCum.setZero();
    }
}
