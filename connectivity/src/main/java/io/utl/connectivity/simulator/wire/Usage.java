package io.utl.connectivity.simulator.wire;

/**
 * Counts of the running intervals after a request.
 *
 * @param placesOrder true if the request belongs to the order counters too.
 */
record Usage(int weight, int orders10s, int ordersDay, boolean placesOrder, long retryAfterMs)
{
    static final int WEIGHT_LIMIT = 6_000;
    static final int ORDERS_10S_LIMIT = 100;
    static final int ORDERS_DAY_LIMIT = 200_000;
}
