package io.utl.connectivity.simulator.wire;

import io.utl.connectivity.simulator.match.VenueError;

/** The way back to who asked, in the form of the transport. Thread: matching. One of the two is called, once. */
interface Reply
{
    /**
     * @param json   the result as JSON text.
     * @param usage  what the request used up, for headers or the rateLimits array.
     */
    void result(String json, Usage usage);

    /** @param data JSON text of details; null for none. */
    void error(VenueError error, String data, Usage usage);
}
