package io.utl.gateway.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import io.utl.codecs.frame.CommandFrame;
import io.utl.codecs.frame.EventFrame;
import io.utl.codecs.frame.InputClass;
import io.utl.config.settings.Durability;
import io.utl.config.settings.WaitKind;
import io.utl.gateway.journal.JournalDirectory;
import io.utl.gateway.journal.Recovered;
import io.utl.gateway.journal.Recovery;
import io.utl.gateway.journal.RecordKind;
import io.utl.gateway.journal.SummingMachine;
import io.utl.gateway.journal.TestMessages;
import io.utl.gateway.ring.InboundRing;
import io.utl.gateway.ring.OutboundRing;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rings, stamping, record, checksum, append, hand-over: nothing is allocated per frame once warm. */
final class NoAllocationTest
{
    private static final int WARM_UP = 30_000;
    private static final int MEASURED = 100_000;
    /** Chronicle maps a new chunk and index page now and then; that is per megabytes, not per frame. */
    private static final long MAPPING_BYTES = 256 * 1024;

    @TempDir
    private Path root;

    @Test
    void aHundredThousandFramesThroughRingsAndJournalsAllocateNothingEach() throws IOException
    {
        assumeTrue(ManagementFactory.getThreadMXBean() instanceof ThreadMXBean, "allocation is measurable here");
        final ThreadMXBean threads = (ThreadMXBean)ManagementFactory.getThreadMXBean();
        final Recovered recovered = new Recovery(new JournalDirectory(root), Gateway.journals().withBlockSize(1 << 26),
            SummingMachine::new).run(TimeSource.SYSTEM.wallNs());
        final Road road = new Road(recovered);
        road.run(WARM_UP);
        final long id = Thread.currentThread().getId();
        final long before = threads.getThreadAllocatedBytes(id);
        final long beganNs = System.nanoTime();
        road.run(MEASURED);
        final long tookNs = System.nanoTime() - beganNs;
        final long allocated = threads.getThreadAllocatedBytes(id) - before;
        System.out.println(MEASURED + " frames: " + allocated + " bytes allocated, " + tookNs / MEASURED +
            " ns for offer, stamp, append, one event, its append");
        assertEquals(WARM_UP + MEASURED, recovered.commandJournal().lastAppendedSequence());
        assertTrue(allocated < MAPPING_BYTES, allocated + " bytes for " + MEASURED + " frames");
        assertEquals(0, allocated / MEASURED, "bytes a frame");
        recovered.close();
    }

    /** The pipeline's steps on one thread, so that its allocation can be counted. */
    private static final class Road
    {
        private final Recovered recovered;
        private final InboundRing inbound = new InboundRing(64, WaitKind.PHASED);
        private final OutboundRing outbound = new OutboundRing(64, WaitKind.PHASED);
        private final OutboundRing.Drain drain = outbound.newDrain();
        private final JournalStage stage;
        private final TestMessages messages = new TestMessages();
        private final CommandFrame command = new CommandFrame();
        private final EventFrame event = new EventFrame();

        Road(final Recovered recovered)
        {
            this.recovered = recovered;
            stage = new JournalStage(recovered.commandJournal(), new JournalClock(TimeSource.SYSTEM, 0), 0,
                PipelineSettings.of(Durability.PROCESS).withCheckpoints(Integer.MAX_VALUE, Long.MAX_VALUE / 1_000_000));
        }

        void run(final int frames)
        {
            for (int i = 0; i < frames; i++)
            {
                assertTrue(inbound.offer(InputClass.FACT, 1, messages.buffer(), 0, messages.asset(i)));
                final long slot = inbound.await();
                stage.begin();
                stage.append(inbound.wrap(command, slot));
                stage.end(Long.MAX_VALUE);
                answer();
                inbound.release(slot);
                final long told = drain.await();
                drain.wrap(event, told);
                recovered.eventJournal().append(RecordKind.EVENT, event.sequence(), event.index(), event.timeNs(),
                    event.buffer(), event.offset(), event.frameLength());
                drain.release(told);
            }
        }

        private void answer()
        {
            final EventFrame answer = outbound.claim();
            answer.length(command.length()).session(1).sequence(command.sequence()).index(0).flags(0).account(0)
                .accountSeq(0).timeNs(command.timeNs());
            answer.buffer().putBytes(answer.messageOffset(), command.buffer(), command.messageOffset(),
                command.length());
            outbound.commit();
            outbound.publish();
        }
    }
}
