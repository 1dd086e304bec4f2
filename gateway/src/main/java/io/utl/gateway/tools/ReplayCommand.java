package io.utl.gateway.tools;

import io.utl.gateway.core.Core;
import io.utl.gateway.tools.journal.ReplayVerify;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Applies a journal again and compares. */
@Command(name = "replay", sortOptions = false,
    description = "Apply the whole journal again, from nothing and from the newest snapshot, and compare every event.",
    footer = {"", "Example: ./utl replay --verify --data ./var",
        "Exit codes: 0 SAME, 3 DIFFERENT (the first sequence is named), 4 corrupt journal."})
final class ReplayCommand implements Callable<Integer>
{
    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @Option(names = "--verify", description = "Compare with what the live process told.")
    private boolean verify;

    @Mixin
    private DataOption data;

    @Override
    public Integer call()
    {
        if (!verify)
        {
            throw new ParameterException(spec.commandLine(), "say --verify: that is what replay is for today");
        }
        return ReplayVerify.run(data.directory(), Core::new, System.out);
    }
}
