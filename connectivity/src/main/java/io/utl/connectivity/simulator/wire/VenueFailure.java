package io.utl.connectivity.simulator.wire;

import io.utl.connectivity.simulator.match.VenueError;

/** A refusal whose answer carries details: which half of a cancel-replace failed and why. */
final class VenueFailure extends VenueError
{
    private static final long serialVersionUID = 1L;

    private final String data;

    VenueFailure(final int status, final int code, final String message, final String data)
    {
        super(status, code, message);
        this.data = data;
    }

    /** JSON text. */
    String data()
    {
        return data;
    }
}
