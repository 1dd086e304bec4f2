package io.utl.connectivity.simulator.match;

import io.utl.codecs.amount.Amount;

/**
 * Where accepted orders, fills and ends are written before anybody is told. Each call gives the record's number, which
 * never repeats in a data directory. Thread: matching.
 */
public interface VenueMemory
{
    long accepted(VenueOrder order);

    long filled(VenueTrade trade);

    /** The order left the book without being filled: expired, or canceled under a cancel id. */
    long closed(VenueOrder order);

    /** The order's quantity became {@code quantity}, its client id what the order says now. */
    long amended(VenueOrder order, Amount quantity);

    /** Hands everything written since to the operating system; answers leave only behind it. */
    void flush();
}
