/**
 * The deterministic core: {@link io.utl.gateway.core.Core} takes journaled commands one after the other and tells
 * events.
 * Thread: one. Callers: pipeline, recovery, replayer, scenarios. What stays true: equal commands give equal events,
 * byte for byte; a request is answered once; a fact is booked once; the books sum to zero.
 */
package io.utl.gateway.core;
