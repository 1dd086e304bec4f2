/**
 * HTTP on bare Netty: health, metrics, and the operators' door on its own loopback port.
 * Called by: the gateway's start, which gives each port its {@code Routes}. Threads: Netty's event loops; a resource
 * that must wait answers later from another thread. Stays true: framing and size are judged before the route; exactly
 * one answer, then the end of the stream; text from outside is never echoed into a header.
 */
package io.utl.gateway.rest;
