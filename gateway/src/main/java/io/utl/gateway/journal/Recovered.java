package io.utl.gateway.journal;

import io.utl.codecs.frame.StateMachine;
import io.utl.codecs.sbe.StartKind;
import java.io.IOException;

/**
 * What a start stands on: a machine that is what the journals say, and the new epoch's two journals, open. Whoever has
 * it owns the directory until {@link #close()}.
 *
 * @param machine          rebuilt; its events go to {@code events}.
 * @param events           still pointed at the comparison; the pipeline points it at the outbound ring.
 * @param commandJournal   of the new epoch.
 * @param eventJournal     of the new epoch; holds the events that were missing.
 * @param snapshots        where snapshots go.
 * @param lock             on the directory.
 * @param startKind        how the process before this one ended.
 * @param epoch            number of the new epoch, 1 and up.
 * @param lastSequence     last command in the journal; 0 if none.
 * @param lastTimeNs       its time, nanoseconds since the Unix epoch; 0 if none.
 * @param snapshotSequence snapshot that was used; 0 if none.
 * @param replayed         commands applied after it.
 * @param compared         regenerated events found equal to the event journal's.
 * @param missing          regenerated events that the event journal had lost; written to the new epoch.
 * @param notes            torn tails and bad snapshots, one sentence a line; empty if there were none.
 */
public record Recovered(StateMachine machine, EventSwitch events, Journal commandJournal, Journal eventJournal,
    SnapshotStore snapshots, DirectoryLock lock, StartKind startKind, long epoch, long lastSequence, long lastTimeNs,
    long snapshotSequence, long replayed, long compared, long missing, String notes) implements AutoCloseable
{
    /** Closes journals and lock, saying nothing about a clean end. */
    @Override
    public void close()
    {
        try
        {
            commandJournal.close();
        }
        finally
        {
            try
            {
                eventJournal.close();
            }
            finally
            {
                release();
            }
        }
    }

    /** Marks both journals as ended cleanly and gives the directory back. */
    public void closeClean()
    {
        eventJournal.closeClean();
        commandJournal.closeClean();
        release();
    }

    private void release()
    {
        try
        {
            lock.close();
        }
        catch (final IOException e)
        {
            throw new JournalFailure("cannot release the lock of the data directory", e);
        }
    }

    /** One sentence for the start-up lines. */
    public String summary()
    {
        return "recovered seq=1.." + lastSequence + " (" + startKind + "): snapshot " + snapshotSequence + ", " +
            replayed + " commands replayed, " + compared + " events equal, " + missing + " written anew" +
            (notes.isEmpty() ? "" : "; " + notes.replace("\n", "; "));
    }
}
