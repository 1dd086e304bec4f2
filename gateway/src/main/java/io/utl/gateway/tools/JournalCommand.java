package io.utl.gateway.tools;

import io.utl.gateway.tools.journal.JournalDescribe;
import io.utl.gateway.tools.journal.JournalDump;
import io.utl.gateway.tools.journal.JournalTail;
import io.utl.gateway.tools.journal.JournalVerify;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Looks into the journals of a data directory, live or not. */
@Command(name = "journal",
    description = "Look into the journals, also of a running gateway: describe, tail, dump, verify.",
    subcommands = {JournalCommand.Describe.class, JournalCommand.Tail.class, JournalCommand.Dump.class,
        JournalCommand.Verify.class})
final class JournalCommand implements Runnable
{
    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @Override
    public void run()
    {
        throw new ParameterException(spec.commandLine(), "say describe, tail, dump or verify");
    }

    /** Epochs, counts, checksums. */
    @Command(name = "describe", description = "Epochs, heads, counts, times, checksums, snapshots.",
        footer = {"", "Example: ./utl journal describe --data ./var"})
    static final class Describe implements Callable<Integer>
    {
        @Mixin
        private HelpOption help;

        @Mixin
        private DataOption data;

        @Override
        public Integer call()
        {
            return JournalDescribe.run(data.directory(), System.out);
        }
    }

    /** The newest lines. */
    @Command(name = "tail", sortOptions = false, description = "The last commands and what followed from them.",
        footer = {"", "Example: ./utl journal tail -n 20 --follow --account FUND1 --format json"})
    static final class Tail implements Callable<Integer>
    {
        @Mixin
        private HelpOption help;

        @Mixin
        private DataOption data;

        @Option(names = "-n", paramLabel = "LINES", defaultValue = "20", description = "How many lines (20).")
        private int lines;

        @Option(names = {"-f", "--follow"}, description = "Go on as more is written; Ctrl-C ends.")
        private boolean follow;

        @Option(names = "--account", paramLabel = "NAME", defaultValue = "", description = "Only what names it.")
        private String account;

        @Option(names = "--format", paramLabel = "text|json", defaultValue = "TEXT", description = "Form of a line.")
        private OutputFormat format;

        @Override
        public Integer call()
        {
            return JournalTail.run(data.directory(), lines, account, follow, format == OutputFormat.JSON, System.out);
        }
    }

    /** A range. */
    @Command(name = "dump", sortOptions = false,
        description = "Commands of a range of sequences, each with its events.",
        footer = {"", "Example: ./utl journal dump --from 1 --to 50"})
    static final class Dump implements Callable<Integer>
    {
        @Mixin
        private HelpOption help;

        @Mixin
        private DataOption data;

        @Option(names = "--from", paramLabel = "SEQ", defaultValue = "1", description = "First sequence (1).")
        private long from;

        @Option(names = "--to", paramLabel = "SEQ", defaultValue = "9223372036854775807",
            description = "Last sequence (the end).")
        private long to;

        @Option(names = "--format", paramLabel = "text|json", defaultValue = "TEXT", description = "Form of a line.")
        private OutputFormat format;

        @Override
        public Integer call()
        {
            return JournalDump.run(data.directory(), from, to, format == OutputFormat.JSON, System.out);
        }
    }

    /** Checksums and chain. */
    @Command(name = "verify", description = "Check every checksum and the chain over all epochs.",
        footer = {"", "Example: ./utl journal verify --data ./var",
            "Exit codes: 0 ok, 4 corrupt: the first bad sequence is named."})
    static final class Verify implements Callable<Integer>
    {
        @Mixin
        private HelpOption help;

        @Mixin
        private DataOption data;

        @Override
        public Integer call()
        {
            return JournalVerify.run(data.directory(), System.out);
        }
    }
}
