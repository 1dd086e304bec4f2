package io.utl.gateway.pipeline;

import io.utl.codecs.frame.InputClass;
import io.utl.codecs.sbe.MessageHeaderEncoder;
import io.utl.codecs.sbe.TickEncoder;
import io.utl.config.settings.Durability;
import io.utl.gateway.journal.Journal;
import io.utl.gateway.ring.InboundRing;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * What must happen although no command comes: a Tick when the core's next deadline is due, the force every 10 ms under
 * {@code process}, a nudge so that the last second's checkpoint is written, the mark's own force.
 * Thread: its own; {@link #published} is called by the pipeline's.
 */
final class TimerStage implements Runnable
{
    private static final long RETRY_NS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long LONGEST_NS = TimeUnit.SECONDS.toNanos(1);

    private final InboundRing inbound;
    private final Journal journal;
    private final boolean forcing;
    private final long forceEveryNs;
    private final long checkpointEveryNs;
    private final TimeSource time;
    private final Failure failure;
    private final UnsafeBuffer message = new UnsafeBuffer(new byte[64]);
    private final TickEncoder tick = new TickEncoder();
    private final int tickLength = MessageHeaderEncoder.ENCODED_LENGTH + TickEncoder.BLOCK_LENGTH;
    private volatile Thread thread;
    private volatile long deadlineNs = Long.MAX_VALUE;
    private volatile long timeOffsetNs;
    private volatile long wakeAtNs = Long.MAX_VALUE;
    private volatile boolean work;
    private volatile boolean tickPending;
    private volatile boolean ended;
    private long lastForceNs;
    private long lastMarkForceNs;
    private long markForcedSequence;
    private long lastNudgeNs;

    TimerStage(final InboundRing inbound, final Journal journal, final PipelineSettings settings, final TimeSource time,
        final Failure failure)
    {
        this.inbound = inbound;
        this.journal = journal;
        this.time = time;
        this.failure = failure;
        forcing = settings.durability() == Durability.PROCESS;
        forceEveryNs = TimeUnit.MILLISECONDS.toNanos(settings.forceEveryMs());
        checkpointEveryNs = TimeUnit.MILLISECONDS.toNanos(settings.checkpointEveryMs());
        timeOffsetNs = time.wallNs() - time.monotonicNs();
        tick.wrapAndApplyHeader(message, 0, new MessageHeaderEncoder());
    }

    long deadline()
    {
        return deadlineNs;
    }

    void deadline(final long ns)
    {
        deadlineNs = ns;
    }

    /**
     * A batch was applied. Thread: the pipeline's.
     *
     * @param timeNs      journal time of the batch.
     * @param monotonicNs monotonic reading of the same moment.
     * @param hasWork     a checkpoint will be due.
     * @param ticked      a Tick was in the batch, so the next may be offered.
     */
    void published(final long nextDeadlineNs, final long timeNs, final long monotonicNs, final boolean hasWork,
        final boolean ticked)
    {
        deadlineNs = nextDeadlineNs;
        timeOffsetNs = timeNs - monotonicNs;
        work = hasWork;
        if (ticked)
        {
            tickPending = false;
        }
        long neededNs = nextDeadlineNs == Long.MAX_VALUE ? LONGEST_NS : nextDeadlineNs - timeNs;
        neededNs = forcing ? Math.min(neededNs, forceEveryNs) : neededNs;
        neededNs = hasWork ? Math.min(neededNs, checkpointEveryNs) : neededNs;
        if (monotonicNs + neededNs < wakeAtNs)
        {
            LockSupport.unpark(thread);
        }
    }

    @Override
    public void run()
    {
        thread = Thread.currentThread();
        try
        {
            while (!ended)
            {
                step();
            }
        }
        catch (final Throwable t)
        {
            // Throwable: a force that fails is final, whatever its type.
            failure.failed(0, "", t);
        }
    }

    private void step()
    {
        // Until the next waking time is known, whatever is published wakes: the permit makes the park below return.
        wakeAtNs = Long.MAX_VALUE;
        final long now = time.monotonicNs();
        long waitNs = LONGEST_NS;
        waitNs = Math.min(waitNs, tickIfDue(now));
        if (forcing && journal.lastForcedSequence() < journal.lastAppendedSequence())
        {
            waitNs = Math.min(waitNs, forceIfDue(now));
        }
        if (work)
        {
            waitNs = Math.min(waitNs, nudgeIfDue(now));
        }
        forceMarkIfDue(now);
        wakeAtNs = now + waitNs;
        if (!ended)
        {
            LockSupport.parkNanos(this, waitNs);
        }
    }

    private long tickIfDue(final long now)
    {
        final long deadline = deadlineNs;
        if (deadline == Long.MAX_VALUE || tickPending)
        {
            return LONGEST_NS;
        }
        final long remaining = deadline - timeOffsetNs - now;
        if (remaining > 0)
        {
            return remaining;
        }
        tickPending = true;
        tick.deadlineNs(deadline);
        if (!inbound.offer(InputClass.SAMPLE, 0, message, 0, tickLength))
        {
            tickPending = false;
            return RETRY_NS;
        }
        return LONGEST_NS;
    }

    private long forceIfDue(final long now)
    {
        final long remaining = lastForceNs + forceEveryNs - now;
        if (lastForceNs != 0 && remaining > 0)
        {
            return remaining;
        }
        lastForceNs = now;
        journal.force();
        return forceEveryNs;
    }

    private long nudgeIfDue(final long now)
    {
        final long remaining = lastNudgeNs + checkpointEveryNs / 4 - now;
        if (lastNudgeNs != 0 && remaining > 0)
        {
            return remaining;
        }
        lastNudgeNs = now;
        inbound.nudge();
        return Math.max(RETRY_NS, checkpointEveryNs / 4);
    }

    private void forceMarkIfDue(final long now)
    {
        if (journal.lastForcedSequence() != markForcedSequence &&
            (lastMarkForceNs == 0 || now - lastMarkForceNs >= LONGEST_NS))
        {
            lastMarkForceNs = now;
            markForcedSequence = journal.lastForcedSequence();
            journal.forceMark();
        }
    }

    void end()
    {
        ended = true;
        LockSupport.unpark(thread);
    }
}
