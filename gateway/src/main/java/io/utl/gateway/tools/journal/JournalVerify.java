package io.utl.gateway.tools.journal;

import io.utl.gateway.journal.JournalDirectory;
import io.utl.gateway.journal.JournalDirectory.Stream;
import io.utl.gateway.journal.JournalSummary;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;

/**
 * {@code utl journal verify}: checks every checksum, the chain over all epochs, sequences and event names of both
 * journals. Exit 0, or 4 with the first sequence that does not fit and its file.
 */
public final class JournalVerify
{
    private JournalVerify()
    {
    }

    public static int run(final Path data, final PrintStream out)
    {
        return ToolExit.of(data, out, directory ->
        {
            line(directory, Stream.COMMANDS, "commands", out);
            line(directory, Stream.EVENTS, "events", out);
            return ToolExit.OK;
        });
    }

    /** Reads one journal and prints its line; returns what was found. */
    static JournalSummary line(final JournalDirectory directory, final Stream stream, final String noun,
        final PrintStream out)
    {
        final JournalSummary summary = JournalSummary.read(directory, stream);
        final int files = summary.files();
        out.println(String.format(Locale.ROOT,
            "%-8s %s   %d epoch%s   %d file%s   %,d %s   up to seq %s   checksums ok%s",
            stream.folder(), directory.stream(stream), summary.epochs().size(), summary.epochs().size() == 1 ? "" : "s",
            files, files == 1 ? "" : "s", summary.records(), noun, summary.last(),
            summary.live() ? "   (live: read up to the mark)" : ""));
        if (!summary.tail().isEmpty())
        {
            out.println("         " + summary.tail() + " (above the mark, ignored)");
        }
        return summary;
    }
}
