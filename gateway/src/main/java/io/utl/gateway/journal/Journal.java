package io.utl.gateway.journal;

import org.agrona.DirectBuffer;

/**
 * One epoch of one journal, open for appending. A record appended survives the process; a record forced survives the
 * machine. The first failure is final: every later call throws.
 * <p>
 * Thread: one appends; {@link #force()} may be called by one other. Allocates: nothing in steady state.
 */
public interface Journal extends AutoCloseable
{
    /**
     * Appends one frame as a record chained to the one before.
     *
     * @param sequence of the command, or of the command that caused the event.
     * @param index    of the event; 0 for a command.
     * @param timeNs   of the frame, nanoseconds since the Unix epoch; decides when the file rolls.
     * @param buffer   off heap or on heap, holds the whole frame.
     * @param length   of the frame, header included, at most 4,096.
     * @throws JournalFailure if the record could not be written, for instance because the disk is full.
     */
    void append(RecordKind kind, long sequence, int index, long timeNs, DirectBuffer buffer, int offset, int length);

    /**
     * Forces what was appended before this call to the disk, then moves the high-water mark.
     *
     * @throws JournalFailure if the disk did not take it. It is not tried again.
     */
    void force();

    /** The appending thread hands over: the next thread calls this before its first append. */
    void adopt();

    /** Position of the last record appended; that of the head's predecessor before the first. */
    Position lastAppended();

    /** Sequence of the last record appended. Thread: any. */
    long lastAppendedSequence();

    /** Sequence of the last record forced. Thread: any. */
    long lastForcedSequence();

    /** Forces, marks the epoch as ended cleanly, closes. */
    void closeClean();

    /** Forces the mark too, so that a loss of power does not set it back; at checkpoints. Thread: as force. */
    void forceMark();

    /** Closes the files and says nothing: the next start treats the epoch as that of a killed process. */
    @Override
    void close();
}
