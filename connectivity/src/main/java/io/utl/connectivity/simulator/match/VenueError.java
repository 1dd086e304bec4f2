package io.utl.connectivity.simulator.match;

/**
 * A request that the venue refuses, with the code and text of Binance's error page and the status of its answer.
 * Carries no stack: it is an answer, not a fault. Source: errors.md, July 2026.
 */
public class VenueError extends RuntimeException
{
    private static final long serialVersionUID = 1L;

    private final int status;
    private final int code;

    public VenueError(final int status, final int code, final String message)
    {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    /** An ordinary refusal: status 400. */
    public VenueError(final int code, final String message)
    {
        this(400, code, message);
    }

    public static VenueError filter(final String name)
    {
        return new VenueError(-1013, "Filter failure: " + name);
    }

    public static VenueError mandatory(final String name)
    {
        return new VenueError(
            -1102, "Mandatory parameter '" + name + "' was not sent, was empty/null, or malformed.");
    }

    public int status()
    {
        return status;
    }

    public int code()
    {
        return code;
    }
}
