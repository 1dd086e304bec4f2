package io.utl.gateway.tools;

import io.utl.config.settings.GatewaySettings;
import io.utl.config.settings.PortSettings;
import io.utl.config.source.SettingsException;
import io.utl.config.source.SettingsLoader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Option;

/** Options that become settings; they are as strong as --set and are laid under it. */
final class SettingOptions
{
    @Option(names = "--data", paramLabel = "DIR", description = "Data directory, created if absent (utl.data, ./var).")
    private Path data;

    @Option(names = "--port-base", paramLabel = "N",
        description = "HTTP on N, FIX on N+1, admin on N+3; 0: free ports.")
    private Integer portBase;

    @Option(names = "--market", paramLabel = "FILE",
        description = "Recording to play at the embedded venue: an hftbacktest .gz, or a cryptofeed X.ws.*.gz with " +
            "its siblings beside it (utl.market.file).")
    private Path market;

    @Option(names = "--config", paramLabel = "FILE", description = "HOCON file of settings.")
    private Path config;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "One setting; repeatable, strongest of all.")
    private List<String> sets = new ArrayList<>();

    /** Settings of the four sources; also puts the form of log lines where the logger looks for it. */
    GatewaySettings load(final String profile, final Map<String, String> environment, final PrintWriter err)
        throws SettingsException
    {
        final SettingsLoader loader = new SettingsLoader(profile);
        final GatewaySettings settings = loader.load(config, all(), environment);
        loader.warnings().forEach(warning -> err.println("utl: " + warning));
        System.setProperty("utl.log.level", settings.log().level().name().toLowerCase(Locale.ROOT));
        System.setProperty("utl.log.format", settings.log().format().name().toLowerCase(Locale.ROOT));
        return settings;
    }

    private List<String> all() throws SettingsException
    {
        final List<String> all = new ArrayList<>();
        if (data != null)
        {
            all.add("utl.data=" + data);
        }
        if (portBase != null)
        {
            all.add("utl.http.port=" + port(PortSettings.HTTP_OFFSET));
            all.add("utl.fix.port=" + port(PortSettings.FIX_OFFSET));
            all.add("utl.admin.port=" + port(PortSettings.ADMIN_OFFSET));
        }
        if (market != null && market.toString().isEmpty())
        {
            throw new SettingsException(List.of("--market '': must name a recording; leave the option out for a " +
                "made-up market"));
        }
        if (market != null)
        {
            all.add("utl.market.file=" + market);
        }
        all.addAll(sets);
        return all;
    }

    private int port(final int offset)
    {
        return portBase == 0 ? 0 : portBase + offset;
    }
}
