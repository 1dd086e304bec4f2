package io.utl.gateway.launch;

import io.utl.config.settings.GatewaySettings;
import java.io.PrintWriter;

/**
 * Hosts one gateway: starts it, waits until it is told to stop, stops it.
 * <p>
 * Thread: the main one.
 */
public final class GatewayMain
{
    private GatewayMain()
    {
    }

    /**
     * @param profile demo or run.
     * @return exit code.
     */
    public static int host(final String profile, final GatewaySettings settings, final PrintWriter out,
        final PrintWriter err)
    {
        return 1;
    }
}
