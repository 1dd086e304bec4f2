package io.utl.connectivity.simulator.match;

import io.utl.codecs.amount.Amount;
import io.utl.connectivity.simulator.market.MarketFrame;

/**
 * What the recorded market does to orders that rest.
 * <p>
 * A print through an order's price fills it whole. A print at its price first eats the quantity ahead, then the order,
 * oldest first, never more than was printed. A book that comes to cross an order fills it from the crossing levels, at
 * the order's own price. The quantity ahead shrinks by prints only: cancels ahead are not seen in a recording.
 * Thread: matching.
 */
final class RestingOrders
{
    private final OrderStore store;
    private final Settlement settlement;

    RestingOrders(final OrderStore store, final Settlement settlement)
    {
        this.store = store;
        this.settlement = settlement;
    }

    /** The order takes its place behind everything that is shown at its price. */
    void join(final VenueOrder order, final ReplayBook book)
    {
        order.queueAhead().set(book.shown(order.buy(), order.price()));
    }

    void printed(final MarketFrame trade, final long nowMs)
    {
        if (!store.anyOpen(trade.symbol()))
        {
            return;
        }
        final Amount left = new Amount().set(trade.quantity());
        for (final VenueOrder order : store.open(trade.symbol()))
        {
            final int side = trade.price().compareTo(order.price());
            if (order.buy() ? side < 0 : side > 0)
            {
                settlement.fill(order, order.price(), order.leaves(), true, nowMs);
            }
            else if (side == 0)
            {
                printedAt(order, left, nowMs);
            }
        }
    }

    private void printedAt(final VenueOrder order, final Amount left, final long nowMs)
    {
        final Amount ahead = new Amount().set(Decimals.min(order.queueAhead(), left));
        order.queueAhead().subtract(ahead);
        final Amount reached = new Amount().difference(left, ahead);
        final Amount quantity = Decimals.min(reached, order.leaves());
        if (quantity.signum() > 0)
        {
            left.subtract(quantity);
            settlement.fill(order, order.price(), quantity, true, nowMs);
        }
    }

    void moved(final String symbol, final ReplayBook book, final long nowMs)
    {
        if (!store.anyOpen(symbol))
        {
            return;
        }
        for (final VenueOrder order : store.open(symbol))
        {
            final TakePlan plan = TakePlan.ofQuantity(book, order.buy(), order.price(), order.leaves());
            for (final TakePlan.Part part : plan.parts())
            {
                book.take(!order.buy(), part.price(), part.quantity());
                settlement.fill(order, order.price(), part.quantity(), true, nowMs);
            }
        }
    }
}
