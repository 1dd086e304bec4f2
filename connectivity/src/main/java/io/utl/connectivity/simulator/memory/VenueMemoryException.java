package io.utl.connectivity.simulator.memory;

/** The venue's memory cannot be read or written: corrupt, in use, or its disk fails. The venue must not go on. */
public class VenueMemoryException extends RuntimeException
{
    private static final long serialVersionUID = 1L;

    public VenueMemoryException(final String message)
    {
        super(message);
    }

    public VenueMemoryException(final String message, final Throwable cause)
    {
        super(message, cause);
    }
}
