package io.utl.connectivity.simulator.wire;

/** Where the transports put requests. What delays, drops or spoils them stands in front of it. */
interface RequestPort
{
    void submit(VenueRequest request);
}
