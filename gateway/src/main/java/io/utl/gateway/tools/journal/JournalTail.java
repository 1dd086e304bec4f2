package io.utl.gateway.tools.journal;

import io.utl.gateway.journal.DirectoryLock;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * {@code utl journal tail}: the last lines of both journals, commands with {@code >}, events with {@code <}; following
 * goes on until the gateway ends or the thread is interrupted. On a live directory it shows what is forced.
 */
public final class JournalTail
{
    private static final long POLL_NS = TimeUnit.MILLISECONDS.toNanos(50);

    private JournalTail()
    {
    }

    /**
     * @param lines   how many of the last lines; 0 or more.
     * @param account only what names this account; empty for all.
     * @param follow  go on as more is forced.
     * @param json    objects instead of text.
     */
    public static int run(final Path data, final int lines, final String account, final boolean follow,
        final boolean json, final PrintStream out)
    {
        return ToolExit.of(data, out, directory ->
        {
            try (MergedLines merged = new MergedLines(directory, json, account))
            {
                final ArrayDeque<String> last = new ArrayDeque<>();
                for (String line = merged.next(); line != null; line = merged.next())
                {
                    last.addLast(line);
                    if (last.size() > lines)
                    {
                        last.removeFirst();
                    }
                }
                last.forEach(out::println);
                while (follow && merged.live() && !Thread.currentThread().isInterrupted())
                {
                    final boolean ended = !DirectoryLock.isHeld(directory);
                    merged.refresh();
                    for (String line = merged.next(); line != null; line = merged.next())
                    {
                        out.println(line);
                    }
                    out.flush();
                    if (ended)
                    {
                        break;
                    }
                    LockSupport.parkNanos(POLL_NS);
                }
            }
            return ToolExit.OK;
        });
    }
}
