package io.utl.gateway.journal;

import io.utl.codecs.frame.CommandFrame;
import io.utl.codecs.frame.StateMachine;
import io.utl.codecs.sbe.StartKind;
import io.utl.gateway.journal.JournalDirectory.Stream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns a data directory back into a running state: lock it, read both journals to their last good record, load the
 * newest snapshot that neither journal falls short of, apply the commands after it, hold each regenerated event against
 * the event journal, write those it had lost to the new epoch, open the new epoch. Refuses corruption and differences
 * and has then changed nothing. Nothing that is replayed reaches an edge.
 * <p>
 * Thread: one, before any other is started.
 */
public final class Recovery
{
    private static final long DEFAULT_SNAPSHOT_AFTER = 200_000;

    private final JournalDirectory directory;
    private final JournalSettings settings;
    private final StateMachine.Factory factory;
    private final List<String> notes = new ArrayList<>();
    private String bootId = BootId.read();
    private long snapshotAfter = DEFAULT_SNAPSHOT_AFTER;
    private Journal eventJournal;

    public Recovery(final JournalDirectory directory, final JournalSettings settings,
        final StateMachine.Factory factory)
    {
        this.directory = directory;
        this.settings = settings;
        this.factory = factory;
    }

    /** Another boot id than the machine's own. */
    public Recovery bootId(final String id)
    {
        bootId = id;
        return this;
    }

    /** Commands replayed after which a snapshot is written at once; the default is 200,000. */
    public Recovery snapshotAfter(final long commands)
    {
        snapshotAfter = commands;
        return this;
    }

    /**
     * @param wallNs wall clock now, nanoseconds since the Unix epoch: decides the day of the new files.
     * @throws DirectoryInUseException if another process runs there.
     * @throws CorruptJournalException if a forced record is bad or missing.
     * @throws JournalVersionException if another version wrote it.
     * @throws MachineHaltException    if a command cannot be applied.
     * @throws DifferenceException     if replay gives other events than were told.
     * @throws IOException             if the directory cannot be read or written.
     */
    public Recovered run(final long wallNs) throws IOException
    {
        final DirectoryLock lock = DirectoryLock.acquire(directory);
        try
        {
            return recover(lock, wallNs);
        }
        catch (final Throwable t)
        {
            if (eventJournal != null)
            {
                eventJournal.close();
            }
            lock.close();
            throw t;
        }
    }

    private Recovered recover(final DirectoryLock lock, final long wallNs)
    {
        final JournalEnd commands = JournalEnd.read(directory, Stream.COMMANDS, Long.MAX_VALUE);
        final JournalEnd events = JournalEnd.read(directory, Stream.EVENTS, commands.position().sequence());
        forceRead(Stream.COMMANDS);
        forceRead(Stream.EVENTS);
        note(commands.tail());
        note(events.tail());
        final long lastSequence = commands.position().sequence();
        final long epoch = 1 + Math.max(newest(Stream.COMMANDS), newest(Stream.EVENTS));
        final long nowNs = Math.max(wallNs, commands.timeNs());
        final SnapshotStore snapshots = new SnapshotStore(directory, settings.disk());
        final EventSwitch told = new EventSwitch(new DiscardedEvents());
        final StateMachine machine = restore(snapshots, told,
            Math.min(lastSequence, events.position().sequence()));
        final long snapshotSequence = machine.lastSequence();
        final long compared;
        final long missing;
        try (JournalReader stored = JournalReader.open(directory, Stream.EVENTS, false))
        {
            final RegeneratedEvents regenerated = new RegeneratedEvents(stored, snapshotSequence,
                () -> openEvents(epoch, events, nowNs));
            told.target(regenerated);
            replay(machine, regenerated);
            compared = regenerated.compared();
            missing = regenerated.missing();
        }
        final int voided = snapshots.setAsideAfter(lastSequence);
        note(voided == 0 ? "" : voided + " snapshot(s) of commands that are lost set aside");
        openEvents(epoch, events, nowNs).force();
        final Journal commandJournal = ChronicleJournal.open(directory, Stream.COMMANDS,
            head(epoch, commands), nowNs, settings);
        final long replayed = lastSequence - snapshotSequence;
        if (replayed > snapshotAfter)
        {
            snapshots.write(machine);
        }
        return new Recovered(machine, told, commandJournal, eventJournal, snapshots, lock, startKind(commands), epoch,
            lastSequence, commands.timeNs(), snapshotSequence, replayed, compared, missing, String.join("\n", notes));
    }

    /** What a killed process left in the page cache is forced before anything is built on it. */
    private void forceRead(final Stream stream)
    {
        final long epoch = newest(stream);
        for (final Path file : JournalDirectory.files(directory.epoch(stream, epoch)))
        {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE))
            {
                settings.disk().force(channel);
            }
            catch (final IOException e)
            {
                throw new JournalFailure("cannot force " + file + ": " + e.getMessage(), e);
            }
        }
    }

    private StateMachine restore(final SnapshotStore snapshots, final EventSwitch target, final long atMost)
    {
        for (final long sequence : snapshots.sequences())
        {
            if (sequence <= atMost)
            {
                final StateMachine machine = factory.create(target);
                final String problem = snapshots.load(sequence, machine);
                if (problem.isEmpty())
                {
                    return machine;
                }
                note("snapshot passed over: " + problem);
            }
        }
        return factory.create(target);
    }

    private void replay(final StateMachine machine, final RegeneratedEvents regenerated)
    {
        final CommandFrame frame = new CommandFrame();
        final long after = machine.lastSequence();
        try (JournalReader reader = JournalReader.open(directory, Stream.COMMANDS, false))
        {
            while (reader.next())
            {
                if (reader.kind() != RecordKind.HEAD && reader.position().sequence() > after)
                {
                    ReplayStep.apply(machine, reader.wrap(frame));
                    final Difference difference = regenerated.differenceAfter(reader.position().sequence());
                    if (difference != null)
                    {
                        throw new DifferenceException(difference);
                    }
                }
            }
        }
    }

    private Journal openEvents(final long epoch, final JournalEnd events, final long nowNs)
    {
        if (eventJournal == null)
        {
            eventJournal = ChronicleJournal.open(directory, Stream.EVENTS, head(epoch, events), nowNs, settings);
        }
        return eventJournal;
    }

    private Head head(final long epoch, final JournalEnd end)
    {
        return new Head(epoch, end.epoch(), end.position().sequence(), end.position().index(), end.crc(), end.timeNs(),
            settings.schemaId(), settings.schemaVersion(), settings.configHash(), bootId, settings.build());
    }

    private StartKind startKind(final JournalEnd commands)
    {
        if (commands.position().sequence() == 0)
        {
            return StartKind.FIRST;
        }
        if (commands.clean())
        {
            return StartKind.CLEAN;
        }
        // A start that died before its first command told nobody what it was: the one before it decides.
        return BootId.same(commands.bootId(), bootId) ? StartKind.PROCESS : StartKind.POWER;
    }

    private long newest(final Stream stream)
    {
        final List<Long> epochs = directory.epochs(stream);
        return epochs.isEmpty() ? 0 : epochs.get(epochs.size() - 1);
    }

    private void note(final String text)
    {
        if (!text.isEmpty())
        {
            notes.add(text);
        }
    }
}
