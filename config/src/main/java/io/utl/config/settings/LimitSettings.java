package io.utl.config.settings;

/**
 * Limits of the edges.
 *
 * @param connectionsPerAddress HTTP connections from one address to one port, 1 to 65535.
 */
public record LimitSettings(int connectionsPerAddress)
{
    public static final int MOST_CONNECTIONS = 65_535;

    public LimitSettings
    {
        Ranges.check("connectionsPerAddress", connectionsPerAddress, 1, MOST_CONNECTIONS);
    }
}
