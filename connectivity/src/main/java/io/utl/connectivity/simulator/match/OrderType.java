package io.utl.connectivity.simulator.match;

/** The order types this venue offers; {@code exchangeInfo} lists exactly these. */
public enum OrderType
{
    LIMIT, LIMIT_MAKER, MARKET
}
