package io.utl.gateway.journal;

/** A write or a force failed, or a seam of the file system did: the process stops, nothing is tried again. */
public final class JournalFailure extends RuntimeException
{
    private static final long serialVersionUID = 1L;

    public JournalFailure(final String message, final Throwable cause)
    {
        super(message, cause);
    }
}
