package io.utl.connectivity.simulator.match;

import java.util.Set;

/** What the account's streams are told, in order. Called on the matching thread, before the memory is flushed. */
public interface VenueEvents
{
    /** Kinds of an execution report, in Binance's spelling. */
    enum Execution
    {
        NEW, TRADE, CANCELED, EXPIRED, REPLACED
    }

    /**
     * One change of an order, as the order stands now.
     *
     * @param trade              the fill of {@link Execution#TRADE}; else null.
     * @param originalClientId   the id by which the order was known before a cancel or an amendment; else empty.
     * @param executionId        number of the record in the venue's memory.
     */
    void report(
        VenueOrder order, Execution execution, VenueTrade trade, String originalClientId, long executionId, long nowMs);

    /** Balances of {@code assets} changed. */
    void balances(Set<String> assets, long nowMs);
}
