package io.utl.gateway.journal;

import io.utl.codecs.frame.EventFrame;
import io.utl.codecs.frame.EventSink;
import java.util.function.Supplier;
import org.agrona.ExpandableArrayBuffer;

/**
 * Takes the events that a replay regenerates and holds them against those in the event journal, byte for byte. Those
 * that are missing there are counted and, if a journal is given, written to it. The first difference is kept, since an
 * exception thrown from a sink would look to the core like its own fault; the replayer asks after each command.
 * Thread: the one that replays.
 */
final class RegeneratedEvents implements EventSink
{
    private final JournalReader stored;
    private final Supplier<Journal> missingTo;
    private final ExpandableArrayBuffer scratch = new ExpandableArrayBuffer(EventFrame.MAX_LENGTH);
    private final EventFrame claimed = new EventFrame();
    private boolean haveStored;
    private long compared;
    private long missing;
    private Difference difference;

    /**
     * @param stored    event journal to compare with, positioned before the first event that will be regenerated.
     * @param after     sequence of the snapshot: events up to it are passed over.
     * @param missingTo gives the journal that takes events the stored one lacks, asked first when one is missing
     *                  and then no difference can follow; null only counts them.
     */
    RegeneratedEvents(final JournalReader stored, final long after, final Supplier<Journal> missingTo)
    {
        this.stored = stored;
        this.missingTo = missingTo;
        do
        {
            haveStored = nextEvent();
        }
        while (haveStored && stored.position().sequence() <= after);
    }

    private boolean nextEvent()
    {
        while (stored.next())
        {
            if (stored.kind() == RecordKind.EVENT)
            {
                return true;
            }
        }
        return false;
    }

    @Override
    public EventFrame claim()
    {
        scratch.checkLimit(EventFrame.MAX_LENGTH);
        return claimed.wrap(scratch, 0);
    }

    @Override
    public void commit()
    {
        if (difference != null)
        {
            return;
        }
        final Position name = new Position(claimed.sequence(), claimed.index());
        if (!haveStored)
        {
            missing++;
            if (missingTo != null)
            {
                missingTo.get().append(RecordKind.EVENT, claimed.sequence(), claimed.index(), claimed.timeNs(),
                    scratch, 0, claimed.frameLength());
            }
            return;
        }
        final int order = stored.position().compareTo(name);
        if (order != 0)
        {
            final Position first = order < 0 ? stored.position() : name;
            difference = new Difference(first.sequence(), first.index(), order < 0 ?
                "the event journal holds an event that replay does not give" :
                "replay gives an event that the event journal does not hold");
            return;
        }
        compared++;
        difference = compareBytes(name);
        haveStored = nextEvent();
    }

    private Difference compareBytes(final Position name)
    {
        final int length = claimed.frameLength();
        if (length != stored.frameLength())
        {
            return new Difference(name.sequence(), name.index(), "template " + claimed.templateId() + " is " + length +
                " bytes long, stored are " + stored.frameLength() + " bytes");
        }
        for (int i = 0; i < length; i++)
        {
            final int now = scratch.getByte(i) & 0xFF;
            final int then = stored.buffer().getByte(stored.frameOffset() + i) & 0xFF;
            if (now != then)
            {
                return new Difference(name.sequence(), name.index(),
                    "template " + claimed.templateId() + ", byte " + i + " is " +
                        Integer.toHexString(now) + ", stored is " + Integer.toHexString(then));
            }
        }
        return null;
    }

    @Override
    public void publish()
    {
        // Each event was judged when it was committed.
    }

    /** First difference up to and including the command just applied, or null. */
    Difference differenceAfter(final long sequence)
    {
        if (difference == null && haveStored && stored.position().sequence() <= sequence)
        {
            difference = new Difference(stored.position().sequence(), stored.position().index(),
                "the event journal holds an event that replay does not give");
        }
        return difference;
    }

    long compared()
    {
        return compared;
    }

    long missing()
    {
        return missing;
    }
}
