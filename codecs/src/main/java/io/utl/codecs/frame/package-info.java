/**
 * Frames and seams: the form of a command and of an event in rings, journals and tests, and the four places where
 * modules meet: {@link io.utl.codecs.frame.IngressPort}, {@link io.utl.codecs.frame.EgressPort},
 * {@link io.utl.codecs.frame.EventSink}, {@link io.utl.codecs.frame.RecordSink}.
 * Threads: as each says. Nothing here allocates.
 */
package io.utl.codecs.frame;
