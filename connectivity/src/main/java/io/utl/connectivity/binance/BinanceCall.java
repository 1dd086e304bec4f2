package io.utl.connectivity.binance;

import io.utl.connectivity.venue.RequestDraft;

/**
 * The calls of Binance Spot that are spoken here, with their names on both transports.
 * Source: REST API and WebSocket API, one section each.
 */
public enum BinanceCall
{
    TIME("time", "GET", "/api/v3/time", false),
    EXCHANGE_INFO("exchangeInfo", "GET", "/api/v3/exchangeInfo", false),
    DEPTH("depth", "GET", "/api/v3/depth", false),
    TRADES("trades.recent", "GET", "/api/v3/trades", false),
    AGGREGATE_TRADES("trades.aggregate", "GET", "/api/v3/aggTrades", false),
    KLINES("klines", "GET", "/api/v3/klines", false),
    TICKER_24H("ticker.24hr", "GET", "/api/v3/ticker/24hr", false),
    BOOK_TICKER("ticker.book", "GET", "/api/v3/ticker/bookTicker", false),
    PRICE_TICKER("ticker.price", "GET", "/api/v3/ticker/price", false),
    PLACE("order.place", "POST", "/api/v3/order", true),
    CANCEL("order.cancel", "DELETE", "/api/v3/order", true),
    CANCEL_REPLACE("order.cancelReplace", "POST", "/api/v3/order/cancelReplace", true),
    AMEND_KEEP_PRIORITY("order.amend.keepPriority", "PUT", "/api/v3/order/amend/keepPriority", true),
    CANCEL_ALL("openOrders.cancelAll", "DELETE", "/api/v3/openOrders", true),
    ORDER_STATUS("order.status", "GET", "/api/v3/order", true),
    OPEN_ORDERS("openOrders.status", "GET", "/api/v3/openOrders", true),
    ALL_ORDERS("allOrders", "GET", "/api/v3/allOrders", true),
    MY_TRADES("myTrades", "GET", "/api/v3/myTrades", true),
    ACCOUNT("account.status", "GET", "/api/v3/account", true),
    LOGON("session.logon", "", "", true),
    SUBSCRIBE("userDataStream.subscribe", "", "", false),
    SUBSCRIBE_SIGNED("userDataStream.subscribe.signature", "", "", true);

    private final String socketMethod;
    private final String restMethod;
    private final String restPath;
    private final boolean signed;

    BinanceCall(final String socketMethod, final String restMethod, final String restPath, final boolean signed)
    {
        this.socketMethod = socketMethod;
        this.restMethod = restMethod;
        this.restPath = restPath;
        this.signed = signed;
    }

    /** True if the venue wants a timestamp and a signature. */
    public boolean signed()
    {
        return signed;
    }

    /** An empty draft for the WebSocket API. */
    public RequestDraft socket()
    {
        return new RequestDraft(socketMethod, "");
    }

    /** An empty draft for REST. */
    public RequestDraft rest()
    {
        return new RequestDraft(restMethod, restPath);
    }
}
