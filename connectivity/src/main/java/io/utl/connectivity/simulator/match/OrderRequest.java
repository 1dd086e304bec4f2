package io.utl.connectivity.simulator.match;

import io.utl.codecs.amount.Amount;

/**
 * A new order as a client sent it, its fields already checked for form.
 *
 * @param timeInForce   null where the type has none; a market order counts as IOC.
 * @param price         quote per base; null for MARKET.
 * @param quantity      base; null if {@code quoteOrderQty} is given.
 * @param quoteOrderQty quote to spend or receive, MARKET only; else null.
 * @param clientOrderId the client's id; null to have one made.
 * @param stpMode       echoed; own orders never meet each other here, so it changes nothing.
 * @param strategyId    echoed; null if absent.
 * @param strategyType  echoed; null if absent.
 */
public record OrderRequest(
    String symbol, boolean buy, OrderType type, TimeInForce timeInForce, Amount price, Amount quantity,
    Amount quoteOrderQty, String clientOrderId, String stpMode, Long strategyId, Integer strategyType)
{
}
