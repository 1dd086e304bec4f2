package io.utl.gateway.launch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * Ports that must be free: tried before anything else is done, so that a second start on the same ports ends at once.
 * <p>
 * Thread: the one that starts.
 */
final class Ports
{
    private Ports()
    {
    }

    /** @throws StartException naming port, setting and who has it. */
    static void requireFree(final String setting, final String host, final int port) throws StartException
    {
        if (port == 0)
        {
            return;
        }
        final InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved())
        {
            throw new StartException(StartException.USAGE, "utl.bind=" + host + " is no address of this machine");
        }
        try (ServerSocket socket = new ServerSocket())
        {
            socket.setReuseAddress(true);
            socket.bind(address);
        }
        catch (final IOException e)
        {
            throw taken(setting, host, port, e);
        }
    }

    /** What a failing bind becomes. */
    static StartException taken(final String setting, final String host, final int port, final IOException cause)
    {
        return new StartException(StartException.ERROR, setting + "=" + port + ": " + host + ":" + port +
            " cannot be listened on (" + cause.getMessage() + "); it is held by " + PortOwner.of(port) +
            "; stop that, or choose other ports with --port-base N", cause);
    }
}
