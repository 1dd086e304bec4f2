package io.utl.gateway.pipeline;

import io.utl.codecs.frame.CommandFrame;
import io.utl.codecs.sbe.AdoptClockDecoder;
import io.utl.codecs.sbe.CheckpointEncoder;
import io.utl.codecs.sbe.FeedAliveDecoder;
import io.utl.codecs.sbe.MarkDecoder;
import io.utl.codecs.sbe.MessageHeaderEncoder;
import io.utl.codecs.sbe.TickDecoder;
import io.utl.config.settings.Durability;
import io.utl.gateway.journal.Journal;
import io.utl.gateway.journal.RecordKind;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Gives each command its sequence and time and writes it down. The only place that does.
 * <p>
 * Under {@code power} a batch is forced before it is applied, unless it holds marks and signs of life alone and no
 * deadline came due. Writes a Checkpoint after so many records, and a second after the first command behind the last.
 * <p>
 * Thread: the pipeline's. Allocates: nothing per frame.
 */
final class JournalStage
{
    private static final long NS_PER_MS = 1_000_000L;

    private final Journal journal;
    private final JournalClock clock;
    private final PipelineSettings settings;
    private final long checkpointEveryNs;
    private final CommandFrame checkpoint = new CommandFrame();
    private long sequence;
    private long timeNs;
    private boolean mustForce;
    private int recordsSinceCheckpoint;
    private boolean work;
    private long workSinceNs;

    JournalStage(final Journal journal, final JournalClock clock, final long lastSequence,
        final PipelineSettings settings)
    {
        this.journal = journal;
        this.clock = clock;
        this.settings = settings;
        sequence = lastSequence;
        checkpointEveryNs = settings.checkpointEveryMs() * NS_PER_MS;
        final UnsafeBuffer buffer = new UnsafeBuffer(new byte[128]);
        checkpoint.wrap(buffer, 0).session(0).ingressNs(0).length(MessageHeaderEncoder.ENCODED_LENGTH +
            CheckpointEncoder.BLOCK_LENGTH);
        new CheckpointEncoder().wrapAndApplyHeader(buffer, CommandFrame.HEADER_LENGTH, new MessageHeaderEncoder())
            .reserved(0);
    }

    /** A batch begins: its commands share one reading of the clock. */
    void begin()
    {
        timeNs = clock.now();
        mustForce = false;
    }

    /** Stamps and appends one command. */
    void append(final CommandFrame frame)
    {
        final int template = frame.templateId();
        if (template == AdoptClockDecoder.TEMPLATE_ID)
        {
            timeNs = clock.adopt();
        }
        write(frame, RecordKind.COMMAND);
        mustForce |= template != MarkDecoder.TEMPLATE_ID && template != FeedAliveDecoder.TEMPLATE_ID;
        if (!work && template != TickDecoder.TEMPLATE_ID)
        {
            work = true;
            workSinceNs = clock.monotonicNs();
        }
    }

    private void write(final CommandFrame frame, final RecordKind kind)
    {
        sequence++;
        frame.sequence(sequence).timeNs(timeNs);
        journal.append(kind, sequence, 0, timeNs, frame.buffer(), frame.offset(), frame.frameLength());
        recordsSinceCheckpoint++;
    }

    boolean checkpointDue()
    {
        return recordsSinceCheckpoint >= settings.checkpointRecords() ||
            work && clock.monotonicNs() - workSinceNs >= checkpointEveryNs;
    }

    /** Appends a checkpoint behind the batch; returns it to be applied. */
    CommandFrame appendCheckpoint()
    {
        write(checkpoint, RecordKind.CHECKPOINT);
        mustForce = true;
        recordsSinceCheckpoint = 0;
        work = false;
        return checkpoint;
    }

    /**
     * The batch ends: makes it as durable as promised.
     *
     * @param deadlineNs earliest deadline the core has published.
     */
    void end(final long deadlineNs)
    {
        if (settings.durability() == Durability.POWER && (mustForce || timeNs >= deadlineNs))
        {
            journal.force();
        }
    }

    /** True if a checkpoint will be due although nothing more may come. */
    boolean hasWork()
    {
        return work;
    }

    long sequence()
    {
        return sequence;
    }

    long timeNs()
    {
        return timeNs;
    }
}
