package io.utl.gateway.tools;

import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root of the command line. */
@Command(
    name = "utl",
    description = "UTL, the Universal Transaction Ledger: a trading gateway and the book of record behind it.",
    subcommands = {
        DemoCommand.class,
        RunCommand.class,
        TellCommand.class,
        FixCommand.class,
        JournalCommand.class,
        ReplayCommand.class,
        ExplainCommand.class,
        CheckCommand.class,
        VersionCommand.class,
        CommandLine.HelpCommand.class
    },
    footer = {
        "",
        "By the launcher itself:",
        "  test      Build and run all tests; ends with 'N passed, N failed, N skipped'.",
        "  bench     Run the benchmarks, short form.",
        "",
        "Exit codes: 0 ok, 1 error, 2 usage, 3 difference found, 4 corrupt input, 5 dependency missing.",
        "First steps: ./utl demo, then in another window the commands it prints. ./utl help VERB tells more."
    })
public final class Utl implements Runnable
{
    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    /** Runs one command and ends the process with its code. */
    public static void main(final String[] arguments)
    {
        final CommandLine line = commandLine();
        final int exitCode = line.execute(arguments);
        line.getOut().flush();
        line.getErr().flush();
        System.exit(exitCode);
    }

    /** The command line as it is, for tests and completion. */
    static CommandLine commandLine()
    {
        return new CommandLine(new Utl())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setUsageHelpWidth(100)
            .setParameterExceptionHandler(Utl::misused)
            .setExecutionExceptionHandler((failure, line, result) ->
            {
                line.getErr().println("utl: " + (failure.getMessage() == null ? failure : failure.getMessage()));
                if (Boolean.getBoolean("utl.trace") || !(failure instanceof IOException))
                {
                    failure.printStackTrace(line.getErr());
                }
                return 1;
            });
    }

    private static int misused(final ParameterException misuse, final String[] arguments)
    {
        final CommandLine line = misuse.getCommandLine();
        line.getErr().println("utl: " + misuse.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(misuse, line.getErr());
        line.getErr().println("utl: './utl help" + (line.getParent() == null ? "" : " " + line.getCommandName()) +
            "' shows what there is.");
        return line.getCommandSpec().exitCodeOnInvalidInput();
    }

    @Override
    public void run()
    {
        throw new ParameterException(spec.commandLine(), "no verb given");
    }
}
