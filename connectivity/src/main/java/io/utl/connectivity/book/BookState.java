package io.utl.connectivity.book;

/**
 * Whether a book may be believed.
 * <pre>
 *   IDLE ─► BUFFERING ─► SYNCING ─► LIVE ─► INVALID ─► BUFFERING ...
 * </pre>
 */
public enum BookState
{
    /** Not subscribed. */
    IDLE,
    /** Updates are kept; no snapshot has been asked for yet. */
    BUFFERING,
    /** Updates are kept; a snapshot is on its way. */
    SYNCING,
    /** Snapshot and an unbroken chain of updates. */
    LIVE,
    /** Not believed any more; its levels are gone. */
    INVALID
}
