/**
 * Commands of operators, feeds and the gateway itself: definitions, limits, stops, marks, deposits, withdrawals,
 * transfers.
 * Thread: core. Callers: the core's switch. What stays true: each command either applies, and says so, or is refused
 * with one sentence and changes nothing.
 */
package io.utl.gateway.core.booking;
