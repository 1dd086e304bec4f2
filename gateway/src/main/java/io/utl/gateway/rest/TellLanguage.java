package io.utl.gateway.rest;

import io.utl.codecs.frame.EventFrame;
import org.agrona.MutableDirectBuffer;

/**
 * The one-line form, as the operators' door needs it.
 * <p>
 * Thread: the door's own.
 */
public interface TellLanguage
{
    /**
     * Encodes one line.
     *
     * @param buffer receives SBE header and message from 0 on.
     * @return bytes written.
     * @throws IllegalArgumentException naming token and rule; its message is shown to who typed the line.
     */
    int command(String line, MutableDirectBuffer buffer);

    /** One event as a line, without its end. */
    String event(EventFrame frame);
}
