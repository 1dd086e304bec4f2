package io.utl.config.settings;

/**
 * TCP ports, 0 to 65535; 0 takes a free one.
 *
 * @param http  health and metrics.
 * @param fix   FIX orders.
 * @param admin operator commands, loopback only.
 */
public record PortSettings(int http, int fix, int admin)
{
    /** Offsets from --port-base. */
    public static final int HTTP_OFFSET = 0;
    public static final int FIX_OFFSET = 1;
    public static final int ADMIN_OFFSET = 3;
    public static final int HIGHEST = 65535;

    public PortSettings
    {
        Ranges.check("http", http, 0, HIGHEST);
        Ranges.check("fix", fix, 0, HIGHEST);
        Ranges.check("admin", admin, 0, HIGHEST);
    }
}
