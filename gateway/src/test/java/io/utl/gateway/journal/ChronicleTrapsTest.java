package io.utl.gateway.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.utl.codecs.frame.CommandFrame;
import io.utl.gateway.journal.JournalDirectory.Stream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.queue.ExcerptTailer;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import net.openhft.chronicle.queue.rollcycles.LargeRollCycles;
import net.openhft.chronicle.wire.DocumentContext;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each sharp edge of the queue library: that it is still there, where that can be shown, and that we do not cut us. */
final class ChronicleTrapsTest
{
    private static final long DAY_NS = 86_400_000_000_000L;

    @TempDir
    private Path root;

    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[CommandFrame.MAX_LENGTH]);
    private final CommandFrame frame = new CommandFrame().wrap(buffer, 0);

    @BeforeEach
    void encode()
    {
        final TestMessages messages = new TestMessages();
        frame.message(messages.buffer(), 0, messages.asset(1)).session(1).ingressNs(0);
    }

    private ChronicleJournal open(final Path data, final Disk disk)
    {
        final Head head = new Head(1, 0, 0, 0, 0, 0, 1, 1, 42, "boot", "build");
        return ChronicleJournal.open(new JournalDirectory(data), Stream.COMMANDS, head, JournalFixture.TIME,
            JournalFixture.settings().withDisk(disk));
    }

    private void append(final Journal journal, final long sequence, final long timeNs)
    {
        frame.sequence(sequence).timeNs(timeNs);
        journal.append(RecordKind.COMMAND, sequence, 0, timeNs, buffer, 0, frame.frameLength());
    }

    private SingleChronicleQueue bareQueue()
    {
        return SingleChronicleQueueBuilder.binary(root.resolve("bare")).blockSize(1 << 16).build();
    }

    @Test
    void anExceptionInsideADocumentWouldCommitItsHalf()
    {
        try (SingleChronicleQueue queue = bareQueue())
        {
            final ExcerptAppender appender = queue.createAppender();
            assertThrows(IllegalStateException.class, () ->
            {
                try (DocumentContext document = appender.writingDocument())
                {
                    document.wire().bytes().writeLong(17);
                    throw new IllegalStateException("half way");
                }
            });
            final ExcerptTailer tailer = queue.createTailer();
            try (DocumentContext document = tailer.readingDocument())
            {
                assertTrue(document.isPresent(),
                    "the library has changed: the record is encoded ahead for this reason");
            }
        }
    }

    @Test
    void aFrameThatCannotBeCopiedLeavesNoHalfRecord()
    {
        try (ChronicleJournal journal = open(root, Disk.SYSTEM))
        {
            append(journal, 1, JournalFixture.TIME);
            assertThrows(IndexOutOfBoundsException.class, () -> journal.append(RecordKind.COMMAND, 2, 0,
                JournalFixture.TIME, buffer, CommandFrame.MAX_LENGTH - 10, 100));
            assertThrows(IllegalArgumentException.class, () -> journal.append(RecordKind.COMMAND, 2, 0,
                JournalFixture.TIME, buffer, 0, CommandFrame.MAX_LENGTH + 1));
            append(journal, 2, JournalFixture.TIME);
            journal.force();
        }
        final JournalEnd end = JournalFixture.readAll(root, Stream.COMMANDS);
        assertEquals(2, end.position().sequence());
        assertEquals(3, end.records());
    }

    @Test
    void aFullDiskStopsTheJournalAndWhatWasForcedStaysReadable() throws Exception
    {
        final Path small = Files.createDirectory(root.resolve("small"));
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", small.toString()),
            "a small file system can be mounted here");
        try
        {
            final ChronicleJournal journal = open(small, Disk.SYSTEM);
            buffer.setMemory(frame.messageOffset() + 20, 3_000, (byte)7);
            frame.length(3_000);
            long sequence = 0;
            JournalFailure failure = null;
            long forced = 0;
            while (failure == null && sequence < 2_000)
            {
                try
                {
                    append(journal, ++sequence, JournalFixture.TIME);
                    journal.force();
                    forced = sequence;
                }
                catch (final JournalFailure e)
                {
                    failure = e;
                }
            }
            assertTrue(failure != null && sequence > 100, "the disk must have filled, seq=" + sequence);
            assertInstanceOf(InternalError.class, failure.getCause(), "an Error, no exception");
            final long next = sequence + 1;
            assertThrows(JournalFailure.class, () -> append(journal, next, JournalFixture.TIME),
                "nothing is tried again");
            assertThrows(JournalFailure.class, journal::force);
            assertEquals(forced, JournalFixture.readAll(small, Stream.COMMANDS).position().sequence());
            journal.close();
        }
        finally
        {
            assertTrue(run("umount", "-l", small.toString()));
        }
    }

    private static boolean run(final String... command) throws IOException, InterruptedException
    {
        final Process process = new ProcessBuilder(command).redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    @Test
    void theWriterLockThatAKilledProcessLeftDoesNotHoldUpTheNextStart() throws IOException
    {
        final Recovered first = JournalFixture.open(root);
        JournalFixture.feed(first, 5);
        // A document left open holds the library's lock in this process id, which it would wait 15 s for.
        final Path folder = new JournalDirectory(root).epoch(Stream.COMMANDS, 1);
        final SingleChronicleQueue killed = SingleChronicleQueueBuilder.binary(folder).blockSize(1 << 16)
            .rollCycle(LargeRollCycles.LARGE_DAILY).timeProvider(() -> JournalFixture.TIME / 1_000_000).build();
        final DocumentContext held = killed.createAppender().writingDocument();
        first.lock().close();
        assertTimeoutPreemptively(Duration.ofSeconds(10), () ->
        {
            final Recovered second = JournalFixture.open(root);
            assertEquals(5, second.lastSequence());
            JournalFixture.feed(second, 5);
            second.closeClean();
        });
        held.rollbackOnClose();
        held.close();
        killed.close();
        first.commandJournal().close();
        first.eventJournal().close();
    }

    @Test
    void anAppenderBelongsToOneThreadUntilItIsHandedOver() throws InterruptedException
    {
        try (ChronicleJournal journal = open(root, Disk.SYSTEM))
        {
            final AtomicReference<RuntimeException> afterHandOver = new AtomicReference<>();
            final CountDownLatch appended = new CountDownLatch(1);
            final CountDownLatch checked = new CountDownLatch(1);
            final Thread next = new Thread(() ->
            {
                try
                {
                    journal.adopt();
                    append(journal, 1, JournalFixture.TIME);
                    appended.countDown();
                    // Stays alive: the library lets a dead thread's appender be taken.
                    checked.await(20, TimeUnit.SECONDS);
                }
                catch (final RuntimeException | InterruptedException e)
                {
                    afterHandOver.set(new IllegalStateException(e));
                    appended.countDown();
                }
            });
            next.start();
            assertTrue(appended.await(20, TimeUnit.SECONDS));
            assertEquals(null, afterHandOver.get());
            final JournalFailure failure =
                assertThrows(JournalFailure.class, () -> append(journal, 2, JournalFixture.TIME));
            assertTrue(failure.getCause().getClass().getSimpleName().contains("Threading"), failure.toString());
            checked.countDown();
            next.join();
        }
    }

    @Test
    void blocksAreSmallWhereTheyAreSetSmall() throws IOException
    {
        JournalFixture.run(root, 10, true);
        for (final Path file : JournalDirectory.files(new JournalDirectory(root).epoch(Stream.COMMANDS, 1)))
        {
            assertTrue(Files.size(file) <= 2 << 20, file + " is " + Files.size(file));
        }
        final String refusal = assertThrows(IllegalArgumentException.class,
            () -> JournalFixture.settings().withBlockSize(100_000)).getMessage();
        assertTrue(refusal.contains("utl.journal.block=100000") && refusal.contains("power of two"), refusal);
    }

    @Test
    void usageReportingIsNotOnTheClassPathAndIsSwitchedOff()
    {
        assertThrows(ClassNotFoundException.class, () -> Class.forName("net.openhft.chronicle.analytics.Analytics"));
        assertTrue(Boolean.getBoolean("chronicle.analytics.disable"));
    }

    @Test
    void rollsByTheUtcDayOfJournalTimeAndReadsOverTheRoll()
    {
        try (ChronicleJournal journal = open(root, Disk.SYSTEM))
        {
            long sequence = 0;
            for (final long day : new long[]{0, 0, 1, 1, 3})
            {
                append(journal, ++sequence, JournalFixture.TIME + day * DAY_NS + sequence);
                journal.force();
            }
            // Regenerated events may be older than the file: the day never goes back.
            journal.append(RecordKind.COMMAND, 6, 0, JournalFixture.TIME, stamped(6), 0, frame.frameLength());
            journal.closeClean();
        }
        final List<Path> files = JournalDirectory.files(new JournalDirectory(root).epoch(Stream.COMMANDS, 1));
        assertEquals(List.of("20270115L.cq4", "20270116L.cq4", "20270118L.cq4"),
            files.stream().map(file -> file.getFileName().toString()).toList());
        assertEquals(6, JournalFixture.readAll(root, Stream.COMMANDS).position().sequence());
    }

    private UnsafeBuffer stamped(final long sequence)
    {
        frame.sequence(sequence).timeNs(JournalFixture.TIME + 3 * DAY_NS + sequence);
        return buffer;
    }

    @Test
    void theForceIsOurOwnAndItsFailureIsFinal()
    {
        final CountingDisk disk = new CountingDisk();
        try (ChronicleJournal journal = open(root, disk))
        {
            assertTrue(disk.directories >= 2, "the epoch's folder and the new file's name are forced");
            append(journal, 1, JournalFixture.TIME);
            final int before = disk.files;
            journal.force();
            assertEquals(before + 1, disk.files);
            assertEquals(1, journal.lastForcedSequence());
            append(journal, 2, JournalFixture.TIME);
            disk.failing = true;
            final JournalFailure failure = assertThrows(JournalFailure.class, journal::force);
            assertTrue(failure.getMessage().contains("seq=2") && failure.getMessage().contains("input/output error"),
                failure.getMessage());
            disk.failing = false;
            assertThrows(JournalFailure.class, journal::force, "a later success would hide the loss");
            assertThrows(JournalFailure.class, () -> append(journal, 3, JournalFixture.TIME));
            assertThrows(JournalFailure.class, journal::closeClean);
            assertEquals(1, journal.lastForcedSequence());
        }
    }

    @Test
    void theMarkFollowsTheForceAndNeverLeadsIt() throws IOException
    {
        final Path mark = new JournalDirectory(root).mark(Stream.COMMANDS);
        try (ChronicleJournal journal = open(root, Disk.SYSTEM))
        {
            append(journal, 1, JournalFixture.TIME);
            assertEquals(0, HighWaterMark.read(mark).position().sequence());
            journal.force();
            assertEquals(1, HighWaterMark.read(mark).position().sequence());
            assertFalse(HighWaterMark.read(mark).clean());
            append(journal, 2, JournalFixture.TIME);
            journal.closeClean();
        }
        assertEquals(2, HighWaterMark.read(mark).position().sequence());
        assertTrue(HighWaterMark.read(mark).clean());
    }

    /** Counts what is forced and can be made to fail. */
    private static final class CountingDisk implements Disk
    {
        private int files;
        private int directories;
        private boolean failing;

        @Override
        public void force(final FileChannel channel) throws IOException
        {
            files++;
            if (failing)
            {
                throw new IOException("input/output error");
            }
            channel.force(false);
        }

        @Override
        public void forceDirectory(final Path directory) throws IOException
        {
            directories++;
            SYSTEM.forceDirectory(directory);
        }
    }
}
