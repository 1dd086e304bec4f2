/**
 * What every venue session needs, whatever the venue: its states, reconnect with jittered backoff, the offset between
 * the venue's clock and ours, requests that wait for an answer, and reports that wait for room in the inbound ring.
 * Thread: the adapter's IO thread. What stays true: a request without an answer is reported as unknown, never resent;
 * a fact the ring refuses is kept, in order, and its socket is not read on.
 */
package io.utl.connectivity.session;
