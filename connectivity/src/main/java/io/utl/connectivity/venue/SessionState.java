package io.utl.connectivity.venue;

/**
 * State of a venue session.
 * <pre>
 *   DOWN ─► CONNECTING ─► UP ─► AUTHENTICATING ─► SUBSCRIBING ─► READY ◄─► DEGRADED
 *    ▲          any of them ─► DOWN                                └──► DRAINING ◄──┘
 *    └──────────────────────────────────────────────────────────────────────┘
 * </pre>
 */
public enum SessionState
{
    /** No connection; the next attempt waits for its time. */
    DOWN,
    CONNECTING,
    /** Connected, nobody authenticated yet. */
    UP,
    AUTHENTICATING,
    /** Authenticated; private stream and reconciliation under way. New orders are refused, cancels wait. */
    SUBSCRIBING,
    /** Orders may be sent. */
    READY,
    /** Late heartbeat, spent limits or a clock that is off: cancels and queries only. */
    DEGRADED,
    /** The connection ends soon: no new orders; what is under way may still be answered. */
    DRAINING;

    /** True if this state may follow {@code before}. */
    public boolean mayFollow(final SessionState before)
    {
        return switch (this)
        {
            case DOWN -> before != DOWN;
            case CONNECTING -> before == DOWN;
            case UP -> before == CONNECTING;
            case AUTHENTICATING -> before == UP;
            case SUBSCRIBING -> before == AUTHENTICATING;
            case READY -> before == SUBSCRIBING || before == DEGRADED;
            case DEGRADED -> before == READY;
            case DRAINING -> before == READY || before == DEGRADED;
        };
    }
}
