package io.utl.codecs.frame;

/**
 * The way out: told of every event, in order.
 * <p>
 * Thread: one egress thread. Whoever implements this waits for nobody and never offers to the inbound ring: that is
 * why two rings cannot block each other.
 */
@FunctionalInterface
public interface EgressPort
{
    /**
     * @param frame    the event; valid during the call only.
     * @param endOfBatch true if no further event is waiting: a good moment to flush.
     */
    void onEvent(EventFrame frame, boolean endOfBatch);
}
