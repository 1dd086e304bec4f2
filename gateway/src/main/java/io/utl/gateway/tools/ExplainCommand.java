package io.utl.gateway.tools;

import io.utl.gateway.tools.explain.ExplainPosition;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says where a number comes from. */
@Command(name = "explain", sortOptions = false, subcommands = ExplainCommand.Position.class,
    description = "Print the fills and the arithmetic behind a number.",
    footer = {"", "Example: ./utl explain position FUND1 BTC-USDT --data ./var"})
final class ExplainCommand
{
    @Mixin
    private HelpOption help;

    /** A position. */
    @Command(name = "position", sortOptions = false,
        description = "Every booking of one position, with net, cost and profit under each method after it.",
        footer = {"", "Examples:", "  ./utl explain position FUND1 BTC-USDT --data ./var",
            "  ./utl explain position FUND1 BTC", "Exit codes: 0 explained, 1 nothing booked there, 4 corrupt journal."})
    static final class Position implements Callable<Integer>
    {
        @Mixin
        private HelpOption help;

        @Parameters(index = "0", paramLabel = "ACCOUNT", description = "Account, such as FUND1.")
        private String account;

        @Parameters(index = "1", paramLabel = "SYMBOL|ASSET", description = "BTC-USDT, or BTC for all its instruments.")
        private String subject;

        @Mixin
        private DataOption data;

        @Override
        public Integer call()
        {
            return new ExplainPosition(account, subject).run(data.directory(), System.out);
        }
    }
}
