package io.utl.connectivity.venue;

/** What a venue adapter offers. What is not declared is refused at the edge, never found out at run time. */
public enum Capability
{
    LIMIT_ORDERS,
    MARKET_ORDERS,
    POST_ONLY,
    IMMEDIATE_OR_CANCEL,
    FILL_OR_KILL,
    /** Cancel and new order in one request. */
    REPLACE,
    /** State of one order by our id. */
    ORDER_QUERY,
    /** All open orders, and fills since a trade id. */
    RECONCILE,
    TRADES,
    BEST_LEVELS,
    DEPTH
}
