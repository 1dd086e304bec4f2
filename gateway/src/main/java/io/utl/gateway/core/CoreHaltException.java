package io.utl.gateway.core;

/**
 * An invariant broke while state was changing: the books can no longer be trusted, so the process stops at this
 * sequence. Nothing of the command was made visible.
 */
public final class CoreHaltException extends RuntimeException
{
    private final long sequence;

    public CoreHaltException(final long sequence, final Throwable cause)
    {
        super("core stopped at sequence " + sequence + ": " + cause.getMessage() +
            "; print the command with the journal dump and restart from the last snapshot", cause);
        this.sequence = sequence;
    }

    /** Sequence of the command that was being applied. */
    public long sequence()
    {
        return sequence;
    }
}
