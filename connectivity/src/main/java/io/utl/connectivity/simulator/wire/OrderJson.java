package io.utl.connectivity.simulator.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.utl.codecs.amount.Amount;
import io.utl.connectivity.simulator.match.Decimals;
import io.utl.connectivity.simulator.match.MatchingEngine.Placed;
import io.utl.connectivity.simulator.match.OrderType;
import io.utl.connectivity.simulator.match.VenueEvents.Execution;
import io.utl.connectivity.simulator.match.VenueOrder;
import io.utl.connectivity.simulator.match.VenueTrade;
import io.utl.connectivity.simulator.match.Wallet;

import java.util.Map;
import java.util.Set;

/** Orders, trades and balances in the venue's field names. Thread: matching. Source: web-socket-api.md, July 2026. */
final class OrderJson
{
    private static final String ZERO = "0.00000000";

    private OrderJson()
    {
    }

    /** Answer to a placement of the given form: ACK, RESULT or FULL. */
    static ObjectNode placed(final Placed placed, final String form)
    {
        final VenueOrder order = placed.order();
        final ObjectNode json = Json.object();
        json.put("symbol", order.symbol());
        json.put("orderId", order.orderId());
        json.put("orderListId", -1);
        json.put("clientOrderId", order.clientOrderId());
        json.put("transactTime", order.updateMs());
        if ("ACK".equals(form))
        {
            return json;
        }
        state(json, order);
        json.put("workingTime", order.timeMs());
        json.put("selfTradePreventionMode", order.request().stpMode());
        expiry(json, order);
        if ("FULL".equals(form))
        {
            final ArrayNode fills = json.putArray("fills");
            for (final VenueTrade trade : placed.fills())
            {
                final ObjectNode fill = fills.addObject();
                fill.put("price", Decimals.text(trade.price()));
                fill.put("qty", Decimals.text(trade.quantity()));
                fill.put("commission", Decimals.text(trade.commission()));
                fill.put("commissionAsset", trade.commissionAsset());
                fill.put("tradeId", trade.tradeId());
            }
        }
        return json;
    }

    private static void state(final ObjectNode json, final VenueOrder order)
    {
        json.put("price", Decimals.text(order.price()));
        json.put("origQty", Decimals.text(order.quantity()));
        json.put("executedQty", Decimals.text(order.executed()));
        json.put("origQuoteOrderQty", quoteOrderQty(order));
        json.put("cummulativeQuoteQty", Decimals.text(order.quoteFilled()));
        json.put("status", order.status().name());
        json.put("timeInForce", timeInForce(order));
        json.put("type", order.request().type().name());
        json.put("side", order.buy() ? "BUY" : "SELL");
        strategy(json, order, "strategyId", "strategyType");
    }

    /** Answer to a cancel of the order that was known as {@code original}. */
    static ObjectNode canceled(final VenueOrder order, final String original)
    {
        final ObjectNode json = Json.object();
        json.put("symbol", order.symbol());
        json.put("origClientOrderId", original);
        json.put("orderId", order.orderId());
        json.put("orderListId", -1);
        json.put("clientOrderId", order.cancelId());
        json.put("transactTime", order.updateMs());
        state(json, order);
        json.put("selfTradePreventionMode", order.request().stpMode());
        return json;
    }

    static ObjectNode amended(final VenueOrder order, final String original, final long executionId)
    {
        final ObjectNode json = Json.object();
        json.put("transactTime", order.updateMs());
        json.put("executionId", executionId);
        final ObjectNode changed = json.putObject("amendedOrder");
        changed.put("symbol", order.symbol());
        changed.put("orderId", order.orderId());
        changed.put("orderListId", -1);
        changed.put("origClientOrderId", original);
        changed.put("clientOrderId", order.clientOrderId());
        changed.put("price", Decimals.text(order.price()));
        changed.put("qty", Decimals.text(order.quantity()));
        changed.put("executedQty", Decimals.text(order.executed()));
        changed.put("preventedQty", ZERO);
        changed.put("quoteOrderQty", ZERO);
        changed.put("cumulativeQuoteQty", Decimals.text(order.quoteFilled()));
        changed.put("status", order.status().name());
        changed.put("timeInForce", timeInForce(order));
        changed.put("type", order.request().type().name());
        changed.put("side", order.buy() ? "BUY" : "SELL");
        changed.put("workingTime", order.timeMs());
        changed.put("selfTradePreventionMode", order.request().stpMode());
        return json;
    }

    /** Answer to a question for one order. */
    static ObjectNode status(final VenueOrder order)
    {
        final ObjectNode json = Json.object();
        json.put("symbol", order.symbol());
        json.put("orderId", order.orderId());
        json.put("orderListId", -1);
        json.put("clientOrderId", order.clientOrderId());
        state(json, order);
        json.put("stopPrice", ZERO);
        json.put("icebergQty", ZERO);
        json.put("time", order.timeMs());
        json.put("updateTime", order.updateMs());
        json.put("isWorking", true);
        json.put("workingTime", order.timeMs());
        json.put("selfTradePreventionMode", order.request().stpMode());
        expiry(json, order);
        return json;
    }

    static ObjectNode trade(final VenueTrade trade)
    {
        final ObjectNode json = Json.object();
        json.put("symbol", trade.symbol());
        json.put("id", trade.tradeId());
        json.put("orderId", trade.orderId());
        json.put("orderListId", -1);
        json.put("price", Decimals.text(trade.price()));
        json.put("qty", Decimals.text(trade.quantity()));
        json.put("quoteQty", Decimals.text(trade.quoteQuantity()));
        json.put("commission", Decimals.text(trade.commission()));
        json.put("commissionAsset", trade.commissionAsset());
        json.put("time", trade.timeMs());
        json.put("isBuyer", trade.buyer());
        json.put("isMaker", trade.maker());
        json.put("isBestMatch", true);
        return json;
    }

    /** The event {@code executionReport}, without its wrapper. */
    static ObjectNode report(
        final VenueOrder order, final Execution execution, final VenueTrade trade, final String original,
        final long executionId, final long nowMs)
    {
        final ObjectNode json = Json.object();
        json.put("e", "executionReport");
        json.put("E", nowMs);
        json.put("s", order.symbol());
        json.put("c", execution == Execution.CANCELED ? order.cancelId() : order.clientOrderId());
        json.put("S", order.buy() ? "BUY" : "SELL");
        json.put("o", order.request().type().name());
        json.put("f", timeInForce(order));
        json.put("q", Decimals.text(order.quantity()));
        json.put("p", Decimals.text(order.price()));
        json.put("P", ZERO);
        json.put("F", ZERO);
        json.put("g", -1);
        json.put("C", original);
        json.put("x", execution.name());
        json.put("X", order.status().name());
        json.put("r", "NONE");
        json.put("i", order.orderId());
        json.put("l", trade == null ? ZERO : Decimals.text(trade.quantity()));
        json.put("z", Decimals.text(order.executed()));
        json.put("L", trade == null ? ZERO : Decimals.text(trade.price()));
        json.put("n", trade == null ? "0" : Decimals.text(trade.commission()));
        json.put("N", trade == null ? null : trade.commissionAsset());
        json.put("T", order.updateMs());
        json.put("t", trade == null ? -1 : trade.tradeId());
        json.put("I", executionId);
        json.put("w", order.status().open() && order.request().type() != OrderType.MARKET);
        json.put("m", trade != null && trade.maker());
        json.put("M", false);
        json.put("O", order.timeMs());
        json.put("Z", Decimals.text(order.quoteFilled()));
        json.put("Y", trade == null ? ZERO : Decimals.text(trade.quoteQuantity()));
        json.put("Q", quoteOrderQty(order));
        json.put("W", order.timeMs());
        json.put("V", order.request().stpMode());
        strategy(json, order, "j", "J");
        if (order.expiryReason() != null)
        {
            json.put("eR", order.expiryReason());
        }
        return json;
    }

    /** The event {@code outboundAccountPosition}, without its wrapper. */
    static ObjectNode position(final Wallet wallet, final Set<String> assets, final long nowMs)
    {
        final ObjectNode json = Json.object();
        json.put("e", "outboundAccountPosition");
        json.put("E", nowMs);
        json.put("u", nowMs);
        final ArrayNode balances = json.putArray("B");
        for (final String asset : assets)
        {
            final ObjectNode one = balances.addObject();
            one.put("a", asset);
            one.put("f", Decimals.text(wallet.of(asset).free()));
            one.put("l", Decimals.text(wallet.of(asset).locked()));
        }
        return json;
    }

    static ArrayNode balances(final Wallet wallet, final boolean omitZero)
    {
        final ArrayNode json = Json.array();
        for (final Map.Entry<String, Wallet.Balance> entry : wallet.all().entrySet())
        {
            final Wallet.Balance balance = entry.getValue();
            if (!omitZero || !balance.free().isZero() || !balance.locked().isZero())
            {
                final ObjectNode one = json.addObject();
                one.put("asset", entry.getKey());
                one.put("free", Decimals.text(balance.free()));
                one.put("locked", Decimals.text(balance.locked()));
            }
        }
        return json;
    }

    private static String timeInForce(final VenueOrder order)
    {
        return order.request().timeInForce() == null ? "GTC" : order.request().timeInForce().name();
    }

    private static String quoteOrderQty(final VenueOrder order)
    {
        final Amount value = order.request().quoteOrderQty();
        return value == null ? ZERO : Decimals.text(value);
    }

    private static void strategy(
        final ObjectNode json, final VenueOrder order, final String idName, final String typeName)
    {
        if (order.request().strategyId() != null)
        {
            json.put(idName, order.request().strategyId());
        }
        if (order.request().strategyType() != null)
        {
            json.put(typeName, order.request().strategyType());
        }
    }

    private static void expiry(final ObjectNode json, final VenueOrder order)
    {
        if (order.expiryReason() != null)
        {
            json.put("expiryReason", order.expiryReason());
        }
    }
}
