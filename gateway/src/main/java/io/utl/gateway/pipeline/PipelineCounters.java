package io.utl.gateway.pipeline;

import io.utl.codecs.frame.InputClass;
import io.utl.gateway.journal.Journal;
import io.utl.gateway.ring.InboundRing;
import io.utl.gateway.ring.OutboundRing;
import java.util.concurrent.atomic.AtomicLong;

/** Numbers of the road for metrics and health. Thread: any reads; allocates nothing. */
public final class PipelineCounters
{
    private final InboundRing inbound;
    private final OutboundRing outbound;
    private final JournalClock clock;
    private final Journal journal;
    private final AtomicLong commands = new AtomicLong();
    private final AtomicLong batches = new AtomicLong();
    private final AtomicLong checkpoints = new AtomicLong();

    PipelineCounters(final InboundRing inbound, final OutboundRing outbound, final JournalClock clock,
        final Journal journal)
    {
        this.inbound = inbound;
        this.outbound = outbound;
        this.clock = clock;
        this.journal = journal;
    }

    void applied(final long count)
    {
        commands.lazySet(commands.get() + count);
        batches.lazySet(batches.get() + 1);
    }

    void checkpointed()
    {
        checkpoints.lazySet(checkpoints.get() + 1);
    }

    /** Commands taken from the inbound ring and applied. */
    public long commands()
    {
        return commands.get();
    }

    /** Batches they came in. */
    public long batches()
    {
        return batches.get();
    }

    /** Checkpoints written since the start. */
    public long checkpoints()
    {
        return checkpoints.get();
    }

    /** Slots of the inbound ring in use. */
    public int inboundFill()
    {
        return inbound.fill();
    }

    /** Slots of the outbound ring in use. */
    public int outboundFill()
    {
        return outbound.fill();
    }

    /** Offers of that class refused or dropped. */
    public long refused(final InputClass inputClass)
    {
        return inbound.refused(inputClass);
    }

    /** How often the core waited for a drainer. */
    public long outboundWaits()
    {
        return outbound.waits();
    }

    /** How often the wall clock went further away than journal time follows. */
    public long clockAlarms()
    {
        return clock.alarms();
    }

    /** Wall clock less journal time, nanoseconds. */
    public long clockOffsetNs()
    {
        return clock.offsetNs();
    }

    /** Last command forced to the disk. */
    public long lastForcedSequence()
    {
        return journal.lastForcedSequence();
    }
}
