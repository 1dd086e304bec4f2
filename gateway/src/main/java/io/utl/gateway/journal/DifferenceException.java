package io.utl.gateway.journal;

/** Recovery regenerated an event that is not the one the process before it told. Exit code 3. */
public final class DifferenceException extends RuntimeException
{
    private static final long serialVersionUID = 1L;

    private final transient Difference difference;

    DifferenceException(final Difference difference)
    {
        super("DIFFERENT " + difference + "; nothing was started, keep the directory and run the build that wrote it");
        this.difference = difference;
    }

    public Difference difference()
    {
        return difference;
    }
}
