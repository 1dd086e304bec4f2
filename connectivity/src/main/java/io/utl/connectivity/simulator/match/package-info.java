/**
 * The embedded venue's matching: replayed books, the account's orders, balances, fills and filters.
 * <p>
 * Role: decides what happens to an order against the recorded market. Thread: matching alone; nothing here is locked.
 * Callers: the venue's request handlers and its market player, both on that thread. True always: fills come only from
 * displayed recorded depth or recorded prints, the same liquidity is taken once, and every change is handed to
 * {@link io.utl.connectivity.simulator.match.VenueMemory} before anybody is told.
 */
package io.utl.connectivity.simulator.match;
