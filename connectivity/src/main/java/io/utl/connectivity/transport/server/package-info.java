/**
 * A small HTTP and WebSocket server on loopback, for the venues that run inside this process.
 * <p>
 * Role: bytes to requests and text messages, strictly and within limits. Thread: Netty's event loop calls the handlers;
 * answers and messages may be given from any thread. Callers: {@code connectivity.simulator} only; the gateway's own
 * edges do not stand on it. True always: one answer to a request, in the order of requests; a reader that falls behind
 * is disconnected, never waited for.
 */
package io.utl.connectivity.transport.server;
