package io.utl.gateway.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.utl.codecs.frame.StateMachine;
import io.utl.codecs.sbe.StartKind;
import io.utl.gateway.journal.JournalDirectory.Stream;
import io.utl.gateway.journal.JournalFixture.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecoveryTest
{
    @TempDir
    private Path root;

    private Recovered recover(final String bootId, final StateMachine.Factory factory) throws IOException
    {
        return new Recovery(new JournalDirectory(root), JournalFixture.settings(), factory).bootId(bootId)
            .run(JournalFixture.TIME);
    }

    @Test
    void aCleanEndIsCleanOnAnyBoot() throws IOException
    {
        JournalFixture.run(root, 30, true);
        try (Recovered next = recover("boot-2", SummingMachine::new))
        {
            assertEquals(StartKind.CLEAN, next.startKind());
        }
    }

    @Test
    void anUncleanEndIsAKilledProcessOnTheSameBootAndALossOfPowerOnAnother() throws IOException
    {
        JournalFixture.run(root, 30, false);
        try (Recovered next = recover("boot-1", SummingMachine::new))
        {
            assertEquals(StartKind.PROCESS, next.startKind());
        }
        try (Recovered next = recover("boot-2", SummingMachine::new))
        {
            assertEquals(StartKind.POWER, next.startKind());
            assertEquals(30, next.lastSequence());
        }
        try (Recovered next = recover("boot-2", SummingMachine::new))
        {
            assertEquals(StartKind.POWER, next.startKind(), "the start before died before it could say so");
        }
    }

    @Test
    void anEmptyJournalIsAFirstStartHoweverOftenItWasOpened() throws IOException
    {
        for (int i = 1; i <= 3; i++)
        {
            try (Recovered recovered = recover("boot-1", SummingMachine::new))
            {
                assertEquals(StartKind.FIRST, recovered.startKind());
                assertEquals(i, recovered.epoch());
            }
        }
    }

    @Test
    void eachStartOpensANewEpochThatNamesTheOneBefore() throws IOException
    {
        for (int i = 1; i <= 4; i++)
        {
            final Recovered recovered = JournalFixture.run(root, 10, i % 2 == 0);
            assertEquals(i, recovered.epoch());
            assertEquals((i - 1) * 10L, recovered.lastSequence());
        }
        final List<JournalSummary.Epoch> epochs =
            JournalSummary.read(new JournalDirectory(root), Stream.COMMANDS).epochs();
        assertEquals(4, epochs.size());
        assertEquals(3, epochs.get(3).head().previousEpoch());
        assertEquals(30, epochs.get(3).head().lastSequence());
        assertEquals("test-build", epochs.get(3).head().build());
        assertEquals(42, epochs.get(3).head().configHash());
    }

    @Test
    void aFileIsNeverAppendedToAfterItsEpoch() throws IOException
    {
        JournalFixture.run(root, 10, false);
        final Path file = JournalFixture.places(root, Stream.COMMANDS).get(0).file();
        final byte[] before = Files.readAllBytes(file);
        JournalFixture.run(root, 10, true);
        assertArrayEquals(before, Files.readAllBytes(file));
        final Head head = new Head(1, 0, 0, 0, 0, 0, 1, 1, 0, "b", "c");
        assertThrows(JournalFailure.class, () -> ChronicleJournal.open(new JournalDirectory(root), Stream.COMMANDS,
            head,
            JournalFixture.TIME, JournalFixture.settings()));
    }

    @Test
    void anEpochThatDiedBeforeItsHeadIsPassedOver() throws IOException
    {
        JournalFixture.run(root, 10, false);
        Files.createDirectory(new JournalDirectory(root).epoch(Stream.COMMANDS, 2));
        Files.createDirectory(new JournalDirectory(root).epoch(Stream.EVENTS, 2));
        final Recovered next = JournalFixture.run(root, 10, true);
        assertEquals(3, next.epoch());
        assertEquals(20, JournalFixture.readAll(root, Stream.COMMANDS).position().sequence());
    }

    @Test
    void startsFromTheNewestGoodSnapshotAndGivesTheSameState() throws IOException
    {
        final Recovered first = JournalFixture.run(root, 50, true);
        final Recovered second = JournalFixture.open(root);
        JournalFixture.feed(second, 25);
        second.close();
        final Path bad = root.resolve("snapshots").resolve(String.format("%019d.snap", 60));
        Files.write(bad, new byte[]{1, 2, 3});
        try (Recovered third = recover("boot-1", SummingMachine::new))
        {
            assertEquals(50, third.snapshotSequence());
            assertEquals(25, third.replayed());
            assertEquals(second.machine().digest(), third.machine().digest());
            assertTrue(third.notes().contains("snapshot passed over"), third.notes());
            assertNotEquals(first.machine().digest(), third.machine().digest());
        }
    }

    @Test
    void aSnapshotWithAnyByteChangedIsPassedOver() throws IOException
    {
        JournalFixture.run(root, 10, true);
        final Path file = root.resolve("snapshots").resolve(String.format("%019d.snap", 10));
        final SnapshotStore store = new SnapshotStore(new JournalDirectory(root), Disk.SYSTEM);
        final byte[] whole = Files.readAllBytes(file);
        for (int at = 0; at < whole.length; at++)
        {
            JournalFixture.write(file, at, new byte[]{(byte)~whole[at]});
            assertNotEquals("", store.load(10, new SummingMachine(new DiscardedEvents())), "byte " + at);
            JournalFixture.write(file, at, new byte[]{whole[at]});
        }
        assertEquals("", store.load(10, new SummingMachine(new DiscardedEvents())));
    }

    @Test
    void writesEventsThatWereLostToTheNewEpochAndComparesTheOthers() throws IOException
    {
        JournalFixture.run(root, 30, false);
        final List<Place> events = JournalFixture.places(root, Stream.EVENTS);
        final int kept = events.size() - 8;
        // The mark of the events is set back as if the last eight had not been forced, then they are torn off.
        final Place firstLost = events.get(kept);
        JournalFixture.write(firstLost.file(), firstLost.position(), new byte[2048]);
        try (HighWaterMark mark = HighWaterMark.open(new JournalDirectory(root).mark(Stream.EVENTS)))
        {
            final Position last = events.get(kept - 1).name();
            mark.write(1, last.sequence(), last.index(), false);
            mark.write(1, last.sequence(), last.index(), false);
        }
        final long compared;
        try (Recovered next = recover("boot-1", SummingMachine::new))
        {
            assertEquals(8, next.missing());
            assertEquals(kept - 1, next.compared());
            compared = next.compared();
            next.eventJournal().force();
        }
        try (Recovered again = recover("boot-1", SummingMachine::new))
        {
            assertEquals(0, again.missing());
            assertEquals(compared + 8, again.compared());
        }
    }

    @Test
    void eventsOfLostCommandsAreVoid() throws IOException
    {
        JournalFixture.run(root, 30, false);
        final List<Place> commands = JournalFixture.places(root, Stream.COMMANDS);
        final Place firstLost = commands.get(26);
        JournalFixture.write(firstLost.file(), firstLost.position(), new byte[2048]);
        try (HighWaterMark mark = HighWaterMark.open(new JournalDirectory(root).mark(Stream.COMMANDS)))
        {
            mark.write(1, 25, 0, false);
            mark.write(1, 25, 0, false);
        }
        final Recovered next = JournalFixture.run(root, 12, true);
        assertEquals(25, next.lastSequence());
        assertEquals(25 + 12, JournalFixture.readAll(root, Stream.EVENTS).position().sequence());
        try (Recovered again = recover("boot-1", SummingMachine::new))
        {
            assertEquals(37, again.lastSequence());
            assertEquals(next.machine().digest(), again.machine().digest());
        }
    }

    @Test
    void aSnapshotOfLostCommandsIsSetAsideBeforeTheirSequencesAreGivenAgain() throws IOException
    {
        final Recovered first = JournalFixture.run(root, 30, false);
        first.snapshots().write(first.machine());
        final Place firstLost = JournalFixture.places(root, Stream.COMMANDS).get(26);
        JournalFixture.write(firstLost.file(), firstLost.position(), new byte[2048]);
        try (HighWaterMark mark = HighWaterMark.open(new JournalDirectory(root).mark(Stream.COMMANDS)))
        {
            mark.write(1, 25, 0, false);
            mark.write(1, 25, 0, false);
        }
        final Recovered second = JournalFixture.run(root, 20, false);
        assertTrue(second.notes().contains("set aside"), second.notes());
        try (Recovered third = recover("boot-1", SummingMachine::new))
        {
            assertEquals(0, third.snapshotSequence());
            assertEquals(45, third.lastSequence());
            assertEquals(second.machine().digest(), third.machine().digest());
        }
    }

    @Test
    void refusesToStartWhenReplayTellsAnotherEvent() throws IOException
    {
        JournalFixture.run(root, 30, false);
        final DifferenceException refusal = assertThrows(DifferenceException.class,
            () -> recover("boot-1", sink -> new SummingMachine(sink).errAt(17)));
        assertEquals(17, refusal.difference().sequence());
        assertTrue(refusal.getMessage().startsWith("DIFFERENT seq=17"), refusal.getMessage());
        assertEquals(1, new JournalDirectory(root).epochs(Stream.EVENTS).size(), "nothing was changed");
    }

    @Test
    void refusesToStartOnACommandThatCannotBeApplied() throws IOException
    {
        JournalFixture.run(root, 30, false);
        final MachineHaltException refusal = assertThrows(MachineHaltException.class,
            () -> recover("boot-1", sink -> new SummingMachine(sink).failAt(29)));
        assertEquals(29, refusal.sequence());
        assertTrue(refusal.getMessage().contains("asset"), refusal.getMessage());
    }

    @Test
    void writesASnapshotAtOnceAfterALongReplay() throws IOException
    {
        JournalFixture.run(root, 30, false);
        new Recovery(new JournalDirectory(root), JournalFixture.settings(), SummingMachine::new).snapshotAfter(29)
            .run(JournalFixture.TIME).close();
        try (Recovered next = recover("boot-1", SummingMachine::new))
        {
            assertEquals(30, next.snapshotSequence());
        }
    }

    @Test
    void aJournalOfAnotherVersionIsRefusedByName() throws IOException
    {
        final Head head = new Head(1, 0, 0, 0, 0, 0, 1, 99, 0, "b", "future 9.9");
        ChronicleJournal.open(new JournalDirectory(root), Stream.COMMANDS, head, JournalFixture.TIME,
            JournalFixture.settings()).close();
        final JournalVersionException refusal =
            assertThrows(JournalVersionException.class, () -> recover("boot-1", SummingMachine::new));
        assertTrue(refusal.getMessage().contains("schema 1 version 99 by build 'future 9.9'"), refusal.getMessage());
    }
}
