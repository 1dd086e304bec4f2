package io.utl.connectivity.simulator.memory;

/** A record of the venue's memory that has others behind it is bad: the file was damaged after it was written. */
public final class CorruptVenueMemoryException extends VenueMemoryException
{
    private static final long serialVersionUID = 1L;

    public CorruptVenueMemoryException(final String message)
    {
        super(message);
    }
}
