package io.utl.config.settings;

/**
 * Limits of the edges.
 *
 * @param requestsPerSecond     order requests of one session in a second; 0 is no limit.
 * @param connectionsPerAddress connections from one address, 1 to 65535.
 */
public record LimitSettings(int requestsPerSecond, int connectionsPerAddress)
{
    public static final int MOST_REQUESTS = 1_000_000;
    public static final int MOST_CONNECTIONS = 65_535;

    public LimitSettings
    {
        Ranges.check("requests", requestsPerSecond, 0, MOST_REQUESTS);
        Ranges.check("connectionsPerAddress", connectionsPerAddress, 1, MOST_CONNECTIONS);
    }
}
