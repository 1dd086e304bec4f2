package io.utl.gateway.journal;

import io.utl.codecs.frame.CommandFrame;
import io.utl.codecs.frame.StateMachine;
import io.utl.gateway.journal.JournalDirectory.Stream;
import java.util.function.LongConsumer;

/**
 * Applies a journal to a machine again and holds each regenerated event against the event journal, byte for byte; among
 * them the running hashes that the live process told at its checkpoints. Reads only: works on a live directory, on a
 * stopped one and on what a killed process left.
 * <p>
 * Thread: one.
 */
public final class Replayer
{
    private static final long PROGRESS_EVERY = 1 << 14;

    /**
     * What a replay found.
     *
     * @param machine    as it is after the last command applied.
     * @param from       sequence of the snapshot it began with; 0 from nothing.
     * @param applied    commands applied.
     * @param compared   events equal to stored ones.
     * @param missing    events the event journal does not hold (yet); no difference.
     * @param difference first difference, or null.
     */
    public record Outcome(StateMachine machine, long from, long applied, long compared, long missing,
        Difference difference)
    {
    }

    private final JournalDirectory directory;
    private final StateMachine.Factory factory;
    private final SnapshotStore snapshots;
    private LongConsumer progress = sequence -> { };

    public Replayer(final JournalDirectory directory, final StateMachine.Factory factory)
    {
        this.directory = directory;
        this.factory = factory;
        snapshots = new SnapshotStore(directory, Disk.SYSTEM);
    }

    /** Is told the sequence reached from time to time. */
    public Replayer progress(final LongConsumer listener)
    {
        progress = listener;
        return this;
    }

    /**
     * Replays from nothing.
     *
     * @param upTo      last sequence to apply.
     * @param compareAt sequence at which the state must have that digest; 0 for no such check.
     * @param digest    that the state must have at {@code compareAt}.
     * @throws CorruptJournalException naming sequence and file.
     */
    public Outcome fromNothing(final long upTo, final long compareAt, final long digest)
    {
        final EventSwitch told = new EventSwitch(new DiscardedEvents());
        return replay(factory.create(told), told, upTo, compareAt, digest);
    }

    /**
     * Replays from one snapshot.
     *
     * @return null if the snapshot is bad; {@link #problem} then says why.
     */
    public Outcome fromSnapshot(final long sequence, final long upTo)
    {
        final EventSwitch told = new EventSwitch(new DiscardedEvents());
        final StateMachine machine = factory.create(told);
        return snapshots.load(sequence, machine).isEmpty() ? replay(machine, told, upTo, 0, 0) : null;
    }

    /** Why a snapshot is bad; empty if it is good. */
    public String problem(final long sequence)
    {
        return snapshots.load(sequence, factory.create(new DiscardedEvents()));
    }

    /** Digest of the state in a good snapshot. */
    public long digest(final long sequence)
    {
        final StateMachine machine = factory.create(new DiscardedEvents());
        snapshots.load(sequence, machine);
        return machine.digest();
    }

    /** Newest snapshot at or before a sequence, good or bad; 0 if there is none. */
    public long newestSnapshot(final long upTo)
    {
        return snapshots.sequences().stream().filter(sequence -> sequence <= upTo).findFirst().orElse(0L);
    }

    private Outcome replay(final StateMachine machine, final EventSwitch told, final long upTo, final long compareAt,
        final long digest)
    {
        final long from = machine.lastSequence();
        final CommandFrame frame = new CommandFrame();
        try (JournalReader commands = JournalReader.open(directory, Stream.COMMANDS);
            JournalReader events = JournalReader.open(directory, Stream.EVENTS))
        {
            final RegeneratedEvents regenerated = new RegeneratedEvents(events, from, null);
            told.target(regenerated);
            Difference difference = null;
            while (difference == null && machine.lastSequence() < upTo && commands.next())
            {
                if (commands.kind() == RecordKind.HEAD || commands.position().sequence() <= from)
                {
                    continue;
                }
                ReplayStep.apply(machine, commands.wrap(frame));
                final long sequence = frame.sequence();
                difference = regenerated.differenceAfter(sequence);
                if (difference == null && sequence == compareAt && machine.digest() != digest)
                {
                    difference = new Difference(sequence, 0, "state digest " + Long.toHexString(machine.digest()) +
                        ", the snapshot says " + Long.toHexString(digest));
                }
                if (sequence % PROGRESS_EVERY == 0)
                {
                    progress.accept(sequence);
                }
            }
            return new Outcome(machine, from, machine.lastSequence() - from, regenerated.compared(),
                regenerated.missing(), difference);
        }
    }
}
