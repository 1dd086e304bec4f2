package io.utl.config.settings;

/**
 * Opening balances of the demo's accounts.
 *
 * @param quoteAmount       units of each quote asset, plain decimal, more than 0.
 * @param baseAmount        units of each base asset, plain decimal, more than 0.
 * @param readyTimeoutSeconds seconds until ready is given up, 1 to 600.
 */
public record DemoSettings(String quoteAmount, String baseAmount, int readyTimeoutSeconds)
{
    public static final int MOST_READY_SECONDS = 600;

    public DemoSettings
    {
        Ranges.check("readyTimeout", readyTimeoutSeconds, 1, MOST_READY_SECONDS);
    }
}
