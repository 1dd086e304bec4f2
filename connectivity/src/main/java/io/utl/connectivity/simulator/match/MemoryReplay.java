package io.utl.connectivity.simulator.match;

import io.utl.codecs.amount.Amount;

/**
 * Brings back what the memory holds, record by record in the order written; tells nobody. Thread: the one that starts
 * the venue, before the matching thread runs. A record of an order that is unknown here ends the start: it is corrupt.
 */
public final class MemoryReplay
{
    private final OrderStore store;
    private final Settlement settlement;

    MemoryReplay(final OrderStore store, final Settlement settlement)
    {
        this.store = store;
        this.settlement = settlement;
    }

    public void accepted(final VenueOrder order)
    {
        settlement.restoreAccepted(order);
    }

    public void filled(final VenueTrade trade)
    {
        settlement.restoreFilled(order(trade.orderId()), trade);
    }

    public void closed(
        final long orderId, final OrderStatus status, final String reason, final String cancelId,
        final long timeMs)
    {
        settlement.restoreClosed(order(orderId), status, reason, cancelId, timeMs);
    }

    public void amended(final long orderId, final Amount quantity, final String clientOrderId, final long timeMs)
    {
        settlement.restoreAmended(order(orderId), quantity, clientOrderId, timeMs);
    }

    private VenueOrder order(final long orderId)
    {
        final VenueOrder order = store.byId(orderId);
        if (order == null)
        {
            throw new IllegalStateException("venue memory speaks of order " + orderId + " that it never accepted");
        }
        return order;
    }
}
