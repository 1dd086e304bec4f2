/**
 * What the embedded venue remembers over a restart: one append-only file of accepted orders, fills and ends.
 * <p>
 * Role: makes the simulator a venue, whose word holds after {@code kill -9}. Thread: matching, once started.
 * Callers: the simulator's start and its matching engine. True always: a record is with the operating system before
 * its answer leaves; record numbers, order ids and trade ids never repeat in a data directory.
 */
package io.utl.connectivity.simulator.memory;
