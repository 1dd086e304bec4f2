/**
 * The FIX 4.4 edge: QuickFIX/J acceptor, guard in front of it, translation to and from the inner messages.
 * <p>
 * Threads: MINA's IO threads (guard, framing), one thread per FIX session (requests), the FIX egress thread (reports).
 * Callers: the launcher starts {@link io.utl.gateway.fix.FixAcceptor}; the outbound ring feeds its egress port.
 * What stays true: nothing reaches QuickFIX/J before a logon was checked; what the bytes alone decide is answered here
 * by 35=3 or 35=j and never reaches the ring; an ExecutionReport comes from the core only; a price or a quantity never
 * passes through a binary fraction; everything sent is valid under the unchanged FIX44.xml of QuickFIX/J.
 */
package io.utl.gateway.fix;
