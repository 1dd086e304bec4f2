package io.utl.gateway.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.utl.codecs.frame.CommandFrame;
import io.utl.codecs.frame.EventFrame;
import io.utl.codecs.frame.InputClass;
import io.utl.codecs.sbe.CheckpointTakenDecoder;
import io.utl.codecs.sbe.StartKind;
import io.utl.config.settings.Durability;
import io.utl.gateway.journal.Disk;
import io.utl.gateway.journal.JournalDirectory;
import io.utl.gateway.journal.JournalReader;
import io.utl.gateway.journal.RecordKind;
import io.utl.gateway.journal.SummingMachine;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PipelineTest
{
    private static final long START = 1_800_000_000_000_000_000L;
    private static final long SECOND = 1_000_000_000L;

    @TempDir
    private Path root;

    private final ManualTime time = new ManualTime(START);
    private Gateway gateway;

    @AfterEach
    void leave()
    {
        if (gateway != null)
        {
            gateway.kill();
        }
    }

    private Gateway start(final PipelineSettings settings, final Disk disk, final long failAt) throws IOException
    {
        gateway = new Gateway(root, settings, time, sink -> new SummingMachine(sink).failAt(failAt),
            Gateway.journals().withDisk(disk));
        return gateway;
    }

    private List<RecordKind> kinds()
    {
        final List<RecordKind> kinds = new ArrayList<>();
        final JournalDirectory directory = new JournalDirectory(root);
        try (JournalReader reader = JournalReader.open(directory, JournalDirectory.Stream.COMMANDS))
        {
            while (reader.next())
            {
                kinds.add(reader.kind());
            }
        }
        return kinds;
    }

    @Test
    void givesSequencesWithoutGapsAndTimesThatNeverDecrease() throws IOException
    {
        start(Gateway.SETTINGS, Disk.SYSTEM, 0).feed(100);
        time.step(-5 * SECOND);
        gateway.feed(100);
        assertTrue(gateway.stop());
        gateway = null;
        final CommandFrame frame = new CommandFrame();
        try (JournalReader reader = JournalReader.open(new JournalDirectory(root), JournalDirectory.Stream.COMMANDS))
        {
            long expected = 1;
            long lastNs = START;
            while (reader.next())
            {
                if (reader.kind() != RecordKind.HEAD)
                {
                    reader.wrap(frame);
                    assertEquals(expected++, frame.sequence());
                    assertTrue(frame.timeNs() >= lastNs);
                    lastNs = frame.timeNs();
                }
            }
            assertEquals(202, expected, "200 commands and the last checkpoint");
        }
    }

    @Test
    void writesACheckpointAfterSoManyRecords() throws IOException
    {
        start(Gateway.SETTINGS.withCheckpoints(50, 3_600_000).withMaxBatch(10), Disk.SYSTEM, 0).feed(240);
        assertEquals(4, gateway.pipeline().counters().checkpoints(),
            "one at the end of the batch that brings the fiftieth record");
        gateway.kill();
        gateway = null;
        assertEquals(4, Collections.frequency(kinds(), RecordKind.CHECKPOINT));
    }

    @Test
    void writesACheckpointASecondAfterWorkAlthoughNothingMoreComesAndNoneWhenIdle() throws IOException
    {
        start(Gateway.SETTINGS, Disk.SYSTEM, 0).feed(3);
        assertEquals(0, gateway.pipeline().counters().checkpoints());
        time.pass(SECOND + 1);
        Gateway.await(() -> gateway.pipeline().counters().checkpoints() == 1);
        time.pass(10 * SECOND);
        gateway.offer(InputClass.SAMPLE, gateway.messages().alive());
        Gateway.await(() -> gateway.pipeline().counters().commands() == 4);
        assertEquals(1, gateway.pipeline().counters().checkpoints(), "idle seconds have none");
        time.pass(SECOND + 1);
        Gateway.await(() -> gateway.pipeline().counters().checkpoints() == 2);
    }

    @Test
    void offersATickWhenTheCoresDeadlineIsDueAndNotBefore() throws IOException
    {
        start(Gateway.SETTINGS, Disk.SYSTEM, 0).offer(InputClass.FACT, gateway.messages().adopt());
        final SummingMachine machine = (SummingMachine)gateway.pipeline().machine();
        Gateway.await(() -> gateway.pipeline().counters().commands() == 1);
        time.pass(19_000_000);
        gateway.feed(1);
        assertEquals(0, machine.ticks());
        time.pass(2_000_000);
        Gateway.await(() -> gateway.pipeline().counters().commands() == 3);
        assertEquals(1, machine.ticks());
    }

    @Test
    void underPowerForcesBeforeItAppliesAndSparesBatchesOfSamples() throws IOException
    {
        final AtomicLong forces = new AtomicLong();
        final Disk counting = new Disk()
        {
            @Override
            public void force(final FileChannel channel) throws IOException
            {
                forces.incrementAndGet();
                channel.force(false);
            }

            @Override
            public void forceDirectory(final Path directory) throws IOException
            {
                SYSTEM.forceDirectory(directory);
            }
        };
        final PipelineSettings power = PipelineSettings.of(Durability.POWER).withSlots(256, 1024)
            .withCheckpoints(1_000_000, 3_600_000);
        start(power, counting, 0).feed(1);
        for (int i = 2; i <= 20; i++)
        {
            gateway.feed(1);
            assertEquals(i, gateway.pipeline().counters().lastForcedSequence(), "applied means forced");
        }
        for (int i = 0; i < 20; i++)
        {
            final long before = gateway.pipeline().counters().commands();
            gateway.offer(InputClass.SAMPLE, gateway.messages().alive());
            Gateway.await(() -> gateway.pipeline().counters().commands() == before + 1);
        }
        assertEquals(20, gateway.pipeline().counters().lastForcedSequence(), "marks and signs of life wait for others");
        gateway.feed(1);
        assertEquals(41, gateway.pipeline().counters().lastForcedSequence());
        assertTrue(forces.get() > 20);
    }

    @Test
    void underProcessForcesBesideThePath() throws IOException
    {
        start(Gateway.SETTINGS, Disk.SYSTEM, 0).feed(50);
        time.pass(20_000_000);
        gateway.feed(1);
        Gateway.await(() -> gateway.pipeline().counters().lastForcedSequence() >= 50);
    }

    @Test
    void aForceThatFailsStopsBeforeAnythingOfTheBatchIsApplied() throws IOException
    {
        final FailingDisk disk = new FailingDisk();
        start(PipelineSettings.of(Durability.POWER).withSlots(256, 1024), disk, 0).feed(10);
        final long hash = gateway.pipeline().machine().eventHash();
        disk.failing = true;
        gateway.feed(1);
        assertTrue(gateway.pipeline().halted());
        Gateway.await(() -> gateway.halt().calls() == 1);
        assertTrue(gateway.halt().cause().getMessage().contains("seq=11"), gateway.halt().cause().getMessage());
        assertEquals(hash, gateway.pipeline().machine().eventHash());
        assertFalse(gateway.pipeline().ingress().offer(InputClass.STOP, 1, gateway.messages().buffer(), 0, 40));
        assertFalse(gateway.stop(), "a halted gateway does not end cleanly");
        gateway = null;
    }

    @Test
    void anExceptionWhileChangingStopsAtThatSequenceAndPrintsTheCommand() throws IOException
    {
        start(Gateway.SETTINGS, Disk.SYSTEM, 30).feed(100);
        Gateway.await(() -> gateway.halt().calls() == 1);
        assertEquals(30, gateway.halt().sequence());
        assertTrue(gateway.halt().frame().contains("30 ") && gateway.halt().frame().contains("asset"),
            gateway.halt().frame());
        assertTrue(gateway.halt().cause().getMessage().contains("broken invariant"));
        assertEquals(30, gateway.pipeline().machine().lastSequence(), "nothing after it was applied");
        assertFalse(gateway.stop());
        gateway = null;
        assertTrue(kinds().size() >= 31, "the journal holds it");
    }

    @Test
    void anEgressPortThatThrowsStopsTheProcess() throws IOException
    {
        gateway = new Gateway(root, Gateway.SETTINGS, time, SummingMachine::new, Gateway.journals(), (frame, end) ->
        {
            if (frame.sequence() == 5)
            {
                throw new IllegalStateException("cannot write");
            }
        });
        gateway.feed(50);
        Gateway.await(() -> gateway.halt().calls() == 1);
        assertTrue(gateway.halt().cause().getMessage().contains("utl-egress-test0"),
            gateway.halt().cause().getMessage());
    }

    @Test
    void everyPortIsToldEveryEventInOrderAlsoWhenOneIsSlow() throws Exception
    {
        final List<Long> quick = Collections.synchronizedList(new ArrayList<>());
        final List<Long> slow = Collections.synchronizedList(new ArrayList<>());
        final CountDownLatch gate = new CountDownLatch(1);
        gateway = new Gateway(root, Gateway.SETTINGS.withSlots(64, 16), time, SummingMachine::new, Gateway.journals(),
            (frame, end) -> quick.add(frame.sequence() * 10 + frame.index()), (frame, end) ->
            {
                pass(gate);
                slow.add(frame.sequence() * 10 + frame.index());
            });
        int taken = 0;
        while (gateway.pipeline().ingress().offer(InputClass.REQUEST, 1, gateway.messages().buffer(), 0,
            gateway.messages().asset(taken)) || gateway.pipeline().counters().outboundWaits() == 0)
        {
            taken++;
        }
        assertTrue(gateway.pipeline().counters().refused(InputClass.REQUEST) > 0, "the edge is told that it is full");
        assertTrue(gateway.pipeline().ingress().offer(InputClass.FACT, 1, gateway.messages().buffer(), 0, 40),
            "a fact still has room");
        gate.countDown();
        Gateway.await(() -> gateway.pipeline().counters().inboundFill() == 0);
        gateway.feed(10);
        assertTrue(gateway.stop());
        assertEquals(quick, slow);
        assertEquals(quick.stream().sorted().toList(), quick);
        gateway = null;
    }

    private static void pass(final CountDownLatch gate)
    {
        try
        {
            assertTrue(gate.await(20, TimeUnit.SECONDS));
        }
        catch (final InterruptedException e)
        {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aStopDrainsWhatWasTakenTellsItAndEndsCleanly() throws IOException
    {
        final List<Integer> templates = Collections.synchronizedList(new ArrayList<>());
        gateway = new Gateway(root, Gateway.SETTINGS, time, SummingMachine::new, Gateway.journals(),
            (final EventFrame frame, final boolean end) -> templates.add(frame.templateId()));
        for (int i = 0; i < 100; i++)
        {
            gateway.offer(InputClass.FACT, gateway.messages().asset(i));
        }
        assertTrue(gateway.stop());
        assertEquals(101, gateway.pipeline().lastSequence());
        assertEquals(CheckpointTakenDecoder.TEMPLATE_ID, templates.get(templates.size() - 1));
        gateway = start(Gateway.SETTINGS, Disk.SYSTEM, 0);
        assertEquals(StartKind.CLEAN, gateway.recovered().startKind());
        assertEquals(101, gateway.recovered().snapshotSequence());
    }

    /** Fails when told. */
    private static final class FailingDisk implements Disk
    {
        private volatile boolean failing;

        @Override
        public void force(final FileChannel channel) throws IOException
        {
            if (failing)
            {
                throw new IOException("input/output error");
            }
            channel.force(false);
        }

        @Override
        public void forceDirectory(final Path directory) throws IOException
        {
            SYSTEM.forceDirectory(directory);
        }
    }
}
