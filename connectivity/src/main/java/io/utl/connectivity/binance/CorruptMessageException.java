package io.utl.connectivity.binance;

/** A message of the venue that cannot be read, or says what cannot be. The book or request it belongs to is void. */
public final class CorruptMessageException extends RuntimeException
{
    public CorruptMessageException(final String message)
    {
        super(message);
    }

    public CorruptMessageException(final String message, final Throwable cause)
    {
        super(message, cause);
    }
}
