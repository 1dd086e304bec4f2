package io.utl.connectivity.venue;

import io.utl.codecs.frame.EgressPort;

import java.util.List;

/**
 * One venue, whole. It takes {@code RouteOrder, RouteCancel, RouteReplace, RouteQuery} of its venue as an
 * {@link EgressPort} and reports by the {@code IngressPort} it was made with: facts (accepted, rejected, filled,
 * canceled, replaced, outcome unknown, state, session) and samples (mark, feed alive).
 * <p>
 * Thread: {@code onEvent} comes from the venue egress thread, copies and returns, never blocks and never offers.
 * Sockets, timers, books and offers belong to the adapter's own IO thread. {@code state} and {@code instruments} may
 * be read from anywhere.
 * Repeats: facts may come twice, in a reply and in a stream, and again after a reconnect; each carries the venue's
 * ids, so a reader books it once.
 */
public interface VenueAdapter extends EgressPort, AutoCloseable
{
    /** What this venue is and can do. */
    VenueDescriptor descriptor();

    /** Begins to connect and returns at once. Called once. */
    void start();

    /** State of the order session. Only READY takes new orders. */
    SessionState state();

    /** Instruments as last listed by the venue; empty before the first list has come. */
    List<Instrument> instruments();

    /** True if the book of this instrument, named as we do, is LIVE and a mark of it was taken by the core's ring. */
    boolean marked(String symbol);

    /** Drains and closes: no request is sent any more, sockets are closed, the IO thread ends. */
    @Override
    void close();
}
