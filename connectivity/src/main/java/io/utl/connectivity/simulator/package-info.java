/**
 * The embedded venue: speaks Binance Spot's protocol on loopback sockets, its market replayed from a recording.
 * <p>
 * Role: a venue inside the process for demo and tests, reached by the adapter over real sockets only. Threads: one
 * matching thread owns market, orders and balances; one event loop owns the sockets. Callers: launch and tests, through
 * {@link io.utl.connectivity.simulator.VenueSimulator}. True always: what it answered is in {@code venue/} and there
 * again after {@code kill -9}; it shares no code with the Binance adapter.
 */
package io.utl.connectivity.simulator;
