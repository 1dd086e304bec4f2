package io.utl.codecs.frame;

import org.agrona.DirectBuffer;

/**
 * Takes the records of a snapshot, one after the other, in canonical order.
 * <p>
 * Thread: the one that owns the state written.
 */
@FunctionalInterface
public interface RecordSink
{
    /**
     * @param buffer holds one record: SBE header and message.
     * @param offset of the SBE header.
     * @param length of header and message.
     */
    void record(DirectBuffer buffer, int offset, int length);
}
