package io.utl.connectivity.simulator.match;

/** Order states in Binance's spelling. */
public enum OrderStatus
{
    NEW, PARTIALLY_FILLED, FILLED, CANCELED, EXPIRED;

    public boolean open()
    {
        return this == NEW || this == PARTIALLY_FILLED;
    }
}
