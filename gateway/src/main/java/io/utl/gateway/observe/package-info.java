/**
 * What the gateway says about itself: counters, latency per stage, health.
 * Called by: the outbound ring (as one more egress), the HTTP port (scrapes and probes), the gateway's start (health).
 * Threads: each class says. Stays true: client names are never labels; the road waits for nothing here.
 */
package io.utl.gateway.observe;
