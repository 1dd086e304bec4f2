/**
 * Binance Spot's protocol as the embedded venue speaks it: REST, WebSocket API, market streams, user data stream.
 * <p>
 * Role: requests to the matching engine, its answers and events back. Thread: parsing and signatures on the event loop,
 * everything that needs the venue's state on the matching thread. Callers: the simulator. True always: written from
 * Binance's documentation alone (binance-spot-api-docs, July 2026), shares no code with the adapter that it tests.
 */
package io.utl.connectivity.simulator.wire;
