/**
 * What an order must pass before it is routed: limits, worst case, kill switches. Reads state, changes nothing but
 * its own counters of open quantity.
 * Thread: core. Callers: the order desks. What stays true: each refusal names field, value, rule, limit and headroom.
 */
package io.utl.gateway.core.risk;
