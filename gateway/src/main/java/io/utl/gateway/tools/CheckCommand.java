package io.utl.gateway.tools;

import io.utl.gateway.tools.check.AmountCheck;
import io.utl.gateway.tools.check.ScenarioCheck;
import io.utl.gateway.tools.check.VenueCheck;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Proofs that anybody can run again. */
@Command(name = "check", description = "Run one of the proofs again; ends with 'N passed, N failed, N skipped'.",
    subcommands = {CheckCommand.Amounts.class, CheckCommand.Scenarios.class, CheckCommand.Venues.class})
final class CheckCommand implements Runnable
{
    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @Override
    public void run()
    {
        throw new ParameterException(spec.commandLine(), "say what to check: " +
            String.join(", ", spec.subcommands().keySet()));
    }

    /** Amount against BigDecimal. */
    @Command(name = "amount", sortOptions = false, description = "Arithmetic of amounts against BigDecimal.",
        footer = {"", "Example: ./utl check amount --seed 7 --cases 20000000",
            "Exit codes: 0 no difference, 3 a difference."})
    static final class Amounts implements Callable<Integer>
    {
        private static final long PROGRESS_EVERY = 1_000_000;

        @Mixin
        private HelpOption help;

        @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Of the random cases (1).")
        private long seed;

        @Option(names = "--cases", paramLabel = "N", defaultValue = "1000000",
            description = "Random cases (1,000,000).")
        private long cases;

        @Override
        public Integer call()
        {
            return new AmountCheck(System.console() == null ? 0 : PROGRESS_EVERY).run(seed, cases, System.out);
        }
    }

    /** Behaviour of the core, in lines. */
    @Command(name = "scenarios", sortOptions = false,
        description = "Behaviour of the core: every scenario of the product.",
        footer = {"", "Example: ./utl check scenarios --only cross", "Exit codes: 0 all hold, 3 one differs."})
    static final class Scenarios implements Callable<Integer>
    {
        @Mixin
        private HelpOption help;

        @Option(names = "--only", paramLabel = "TEXT", defaultValue = "", description = "Those whose name holds it.")
        private String only;

        @Override
        public Integer call()
        {
            return new ScenarioCheck(System.out).run(only);
        }
    }

    /** An adapter against recorded and published cases. */
    @Command(name = "venues", sortOptions = false,
        description = "A venue adapter against a pack of recorded and published cases; nothing is sent anywhere.",
        footer = {"", "Example: ./utl check venues ../shared/venues --venue binance",
            "Exit codes: 0 no difference, 2 the folder or the venue cannot be used, 3 a difference."})
    static final class Venues implements Callable<Integer>
    {
        @Mixin
        private HelpOption help;

        @Parameters(paramLabel = "FOLDER", description = "The pack of cases.")
        private Path folder;

        @Option(names = "--venue", paramLabel = "NAME", defaultValue = "binance",
            description = "Which adapter (binance).")
        private String venue;

        @Override
        public Integer call()
        {
            return new VenueCheck().run(folder, venue, System.out, System.err);
        }
    }
}
