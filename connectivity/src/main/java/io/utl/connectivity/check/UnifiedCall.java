package io.utl.connectivity.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.utl.connectivity.binance.BinanceCall;
import io.utl.connectivity.binance.OrderTicket;
import io.utl.connectivity.venue.RequestDraft;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;

/**
 * One case of the unified language in which the pack describes requests (createOrder, fetchOrder ...), put into calls
 * of Binance Spot by the venue's documentation.
 */
final class UnifiedCall
{
    /** Stands for a client order id that the caller did not give: each side makes its own. */
    static final String OWN_ID = "u1-1-0";
    private static final Set<String> ORDER_PARAMS = Set.of("clientOrderId", "newClientOrderId", "timeInForce",
        "postOnly", "triggerPrice", "stopPrice", "stopLossPrice", "takeProfitPrice", "cost", "quoteOrderQty",
        "createMarketBuyOrderRequiresPrice");
    private static final long HOUR_MS = 3_600_000;

    private final JsonNode input;
    private final JsonNode markets;
    private final boolean socket;

    /** What is to be sent; the reason instead, if the adapter does not offer it. */
    record Request(BinanceCall call, RequestDraft draft, String notOffered)
    {
        static Request none(final String reason)
        {
            return new Request(null, null, reason);
        }
    }

    UnifiedCall(final JsonNode input, final JsonNode markets, final boolean socket)
    {
        this.input = input;
        this.markets = markets;
        this.socket = socket;
    }

    Request request(final String method)
    {
        return switch (method)
        {
            case "createOrder" -> createOrder();
            case "editOrder" -> editOrder();
            case "cancelOrder" -> byId(BinanceCall.CANCEL);
            case "fetchOrder", "fetchOpenOrder" -> byId(BinanceCall.ORDER_STATUS);
            case "cancelAllOrders" -> of(BinanceCall.CANCEL_ALL, draft(BinanceCall.CANCEL_ALL)
                .param("symbol", symbol(0)));
            case "fetchOpenOrders" -> of(BinanceCall.OPEN_ORDERS, draft(BinanceCall.OPEN_ORDERS)
                .param("symbol", symbol(0)));
            case "fetchOrders", "fetchClosedOrders", "fetchCanceledOrders", "fetchCanceledAndClosedOrders" ->
                of(BinanceCall.ALL_ORDERS, window(draft(BinanceCall.ALL_ORDERS).param("symbol", symbol(0))));
            case "fetchMyTrades" -> of(BinanceCall.MY_TRADES,
                window(draft(BinanceCall.MY_TRADES).param("symbol", symbol(0))));
            case "fetchOrderTrades" -> of(BinanceCall.MY_TRADES,
                draft(BinanceCall.MY_TRADES).param("symbol", symbol(1)).param("orderId", text(0)));
            case "fetchBalance" -> of(BinanceCall.ACCOUNT, draft(BinanceCall.ACCOUNT));
            case "fetchTime" -> of(BinanceCall.TIME, draft(BinanceCall.TIME));
            case "fetchMarkets" -> of(BinanceCall.EXCHANGE_INFO, draft(BinanceCall.EXCHANGE_INFO));
            case "fetchOrderBook" -> of(BinanceCall.DEPTH,
                draft(BinanceCall.DEPTH).param("symbol", symbol(0)).param("limit", text(1)));
            case "fetchTicker" -> of(socket ? BinanceCall.BOOK_TICKER : BinanceCall.TICKER_24H,
                draft(socket ? BinanceCall.BOOK_TICKER : BinanceCall.TICKER_24H).param("symbol", symbol(0)));
            case "fetchTickers" -> of(BinanceCall.TICKER_24H,
                draft(BinanceCall.TICKER_24H).param("symbols", symbols()));
            case "fetchBidsAsks" -> of(BinanceCall.BOOK_TICKER,
                draft(BinanceCall.BOOK_TICKER).param("symbols", symbols()));
            case "fetchLastPrices" -> of(BinanceCall.PRICE_TICKER, draft(BinanceCall.PRICE_TICKER));
            case "fetchTrades" -> trades();
            case "fetchOHLCV" -> klines();
            default -> Request.none(method + " is not offered");
        };
    }

    private Request createOrder()
    {
        return order(BinanceCall.PLACE, draft(BinanceCall.PLACE), 0, input.path(5));
    }

    private Request editOrder()
    {
        return order(BinanceCall.CANCEL_REPLACE, draft(BinanceCall.CANCEL_REPLACE)
            .param("cancelReplaceMode", "STOP_ON_FAILURE").param("cancelOrderId", text(0)), 1, input.path(6));
    }

    private Request order(final BinanceCall call, final RequestDraft draft, final int at, final JsonNode params)
    {
        for (final Iterator<String> names = params.fieldNames(); names.hasNext(); )
        {
            final String name = names.next();
            if (!ORDER_PARAMS.contains(name))
            {
                return Request.none("order parameter " + name + " is not offered");
            }
        }
        final boolean market = text(at + 1).equals("market");
        final String stop = first(params, "stopLossPrice", "triggerPrice", "stopPrice", "takeProfitPrice");
        final boolean takeProfit = !first(params, "takeProfitPrice").isEmpty();
        final boolean postOnly =
            params.path("postOnly").asBoolean() || params.path("timeInForce").asText().equals("PO");
        final String type = stop.isEmpty() ?
            market ? "MARKET" : postOnly ? "LIMIT_MAKER" : "LIMIT" :
            (takeProfit ? "TAKE_PROFIT" : "STOP_LOSS") + (market ? "" : "_LIMIT");
        final String given = params.path("timeInForce").asText("");
        final String timeInForce = market || postOnly ? "" : given.isEmpty() ? "GTC" : given;
        final String price = Pack.plain(input.path(at + 4));
        final String cost = market ? cost(params, input.path(at + 3), input.path(at + 4)) : "";
        final String id = params.path("clientOrderId").asText(params.path("newClientOrderId").asText(OWN_ID));
        return of(call, new OrderTicket(symbol(at), text(at + 2).toUpperCase(Locale.ROOT), type, timeInForce,
            cost.isEmpty() ? Pack.plain(input.path(at + 3)) : "", cost, market ? "" : price, stop, id, "FULL")
            .into(draft));
    }

    /** Quote units to spend, where the caller names a cost or a price with a market order. */
    private static String cost(final JsonNode params, final JsonNode amount, final JsonNode price)
    {
        final String named = first(params, "cost", "quoteOrderQty");
        if (!named.isEmpty() || Pack.number(price) == null)
        {
            return named;
        }
        final BigDecimal cost = Pack.number(amount).multiply(Pack.number(price));
        return cost.stripTrailingZeros().toPlainString();
    }

    private Request byId(final BinanceCall call)
    {
        final JsonNode params = input.path(2);
        final String own = params.path("clientOrderId").asText(params.path("origClientOrderId").asText(""));
        return of(call, draft(call).param("symbol", symbol(1))
            .param(own.isEmpty() ? "orderId" : "origClientOrderId", own.isEmpty() ? text(0) : own));
    }

    private Request trades()
    {
        if (socket)
        {
            return Request.none("public trades are read from the stream, fetchTradesWs is not offered");
        }
        final RequestDraft draft = window(draft(BinanceCall.AGGREGATE_TRADES).param("symbol", symbol(0)));
        final BigDecimal since = Pack.number(input.path(1));
        return of(BinanceCall.AGGREGATE_TRADES,
            since == null ? draft : draft.param("endTime", since.longValue() + HOUR_MS));
    }

    private Request klines()
    {
        final String limit = text(3);
        return of(BinanceCall.KLINES, draft(BinanceCall.KLINES).param("symbol", symbol(0))
            .param("interval", text(1)).param("startTime", text(2))
            .param("limit", limit.isEmpty() && !socket ? "500" : limit));
    }

    private RequestDraft window(final RequestDraft draft)
    {
        return draft.param("startTime", text(1)).param("limit", text(2));
    }

    private Request of(final BinanceCall call, final RequestDraft draft)
    {
        return new Request(call, socket ? draft.param("returnRateLimits", "false") : draft, "");
    }

    private RequestDraft draft(final BinanceCall call)
    {
        return socket ? call.socket() : call.rest();
    }

    private String symbols()
    {
        if (!input.path(0).isArray())
        {
            return "";
        }
        final StringBuilder list = new StringBuilder("[");
        input.path(0).forEach(name ->
            list.append(list.length() > 1 ? "," : "").append('"').append(id(name.asText())).append('"'));
        return list.append(']').toString();
    }

    private String symbol(final int at)
    {
        final JsonNode name = input.path(at);
        return name.isTextual() ? id(name.asText()) : "";
    }

    private String id(final String unified)
    {
        return markets.path("markets").path(unified).path("id").asText(unified.replace("/", ""));
    }

    private String text(final int at)
    {
        final JsonNode value = input.path(at);
        return value.isMissingNode() || value.isNull() || value.isContainerNode() ? "" : value.asText();
    }

    private static String first(final JsonNode params, final String... names)
    {
        for (final String name : names)
        {
            if (params.hasNonNull(name))
            {
                return Pack.plain(params.path(name));
            }
        }
        return "";
    }
}
