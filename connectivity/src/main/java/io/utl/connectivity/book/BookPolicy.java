package io.utl.connectivity.book;

import io.utl.codecs.amount.Amount;

/**
 * Decides whether one instrument's book may be believed. One kind per way in which venues number their updates.
 * Thread: one at a time.
 */
public interface BookPolicy
{
    /** The instrument as the venue spells it. */
    String symbol();

    BookState state();

    /** Levels; empty unless LIVE. */
    OverlaidBook book();

    /** Id of the last update in the book; 0 before there is one. */
    long lastId();

    /** The stream is up: begin to keep updates and ask for a snapshot. */
    void start();

    /** One update from the stream, in the order of its arrival; copied if it must wait. */
    void onDiff(BookDiff diff);

    /** A snapshot that was asked for. */
    void onSnapshot(BookDiff snapshot);

    /** The snapshot could not be had: it is asked for again at the caller's pace. */
    void onSnapshotFailed();

    /** Newest best levels, if the venue sends them apart; a side without quantity is empty. */
    void onBest(long updateId, Amount bid, Amount bidQty, Amount ask, Amount askQty, long nowNs);

    /** The book must not be believed any more, for a reason seen outside: a corrupt frame, silence. Starts anew. */
    void invalidate(InvalidReason reason, String detail);

    /** The stream is gone. */
    void stop();
}
