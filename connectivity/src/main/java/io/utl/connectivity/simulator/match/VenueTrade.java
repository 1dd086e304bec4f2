package io.utl.connectivity.simulator.match;

import io.utl.codecs.amount.Amount;

/**
 * One fill of an own order. The amounts are never changed after construction.
 *
 * @param price      quote per base.
 * @param quantity   base.
 * @param commission in {@code commissionAsset}, at least 0.
 */
public record VenueTrade(
    long tradeId, long orderId, String symbol, boolean buyer, boolean maker, Amount price, Amount quantity,
    Amount commission, String commissionAsset, long timeMs)
{
    /** Price times quantity, exact for eight decimals each. */
    public Amount quoteQuantity()
    {
        return Decimals.notional(price, quantity);
    }
}
