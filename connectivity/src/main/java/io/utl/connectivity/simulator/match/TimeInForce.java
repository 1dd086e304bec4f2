package io.utl.connectivity.simulator.match;

/** How long an order works: until canceled, for one moment in parts, or for one moment as a whole. */
public enum TimeInForce
{
    GTC, IOC, FOK
}
