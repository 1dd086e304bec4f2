package io.utl.positions.ledger;

/**
 * A broken invariant, or a call that an upstream check should have prevented: the process stops at that sequence. Never
 * thrown for what a client or a venue may send; that is answered by {@code check}.
 */
public final class LedgerException extends RuntimeException
{
    private static final long serialVersionUID = 1L;

    public LedgerException(final String message)
    {
        super(message);
    }
}
