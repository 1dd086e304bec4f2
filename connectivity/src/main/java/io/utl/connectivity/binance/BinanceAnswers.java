package io.utl.connectivity.binance;

import com.fasterxml.jackson.databind.JsonNode;
import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.Liquidity;
import io.utl.codecs.sbe.OrdStatus;
import io.utl.codecs.sbe.Side;
import io.utl.connectivity.venue.FillReport;

/**
 * Answers about orders and trades, the same by REST and by the WebSocket API.
 * Thread: the adapter's IO thread.
 * Source: order.status, openOrders.status, myTrades, time; "Conditional fields in Order Responses" are not needed.
 */
public final class BinanceAnswers
{
    private BinanceAnswers()
    {
    }

    /**
     * One order as an answer describes it.
     *
     * @param cumQty executed so far, of this venue order.
     * @param timeMs of the last change, else of the order; 0 if not said.
     */
    public record Order(
        String venueOrderId,
        String clientOrderId,
        String symbol,
        Side side,
        OrdStatus status,
        Amount qty,
        Amount price,
        Amount cumQty,
        long timeMs)
    {
    }

    /** @throws CorruptMessageException if id, symbol or status is missing. */
    public static Order order(final JsonNode node)
    {
        final String id = text(node, "orderId");
        final String status = text(node, "status");
        final String symbol = text(node, "symbol");
        if (id.isEmpty() || status.isEmpty() || symbol.isEmpty())
        {
            throw new CorruptMessageException("order lacks orderId, status or symbol");
        }
        final String original = text(node, "origClientOrderId");
        final String side = text(node, "side");
        return new Order(id, original.isEmpty() ? text(node, "clientOrderId") : original, symbol,
            side.isEmpty() ? Side.NULL_VAL : BinanceMapping.side(side), BinanceMapping.status(status),
            BinanceJson.amount(node, "origQty", new Amount()), BinanceJson.amount(node, "price", new Amount()),
            BinanceJson.amount(node, "executedQty", new Amount()),
            node.path("updateTime").asLong(node.path("transactTime").asLong(node.path("time").asLong(0))));
    }

    /**
     * One of our trades.
     *
     * @param into receives everything but order, revision and our name of the instrument.
     * @throws CorruptMessageException if ids or amounts are missing.
     */
    public static FillReport trade(final JsonNode node, final FillReport into)
    {
        into.clear();
        into.venueTradeId = text(node, "id");
        into.venueOrderId = text(node, "orderId");
        BinanceJson.amount(node, "qty", into.lastQty);
        BinanceJson.amount(node, "price", into.lastPx);
        BinanceJson.amount(node, "commission", into.fee);
        if (into.venueTradeId.isEmpty() || into.venueOrderId.isEmpty() || into.lastQty.signum() <= 0)
        {
            throw new CorruptMessageException("trade lacks id, orderId or qty");
        }
        into.feeAsset = text(node, "commissionAsset");
        into.venueTimeMs = node.path("time").asLong(0);
        into.side = node.path("isBuyer").asBoolean() ? Side.BUY : Side.SELL;
        into.liquidity = node.path("isMaker").asBoolean() ? Liquidity.MAKER : Liquidity.TAKER;
        return into;
    }

    /** The venue's time, milliseconds since the epoch. */
    public static long serverTimeMs(final JsonNode node)
    {
        if (!node.path("serverTime").isIntegralNumber())
        {
            throw new CorruptMessageException("time lacks serverTime");
        }
        return node.path("serverTime").longValue();
    }

    private static String text(final JsonNode node, final String field)
    {
        final JsonNode value = node.path(field);
        return value.isNull() ? "" : value.asText("");
    }
}
