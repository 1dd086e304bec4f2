package io.utl.connectivity.simulator.market;

import io.utl.codecs.amount.Amount;

/**
 * The trading rules of one spot instrument, as the venue's {@code exchangeInfo} tells them. Zero disables a bound.
 * The amounts are never changed after construction. Source: Binance filters page, July 2026.
 *
 * @param price        PRICE_FILTER: quote per base.
 * @param lot          LOT_SIZE: base.
 * @param marketLot    MARKET_LOT_SIZE: base.
 * @param notional     NOTIONAL or MIN_NOTIONAL: quote.
 * @param band         PERCENT_PRICE or PERCENT_PRICE_BY_SIDE; null if the venue told none.
 * @param maxNumOrders MAX_NUM_ORDERS; 0 for none.
 */
public record InstrumentRules(
    String symbol, String base, String quote, Range price, Range lot, Range marketLot, Notional notional, Band band,
    int maxNumOrders)
{
    /** Lowest and highest value and the step between values. */
    public record Range(Amount min, Amount max, Amount step)
    {
        public static Range of(final String min, final String max, final String step)
        {
            return new Range(Amount.of(min), Amount.of(max), Amount.of(step));
        }

        /** True if {@code value} keeps all rules that are not zero. */
        public boolean holds(final Amount value)
        {
            return (min.isZero() || value.compareTo(min) >= 0) && (max.isZero() || value.compareTo(max) <= 0) &&
                (step.isZero() || value.isMultipleOf(step));
        }
    }

    /**
     * Bounds of price times quantity.
     *
     * @param filterType {@code NOTIONAL}, or {@code MIN_NOTIONAL} of older captures, which has no maximum.
     */
    public record Notional(String filterType, Amount min, Amount max, boolean minToMarket, boolean maxToMarket)
    {
    }

    /**
     * Bounds of an order's price as factors of the last traded price.
     *
     * @param filterType {@code PERCENT_PRICE_BY_SIDE} or {@code PERCENT_PRICE}.
     */
    public record Band(String filterType, Amount bidUp, Amount bidDown, Amount askUp, Amount askDown)
    {
    }
}
