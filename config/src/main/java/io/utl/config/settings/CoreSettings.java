package io.utl.config.settings;

/**
 * Identity towards venues.
 *
 * @param instance     tag of our orders, 1 to 4095.
 * @param recvWindowMs receive window asked of venues, 100 to 60000 ms.
 */
public record CoreSettings(int instance, int recvWindowMs)
{
    public static final int MOST_INSTANCE = 4095;
    public static final int LEAST_WINDOW_MS = 100;
    public static final int MOST_WINDOW_MS = 60_000;

    public CoreSettings
    {
        Ranges.check("instance", instance, 1, MOST_INSTANCE);
        Ranges.check("recvWindow", recvWindowMs, LEAST_WINDOW_MS, MOST_WINDOW_MS);
    }
}
