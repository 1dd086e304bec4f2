package io.utl.connectivity.simulator.match;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.amount.Rounding;
import io.utl.connectivity.simulator.market.InstrumentRules;
import io.utl.connectivity.simulator.market.InstrumentRules.Band;
import io.utl.connectivity.simulator.market.InstrumentRules.Notional;

/**
 * The symbol filters, in the order in which the venue names the first one that fails.
 * Thread: matching. Errors: {@link VenueError} -1013 {@code Filter failure: NAME}. Source: filters.md, July 2026; where
 * that page asks for an average of past trades this venue uses the last recorded trade.
 */
final class Filters
{
    private Filters()
    {
    }

    static void check(final InstrumentRules rules, final OrderRequest order, final Amount lastPrice)
    {
        if (order.price() != null)
        {
            price(rules, order, lastPrice);
        }
        if (order.quantity() != null)
        {
            require(order.quantity().signum() > 0 && rules.lot().holds(order.quantity()), "LOT_SIZE");
            require(order.type() != OrderType.MARKET || rules.marketLot().holds(order.quantity()), "MARKET_LOT_SIZE");
        }
        notional(rules.notional(), order, lastPrice);
    }

    static void quantity(final InstrumentRules rules, final Amount quantity)
    {
        require(quantity.signum() > 0 && rules.lot().holds(quantity), "LOT_SIZE");
    }

    static void openOrders(final InstrumentRules rules, final int open)
    {
        require(rules.maxNumOrders() == 0 || open < rules.maxNumOrders(), "MAX_NUM_ORDERS");
    }

    private static void price(final InstrumentRules rules, final OrderRequest order, final Amount lastPrice)
    {
        require(order.price().signum() > 0 && rules.price().holds(order.price()), "PRICE_FILTER");
        final Band band = rules.band();
        if (band != null && !lastPrice.isZero())
        {
            final Amount up = times(lastPrice, order.buy() ? band.bidUp() : band.askUp());
            final Amount down = times(lastPrice, order.buy() ? band.bidDown() : band.askDown());
            require(order.price().compareTo(up) <= 0 && order.price().compareTo(down) >= 0, band.filterType());
        }
    }

    private static void notional(final Notional rule, final OrderRequest order, final Amount lastPrice)
    {
        final boolean market = order.type() == OrderType.MARKET;
        final Amount value = order.quoteOrderQty() != null ? order.quoteOrderQty() :
            Decimals.notional(market ? lastPrice : order.price(), order.quantity());
        final boolean low = !rule.min().isZero() && (!market || rule.minToMarket()) && value.compareTo(rule.min()) < 0;
        final boolean high = !rule.max().isZero() && (!market || rule.maxToMarket()) && value.compareTo(rule.max()) > 0;
        require(!low && !high, rule.filterType());
    }

    private static Amount times(final Amount price, final Amount factor)
    {
        return new Amount().product(price, factor, Rounding.HALF_EVEN);
    }

    private static void require(final boolean holds, final String name)
    {
        if (!holds)
        {
            throw VenueError.filter(name);
        }
    }
}
