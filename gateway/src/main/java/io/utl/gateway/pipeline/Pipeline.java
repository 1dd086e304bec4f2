package io.utl.gateway.pipeline;

import io.utl.codecs.frame.CommandFrame;
import io.utl.codecs.frame.EgressPort;
import io.utl.codecs.frame.IngressPort;
import io.utl.codecs.frame.StateMachine;
import io.utl.codecs.sbe.TickDecoder;
import io.utl.gateway.journal.Recovered;
import io.utl.gateway.ring.InboundRing;
import io.utl.gateway.ring.OutboundRing;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lays the road and runs it: one thread journals a batch and then applies it, one writes the event journal, one drains
 * for each egress port, one timer offers ticks. Stands on what recovery gave and owns it from then on.
 * <pre>
 *   new Pipeline(recovered, settings, time, halt) ; addEgress(name, port) ... ; start() ; ... ; stop(seconds)
 * </pre>
 * The first failure anywhere stops everything at that sequence and calls the halt handler once.
 */
public final class Pipeline
{
    private final Recovered recovered;
    private final PipelineSettings settings;
    private final HaltHandler haltHandler;
    private final InboundRing inbound;
    private final OutboundRing outbound;
    private final JournalClock clock;
    private final JournalStage journalStage;
    private final PipelineCounters counters;
    private final TimerStage timer;
    private final List<EgressStage> drains = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Thread core = new Thread(this::run, "utl-core");
    private final AtomicBoolean failed = new AtomicBoolean();
    private volatile boolean halted;
    private volatile long lastSequence;

    public Pipeline(final Recovered recovered, final PipelineSettings settings, final TimeSource time,
        final HaltHandler haltHandler)
    {
        this.recovered = recovered;
        this.settings = settings;
        this.haltHandler = haltHandler;
        inbound = new InboundRing(settings.inboundSlots(), settings.waitKind());
        outbound = new OutboundRing(settings.outboundSlots(), settings.waitKind());
        clock = new JournalClock(time, recovered.lastTimeNs());
        journalStage = new JournalStage(recovered.commandJournal(), clock, recovered.lastSequence(), settings);
        counters = new PipelineCounters(inbound, outbound, clock, recovered.commandJournal());
        timer = new TimerStage(inbound, recovered.commandJournal(), settings, time, this::fail);
        lastSequence = recovered.lastSequence();
        drains.add(EgressStage.eventJournal(outbound.newDrain(), recovered.eventJournal(), this::fail));
    }

    /** The way in for every edge; refuses everything once stopping. */
    public IngressPort ingress()
    {
        return inbound;
    }

    /** Adds a way out with a thread of its own; only before {@link #start()}. */
    public Pipeline addEgress(final String name, final EgressPort port)
    {
        drains.add(EgressStage.port(name, outbound.newDrain(), port, this::fail));
        return this;
    }

    /** Starts all threads. The host then offers GatewayStarted, before it opens any port. */
    public void start()
    {
        recovered.events().target(outbound);
        timer.deadline(recovered.machine().nextDeadlineNs());
        for (final EgressStage drain : drains)
        {
            threads.add(new Thread(drain, drain.name()));
        }
        threads.add(new Thread(timer, "utl-timer"));
        for (final Thread thread : threads)
        {
            thread.setDaemon(true);
            thread.start();
        }
        core.setDaemon(true);
        core.start();
    }

    private void run()
    {
        final CommandFrame frame = new CommandFrame();
        try
        {
            recovered.commandJournal().adopt();
            while (!halted && !(inbound.isClosed() && inbound.isDrained()))
            {
                final long from = inbound.nextSlot();
                final long available = inbound.await();
                batch(frame, from, Math.min(available, from + settings.maxBatch() - 1), false);
            }
            if (!halted)
            {
                batch(frame, inbound.nextSlot(), inbound.nextSlot() - 1, true);
            }
        }
        catch (final Throwable t)
        {
            fail(0, "", t);
        }
    }

    /** Journals and applies slots from..to, which may be none, and a checkpoint behind them if one is due. */
    private void batch(final CommandFrame frame, final long from, final long to, final boolean closing)
    {
        journalStage.begin();
        for (long slot = from; slot <= to && !halted; slot++)
        {
            journalStage.append(inbound.wrap(frame, slot));
        }
        final boolean due = closing || journalStage.checkpointDue();
        final CommandFrame checkpoint = due ? journalStage.appendCheckpoint() : null;
        if (halted || to < from && checkpoint == null)
        {
            return;
        }
        journalStage.end(timer.deadline());
        boolean tick = false;
        for (long slot = from; slot <= to && !halted; slot++)
        {
            tick |= inbound.wrap(frame, slot).templateId() == TickDecoder.TEMPLATE_ID;
            apply(frame);
        }
        if (checkpoint != null && !halted)
        {
            apply(checkpoint);
            counters.checkpointed();
        }
        if (halted)
        {
            return;
        }
        inbound.release(to);
        counters.applied(to - from + 1);
        lastSequence = journalStage.sequence();
        timer.published(recovered.machine().nextDeadlineNs(), journalStage.timeNs(), clock.monotonicNs(),
            journalStage.hasWork(), tick);
    }

    private void apply(final CommandFrame frame)
    {
        try
        {
            recovered.machine().onCommand(frame);
        }
        catch (final Throwable t)
        {
            // Throwable: an Error leaves state half changed just as an exception does.
            fail(frame.sequence(), FrameText.line(frame), t);
        }
    }

    private void fail(final long sequence, final String frame, final Throwable cause)
    {
        if (!failed.compareAndSet(false, true))
        {
            return;
        }
        halted = true;
        outbound.breakOff();
        inbound.close();
        haltHandler.halt(sequence == 0 ? lastSequence : sequence, frame, cause);
        timer.end();
        drains.forEach(EgressStage::abandon);
    }

    /**
     * Stops cleanly: takes nothing more, applies what was taken, writes a last checkpoint, drains all ways out, writes
     * a snapshot, marks the epoch as clean. What an edge offers meanwhile is refused; close the edges first.
     *
     * @return true if all of that was done; false if it was halted, or something was not drained in time: then nothing
     *         is marked, and the next start replays.
     */
    public boolean stop(final long timeoutSeconds)
    {
        final long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(timeoutSeconds);
        inbound.close();
        boolean drained = join(core, until);
        drains.forEach(EgressStage::end);
        timer.end();
        for (final Thread thread : threads)
        {
            drained &= join(thread, until);
        }
        if (!drained || halted)
        {
            recovered.close();
            return false;
        }
        // A snapshot must never know more than the journals: they are forced first.
        recovered.commandJournal().force();
        recovered.eventJournal().force();
        recovered.snapshots().write(recovered.machine());
        recovered.closeClean();
        return true;
    }

    /**
     * Ends all threads where they are and gives the directory back, saying nothing about a clean end: to the next start
     * it is as if the process had been killed. For tests and for hosts that give up.
     */
    public void abandon()
    {
        halted = true;
        failed.set(true);
        outbound.breakOff();
        inbound.close();
        timer.end();
        drains.forEach(EgressStage::abandon);
        final long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        join(core, until);
        threads.forEach(thread -> join(thread, until));
        recovered.close();
    }

    private static boolean join(final Thread thread, final long until)
    {
        try
        {
            thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime())));
        }
        catch (final InterruptedException e)
        {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }

    /** Sequence of the last command applied. Thread: any. */
    public long lastSequence()
    {
        return lastSequence;
    }

    /** True once something failed: nothing is applied any more. Thread: any. */
    public boolean halted()
    {
        return halted;
    }

    /** What can be measured from outside. Thread: any. */
    public PipelineCounters counters()
    {
        return counters;
    }

    /** The machine; only to be touched by its thread, or after {@link #stop}. */
    public StateMachine machine()
    {
        return recovered.machine();
    }
}
