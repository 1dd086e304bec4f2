package io.utl.gateway.tools;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts the gateway on configured venues, durable against a loss of power. */
@Command(name = "run", sortOptions = false,
    description = "Start the gateway on the venues of a configuration file; durable against a loss of power.",
    footer = {"", "Example: ./utl run --config utl.conf --data DIR"})
final class RunCommand implements Callable<Integer>
{
    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @Mixin
    private SettingOptions options;

    @Option(names = "--headless", description = "For scripts: standard input is not read, nothing is coloured.")
    private boolean headless;

    @Override
    public Integer call()
    {
        return DemoCommand.start(spec, options, "run");
    }
}
