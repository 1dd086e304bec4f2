package io.utl.gateway.tools.journal;

import java.io.PrintStream;
import java.nio.file.Path;

/** {@code utl journal dump}: the commands of a range of sequences, each followed by its events. */
public final class JournalDump
{
    private JournalDump()
    {
    }

    /**
     * @param from first sequence, 1 and up.
     * @param to   last sequence.
     * @param json objects instead of text.
     */
    public static int run(final Path data, final long from, final long to, final boolean json, final PrintStream out)
    {
        return ToolExit.of(data, out, directory ->
        {
            try (MergedLines merged = new MergedLines(directory, json, ""))
            {
                for (String line = merged.next(); line != null && merged.sequence() <= to; line = merged.next())
                {
                    if (merged.sequence() >= from)
                    {
                        out.println(line);
                    }
                }
            }
            return ToolExit.OK;
        });
    }
}
