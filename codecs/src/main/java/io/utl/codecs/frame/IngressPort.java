package io.utl.codecs.frame;

import org.agrona.DirectBuffer;

/**
 * The way in: any edge offers an encoded command here.
 * <p>
 * Thread: any; never blocks. Allocates: nothing.
 */
@FunctionalInterface
public interface IngressPort
{
    /**
     * Copies one command into the inbound ring.
     *
     * @param inputClass decides what happens when the ring fills.
     * @param session    number of the session that sends; 0 is the gateway itself.
     * @param buffer     holds the SBE header and the message.
     * @param offset     of the SBE header.
     * @param length     of header and message, at most {@link CommandFrame#MAX_LENGTH} less the frame header.
     * @return false when the ring is full for that class: nothing was taken. A request is then answered BUSY; a fact or
     *         a stop stays with the caller, who tries again and reads its socket no further; a sample is dropped.
     * @throws IllegalArgumentException if the command does not fit a frame.
     */
    boolean offer(InputClass inputClass, int session, DirectBuffer buffer, int offset, int length);
}
