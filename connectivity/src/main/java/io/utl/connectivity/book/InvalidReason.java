package io.utl.connectivity.book;

/** Why a book is not believed any more. */
public enum InvalidReason
{
    /** The chain of update ids is broken: lost, repeated or out of order. */
    GAP,
    /** Best bid at or above best ask. */
    CROSSED,
    /** A frame that could not be read, or carries a price or a quantity that cannot be. */
    CORRUPT,
    /** Best levels moved on while the depth stood still, or nothing was heard. */
    STALE,
    /** More updates than fit before a snapshot came. */
    OVERFLOW,
    /** The stream was cut. */
    DISCONNECTED
}
