package io.utl.gateway.tools.journal;

import io.utl.gateway.journal.CorruptJournalException;
import io.utl.gateway.journal.JournalDirectory;
import io.utl.gateway.journal.JournalVersionException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Exit codes of the journal's tools, and how what is thrown becomes one. */
public final class ToolExit
{
    public static final int OK = 0;
    public static final int ERROR = 1;
    public static final int DIFFERENT = 3;
    public static final int CORRUPT = 4;

    /** A tool's work on a directory that holds a journal. */
    @FunctionalInterface
    public interface Work
    {
        int run(JournalDirectory directory);
    }

    private ToolExit()
    {
    }

    public static int of(final Path data, final PrintStream out, final Work work)
    {
        final JournalDirectory directory = new JournalDirectory(data);
        if (!Files.isDirectory(directory.stream(JournalDirectory.Stream.COMMANDS)))
        {
            out.println("no journal below " + data +
                ": there is no folder 'journal'; name a data directory with --data");
            return ERROR;
        }
        try
        {
            return work.run(directory);
        }
        catch (final CorruptJournalException | JournalVersionException e)
        {
            out.println(e.getMessage());
            return CORRUPT;
        }
        catch (final UncheckedIOException e)
        {
            out.println(e.getMessage());
            return ERROR;
        }
    }
}
