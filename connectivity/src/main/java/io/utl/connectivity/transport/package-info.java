/**
 * Sockets towards venues: a WebSocket client and an HTTP client on Netty, each bound to one event loop.
 * Thread: the loop it was made with; every callback comes on that loop, so what hangs on one loop needs no lock.
 * What stays true: each connection that was asked for ends with exactly one {@code onClosed}, each call with exactly
 * one answer or one failure; nothing is ever sent twice.
 */
package io.utl.connectivity.transport;
