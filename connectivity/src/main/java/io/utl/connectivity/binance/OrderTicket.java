package io.utl.connectivity.binance;

import io.utl.connectivity.venue.RequestDraft;

/**
 * What a new order says, in the venue's words. Empty fields are not sent.
 *
 * @param type          LIMIT, LIMIT_MAKER, MARKET, STOP_LOSS_LIMIT ...
 * @param timeInForce   GTC, IOC, FOK; only where the type takes one.
 * @param quantity      base units, plain decimal.
 * @param quoteQuantity quote units to spend instead, MARKET only.
 * @param responseType  ACK, RESULT or FULL.
 */
public record OrderTicket(
    String symbol,
    String side,
    String type,
    String timeInForce,
    String quantity,
    String quoteQuantity,
    String price,
    String stopPrice,
    String clientOrderId,
    String responseType)
{
    /** Adds its fields to a draft of {@code order.place} or {@code order.cancelReplace}. */
    public RequestDraft into(final RequestDraft draft)
    {
        return draft.param("symbol", symbol).param("side", side).param("type", type)
            .param("timeInForce", timeInForce).param("quantity", quantity).param("quoteOrderQty", quoteQuantity)
            .param("price", price).param("stopPrice", stopPrice).param("newClientOrderId", clientOrderId)
            .param("newOrderRespType", responseType);
    }
}
