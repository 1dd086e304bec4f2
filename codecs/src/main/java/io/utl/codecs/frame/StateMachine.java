package io.utl.codecs.frame;

import org.agrona.DirectBuffer;

/**
 * What the journal feeds: state that only journaled commands change. The core implements it; the pipeline, recovery
 * and the replayer host it without knowing more.
 * <p>
 * Thread: one at a time. Equal commands in equal order give equal events, byte for byte, and an equal digest.
 */
public interface StateMachine
{
    /** Builds an empty machine that tells its events to {@code sink}. */
    @FunctionalInterface
    interface Factory
    {
        StateMachine create(EventSink sink);
    }

    /**
     * Applies one journaled command; its events go to the sink, which is then told to publish them.
     * An exception from here means that state is half changed: whoever hosts the machine stops.
     */
    void onCommand(CommandFrame frame);

    /** Earliest deadline held in state, nanoseconds since the Unix epoch; {@link Long#MAX_VALUE} if there is none. */
    long nextDeadlineNs();

    /** Sequence of the last command applied or restored; 0 if none. */
    long lastSequence();

    /** Time of the last command applied or restored, nanoseconds since the Unix epoch; 0 if none. */
    long lastTimeNs();

    /** Running hash over all events told so far, over restarts too. */
    long eventHash();

    /** Number of events told so far, over restarts too. */
    long eventCount();

    /** Writes the whole state as canonical records in key order, with sequence, time, event hash and count. */
    void writeSnapshot(RecordSink sink);

    /** Takes one record of a snapshot, in the order written; only before the first command. */
    void loadRecord(DirectBuffer buffer, int offset, int length);

    /** Hash over exactly what {@link #writeSnapshot} writes. */
    long digest();
}
