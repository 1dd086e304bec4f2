package io.utl.connectivity.simulator.market;

/**
 * A market file that cannot be played: unreadable, of an unknown format, or without a depth snapshot for one of its
 * streams. The message is one sentence for the person who named the file: which file, what is wrong, what to do.
 */
public final class MarketFileException extends RuntimeException
{
    private static final long serialVersionUID = 1L;

    public MarketFileException(final String message)
    {
        super(message);
    }

    public MarketFileException(final String message, final Throwable cause)
    {
        super(message, cause);
    }
}
