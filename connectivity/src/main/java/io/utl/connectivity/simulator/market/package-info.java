/**
 * Where the embedded venue's market comes from: a recorded capture of Binance streams, or a seeded synthetic one.
 * <p>
 * Role: reads files once to describe and check them, then hands out frames in recorded order. Thread: the thread that
 * opened a source scans it; after that only the matching thread reads on. Callers: {@code simulator}, its engine.
 * True always: a file that cannot be played in full is refused with a {@link
 * io.utl.connectivity.simulator.market.MarketFileException}; nothing is replaced by something else in silence.
 */
package io.utl.connectivity.simulator.market;
