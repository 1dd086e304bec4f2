package io.utl.gateway.tools.journal;

import io.utl.gateway.journal.Disk;
import io.utl.gateway.journal.HighWaterMark;
import io.utl.gateway.journal.JournalDirectory;
import io.utl.gateway.journal.JournalDirectory.Stream;
import io.utl.gateway.journal.JournalSummary;
import io.utl.gateway.journal.SnapshotStore;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;

/**
 * {@code utl journal describe}: epochs, heads, counts, sequences, times, checksum state and mark of both journals, and
 * the snapshots. Exit 0, or 4 as {@code verify}.
 */
public final class JournalDescribe
{
    private JournalDescribe()
    {
    }

    public static int run(final Path data, final PrintStream out)
    {
        return ToolExit.of(data, out, directory ->
        {
            describe(directory, Stream.COMMANDS, "commands", out);
            describe(directory, Stream.EVENTS, "events", out);
            out.println("snapshots");
            new SnapshotStore(directory, Disk.SYSTEM).sequences()
                .forEach(sequence -> out.println("  seq " + sequence));
            return ToolExit.OK;
        });
    }

    private static void describe(final JournalDirectory directory, final Stream stream, final String noun,
        final PrintStream out)
    {
        final JournalSummary summary = JournalVerify.line(directory, stream, noun, out);
        for (final JournalSummary.Epoch epoch : summary.epochs())
        {
            out.println(String.format(Locale.ROOT,
                "  epoch %d   follows epoch %d at seq %s   build %s   schema %d version %d   configuration %016x",
                epoch.head().epoch(), epoch.head().previousEpoch(), epoch.head().last(), epoch.head().build(),
                epoch.head().schemaId(), epoch.head().schemaVersion(), epoch.head().configHash()));
            out.println(String.format(Locale.ROOT, "    boot %s   %d file%s   %,d records", epoch.head().bootId(),
                epoch.files().size(), epoch.files().size() == 1 ? "" : "s", epoch.records()));
            if (epoch.records() > 0)
            {
                out.println("    seq " + epoch.first() + " .. " + epoch.last() + "   " + time(epoch.firstTimeNs()) +
                    " .. " + time(epoch.lastTimeNs()));
            }
        }
        final HighWaterMark.State mark = summary.mark();
        out.println(mark == null ? "  mark   none: nothing was ever written" :
            "  mark   epoch " + mark.epoch() + " seq " + mark.position() + (mark.clean() ? "   ended cleanly" : "") +
                String.format(Locale.ROOT, "   last checksum %08x", summary.crc()));
    }

    private static String time(final long timeNs)
    {
        return Instant.ofEpochSecond(timeNs / 1_000_000_000L, timeNs % 1_000_000_000L).toString();
    }
}
