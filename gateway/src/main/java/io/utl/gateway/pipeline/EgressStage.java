package io.utl.gateway.pipeline;

import io.utl.codecs.frame.EgressPort;
import io.utl.codecs.frame.EventFrame;
import io.utl.codecs.sbe.CheckpointTakenDecoder;
import io.utl.gateway.journal.Journal;
import io.utl.gateway.journal.RecordKind;
import io.utl.gateway.ring.OutboundRing;

/**
 * Drains the outbound ring into one port, or into the event journal. Gives slots back every 64 events, so that the core
 * need not wait for a whole ring. Waits for nobody else and never offers to the inbound ring.
 * Thread: its own.
 */
final class EgressStage implements Runnable
{
    private static final int RELEASE_EVERY = 64;

    private final String name;
    private final OutboundRing.Drain drain;
    private final EgressPort port;
    private final Runnable onStart;
    private final Failure failure;
    private volatile boolean ending;
    private volatile boolean abandoned;

    private EgressStage(final String name, final OutboundRing.Drain drain, final EgressPort port,
        final Runnable onStart, final Failure failure)
    {
        this.name = name;
        this.drain = drain;
        this.port = port;
        this.onStart = onStart;
        this.failure = failure;
    }

    static EgressStage port(final String name, final OutboundRing.Drain drain, final EgressPort port,
        final Failure failure)
    {
        return new EgressStage("utl-egress-" + name, drain, port, () -> { }, failure);
    }

    /** Writes each event down; forces at each checkpoint, which is not on the path of any command. */
    static EgressStage eventJournal(final OutboundRing.Drain drain, final Journal journal, final Failure failure)
    {
        final EgressPort port = (frame, endOfBatch) ->
        {
            journal.append(RecordKind.EVENT, frame.sequence(), frame.index(), frame.timeNs(), frame.buffer(),
                frame.offset(), frame.frameLength());
            if (frame.templateId() == CheckpointTakenDecoder.TEMPLATE_ID)
            {
                journal.force();
                journal.forceMark();
            }
        };
        return new EgressStage("utl-events", drain, port, journal::adopt, failure);
    }

    String name()
    {
        return name;
    }

    @Override
    public void run()
    {
        final EventFrame frame = new EventFrame();
        try
        {
            onStart.run();
            while (!abandoned && !(ending && drain.isDrained()))
            {
                drain(frame, drain.nextSlot(), drain.await());
            }
        }
        catch (final Throwable t)
        {
            // Throwable: a full disk is an Error, and an edge that fails here must not be passed over in silence.
            failure.failed(0, "", new IllegalStateException(name + " stopped: " + t.getMessage(), t));
        }
    }

    private void drain(final EventFrame frame, final long from, final long to)
    {
        for (long slot = from; slot <= to && !abandoned; slot++)
        {
            port.onEvent(drain.wrap(frame, slot), slot == to);
            if (slot == to || (slot & RELEASE_EVERY - 1) == 0)
            {
                drain.release(slot);
            }
        }
    }

    /** Ends when everything published is drained. */
    void end()
    {
        ending = true;
        drain.nudge();
    }

    /** Ends at once. */
    void abandon()
    {
        abandoned = true;
        drain.nudge();
    }
}
