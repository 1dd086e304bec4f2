/**
 * Orders: their states, tables and identities, what clients ask, what venues report, what becomes of doubt.
 * Thread: core. Callers: the core's switch and its timers. What stays true: done and open make the quantity, every
 * order in doubt ends, a ClOrdID names one order for ever.
 */
package io.utl.gateway.core.order;
