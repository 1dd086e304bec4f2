/**
 * Binance Spot: market streams with depth, best levels and trades; orders, cancels, replaces and questions by the
 * WebSocket API with the private stream on the same socket; REST for instruments, clocks and depth snapshots.
 * Written from the documentation of 2026-07-21; what is known to differ is in docs/venues/binance.md.
 * Thread: one IO thread for everything but {@code onEvent}. What stays true: a request is sent once; a book that is
 * not LIVE gives no marks; a fill is reported from a trade, never from a status.
 */
package io.utl.connectivity.binance;
