package io.utl.gateway.launch;

import io.utl.config.settings.Durability;
import io.utl.config.settings.FixSettings.SessionSettings;
import io.utl.config.settings.GatewaySettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a start prints: where everything is, what is durable, commands to copy, and last the ready line. ASCII without
 * colour, so that it reads the same in a file.
 * <p>
 * Thread: the one that starts.
 */
final class Banner
{
    private static final int DEFAULT_FIX_PORT = 9880;
    private static final double NS_PER_SECOND = 1e9;

    private final GatewaySettings settings;
    private final long startNs;
    private int http;
    private int fix;
    private int admin;
    private String symbol;
    private String quantity;
    private String market;

    Banner(final GatewaySettings settings, final long startNs)
    {
        this.settings = settings;
        this.startNs = startNs;
    }

    void rest(final int port)
    {
        http = port;
    }

    void fix(final int port)
    {
        fix = port;
    }

    void admin(final int port)
    {
        admin = port;
    }

    /** The order to copy. */
    void order(final String presented, final String firstQuantity)
    {
        symbol = presented;
        quantity = firstQuantity;
    }

    Banner ready(final String description)
    {
        market = description;
        return this;
    }

    /** The lines, the ready line last. */
    List<String> lines()
    {
        final List<String> lines = new ArrayList<>();
        final String host = settings.bind();
        lines.add("utl " + Build.version() + " (" + Build.commit() + "), java " + System.getProperty("java.version") +
            ", data " + settings.data());
        lines.add("  FIX 4.4    " + host + ":" + fix + "   TargetCompID UTL");
        lines.add("  health     http://" + host + ":" + http + "/livez /readyz   metrics http://" + host + ":" + http +
            "/metrics");
        lines.add("  admin      http://127.0.0.1:" + admin + "   (utl tell; this machine only)");
        lines.add("  durable    " + durable());
        if (symbol != null)
        {
            lines.add("  demo keys  " + keys() + "   not accepted off loopback");
            lines.addAll(commands());
        }
        lines.add(String.format(Locale.ROOT, "ready in %.1f s; %s; Ctrl-C stops, data stays",
            (System.nanoTime() - startNs) / NS_PER_SECOND, market));
        return lines;
    }

    private List<String> commands()
    {
        final String data = " --data " + quoted(settings.data().toString());
        final String account = settings.fix().sessions().get(0).account();
        final String port = fix == DEFAULT_FIX_PORT ? "" : " --port " + fix;
        return List.of(
            "  try        ./utl fix send" + port + " examples/fix-client/client.cfg 'D 55=" + symbol +
                " 54=1 38=" + quantity + " 40=1'",
            "             ./utl explain position " + account + " " + symbol + data,
            "             ./utl tell" + data + " 'deposit account=" + account +
                " asset=USDT 500 location=BINANCE ext=gift-1'",
            "             ./utl replay --verify" + data);
    }

    private String keys()
    {
        return settings.fix().sessions().stream().map(Banner::key).collect(Collectors.joining("  "));
    }

    private static String key(final SessionSettings session)
    {
        return session.compId() + "/" + session.password() + (session.readOnly() ? " (read only)" : " (client)");
    }

    private String durable()
    {
        return settings.journal().durability() == Durability.POWER
            ? "power: every batch is forced before anything leaves"
            : "process: survives kill -9; a loss of power may cost the last 10 ms " +
                "(--set utl.journal.durability=power)";
    }

    private static String quoted(final String path)
    {
        return path.matches("[A-Za-z0-9_./-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
    }
}
