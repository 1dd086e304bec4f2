/**
 * How the core speaks: events are written into frames that the sink gives, hashed, and published together.
 * Thread: core. Callers: the desks. What stays true: one command's events become visible at once, in the order written,
 * and the running hash covers every byte of them.
 */
package io.utl.gateway.core.event;
