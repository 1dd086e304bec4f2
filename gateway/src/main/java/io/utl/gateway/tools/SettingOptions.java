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

    @Option(names = "--config", paramLabel = "FILE", description = "HOCON file of settings.")
    private Path config;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "One setting; repeatable, strongest of all.")
    private List<String> sets = new ArrayList<>();

    /** What an option of one verb says, laid under --set as the others are. */
    private final List<String> own = new ArrayList<>();

    /** Lays an option that one verb has beside these. */
    SettingOptions and(final String key, final Object value)
    {
        own.add(key + "=" + value);
        return this;
    }

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

    private List<String> all()
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
        all.addAll(own);
        all.addAll(sets);
        return all;
    }

    private int port(final int offset)
    {
        return portBase == 0 ? 0 : portBase + offset;
    }
}
