package io.utl.gateway.tools.journal;

import io.utl.codecs.frame.StateMachine;
import io.utl.gateway.journal.Difference;
import io.utl.gateway.journal.JournalDirectory;
import io.utl.gateway.journal.JournalDirectory.Stream;
import io.utl.gateway.journal.JournalSummary;
import io.utl.gateway.journal.MachineHaltException;
import io.utl.gateway.journal.Replayer;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;

/**
 * {@code utl replay --verify}: applies all commands from nothing, and again from the newest snapshot, and holds every
 * regenerated event against what the live process told; at the snapshot also the whole state. Ends with
 * {@code SAME seq=1..N digest=...} (exit 0) or {@code DIFFERENT seq=N ...} (exit 3); a corrupt journal is exit 4.
 */
public final class ReplayVerify
{
    private static final int BAR = 30;

    private ReplayVerify()
    {
    }

    public static int run(final Path data, final StateMachine.Factory factory, final PrintStream out)
    {
        return ToolExit.of(data, out, directory -> verify(directory, factory, out));
    }

    private static int verify(final JournalDirectory directory, final StateMachine.Factory factory,
        final PrintStream out)
    {
        final JournalSummary commands = JournalVerify.line(directory, Stream.COMMANDS, "commands", out);
        JournalVerify.line(directory, Stream.EVENTS, "events", out);
        final long last = commands.last().sequence();
        final Replayer replayer = new Replayer(directory, factory);
        final long snapshot = replayer.newestSnapshot(last);
        final String problem = snapshot == 0 ? "" : replayer.problem(snapshot);
        final boolean useSnapshot = snapshot > 0 && problem.isEmpty();
        final long snapshotDigest = useSnapshot ? replayer.digest(snapshot) : 0;
        try
        {
            final long began = System.nanoTime();
            final Replayer.Outcome whole = replayer.fromNothing(last, useSnapshot ? snapshot : 0, snapshotDigest);
            line("from nothing", whole, last, System.nanoTime() - began, out);
            Difference difference = whole.difference();
            if (difference == null && useSnapshot)
            {
                difference = fromSnapshot(replayer, snapshot, last, whole.machine().digest(), out);
            }
            else if (snapshot == 0)
            {
                out.println("         no snapshot: live is compared with nothing-up only");
            }
            else if (!problem.isEmpty())
            {
                out.println("         snapshot passed over: " + problem);
            }
            if (difference != null)
            {
                out.println("DIFFERENT " + difference);
                return ToolExit.DIFFERENT;
            }
            out.println(String.format(Locale.ROOT, "SAME seq=1..%d digest=%016x", last, whole.machine().digest()));
            return ToolExit.OK;
        }
        catch (final MachineHaltException e)
        {
            out.println("DIFFERENT seq=" + e.sequence() + " replay halts: " + e.getMessage());
            return ToolExit.DIFFERENT;
        }
    }

    private static Difference fromSnapshot(final Replayer replayer, final long snapshot, final long last,
        final long digest, final PrintStream out)
    {
        final long began = System.nanoTime();
        final Replayer.Outcome outcome = replayer.fromSnapshot(snapshot, last);
        line("from seq " + snapshot, outcome, last, System.nanoTime() - began, out);
        if (outcome.difference() == null && outcome.machine().digest() != digest)
        {
            return new Difference(last, 0, "state digest from snapshot " + snapshot + " is " +
                Long.toHexString(outcome.machine().digest()) + ", from nothing " + Long.toHexString(digest));
        }
        return outcome.difference();
    }

    private static void line(final String from, final Replayer.Outcome outcome, final long last, final long tookNs,
        final PrintStream out)
    {
        final long reached = outcome.from() + outcome.applied();
        final int filled = last == 0 ? BAR : (int)(BAR * reached / last);
        out.println(String.format(Locale.ROOT, "replay   %-14s [%s%s] %d/%d   %.1f s   %,d events equal, %,d not there",
            from, "=".repeat(filled), " ".repeat(BAR - filled), reached, last, tookNs / 1e9, outcome.compared(),
            outcome.missing()));
    }
}
