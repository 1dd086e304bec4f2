package io.utl.connectivity.simulator;

/** Whether the venue's own limits (request weight, order counts, MAX_NUM_ORDERS) bind: off, or as at the venue. */
public enum Limits
{
    OFF, VENUE
}
