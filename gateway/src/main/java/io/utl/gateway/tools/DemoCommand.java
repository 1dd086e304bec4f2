package io.utl.gateway.tools;

import io.utl.config.source.SettingsException;
import io.utl.gateway.launch.GatewayMain;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Starts everything on loopback with embedded defaults and an embedded venue. */
@Command(name = "demo", sortOptions = false,
    description = "Start everything on loopback: gateway, ledger, and an embedded venue that plays a market.",
    footer = {
        "",
        "Examples:",
        "  ./utl demo",
        "  ./utl demo --headless --data DIR --port-base 0",
        "  ./utl demo --market spot_btcusdt_20240808.gz --set utl.market.atEnd=loop",
        "",
        "Ready when a line that begins with 'ready' is printed and DIR/endpoints.json is there.",
        "Ctrl-C stops; data stays."
    })
final class DemoCommand implements Callable<Integer>
{
    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @Mixin
    private SettingOptions options;

    @Option(names = "--market", paramLabel = "FILE",
        description = "Recording to play at the embedded venue: an hftbacktest .gz, or a cryptofeed X.ws.*.gz with " +
            "its siblings beside it (utl.market.file).")
    private Path market;

    @Option(names = "--headless", description = "For scripts: standard input is not read, nothing is coloured.")
    private boolean headless;

    @Override
    public Integer call()
    {
        if (market != null && market.toString().isEmpty())
        {
            throw new ParameterException(spec.commandLine(),
                "--market '': must name a recording; leave the option out for a made-up market");
        }
        return start(spec, market == null ? options : options.and("utl.market.file", market), "demo");
    }

    /** Loads the settings of {@code profile} and hosts the gateway until it is told to stop. */
    static int start(final CommandSpec spec, final SettingOptions options, final String profile)
    {
        try
        {
            return GatewayMain.host(profile,
                options.load(profile, System.getenv(), spec.commandLine().getErr()),
                spec.commandLine().getOut(), spec.commandLine().getErr());
        }
        catch (final SettingsException e)
        {
            e.problems().forEach(problem -> spec.commandLine().getErr().println("utl: " + problem));
            spec.commandLine().getErr().println("utl: the settings cannot be used; correct what is named above.");
            return 2;
        }
    }
}
