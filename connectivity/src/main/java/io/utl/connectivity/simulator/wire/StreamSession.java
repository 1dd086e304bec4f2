package io.utl.connectivity.simulator.wire;

import io.utl.connectivity.transport.server.SocketConnection;

import java.util.LinkedHashSet;
import java.util.Set;

/** One connection to the market streams: what it follows, and whether messages come wrapped. Thread: matching. */
final class StreamSession
{
    private final SocketConnection connection;
    private final Set<String> streams = new LinkedHashSet<>();
    private boolean combined;

    StreamSession(final SocketConnection connection, final boolean combined)
    {
        this.connection = connection;
        this.combined = combined;
    }

    SocketConnection connection()
    {
        return connection;
    }

    Set<String> streams()
    {
        return streams;
    }

    boolean combined()
    {
        return combined;
    }

    void combined(final boolean value)
    {
        combined = value;
    }
}
