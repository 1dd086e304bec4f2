/**
 * The road: inbound ring, journal stage, core stage, outbound ring, event journal and egress.
 * Threads: one for journal and core, one for the event journal, one per egress port, one timer.
 * Callers: whoever starts the gateway. Neighbours: {@code gateway.ring}, {@code gateway.journal}.
 * Stays true: a command is applied only after it is as durable as promised; sequence and time are given here and only
 * here; the first failure stops the process at that sequence.
 */
package io.utl.gateway.pipeline;
