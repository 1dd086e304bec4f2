/**
 * The two rings: frames of up to 4,096 bytes in slots over one off-heap buffer, handed over by Disruptor sequences.
 * Threads: many offer to the inbound ring, one takes; one writes the outbound ring, each drainer reads all of it.
 * Callers: edges (through {@code IngressPort}), the core (through {@code EventSink}), the pipeline.
 * Stays true: an offer never blocks; the events of a command become visible together; nothing is allocated per frame.
 */
package io.utl.gateway.ring;
