package io.utl.gateway.journal;

import io.utl.codecs.frame.EventFrame;
import io.utl.codecs.frame.EventSink;
import java.util.Objects;

/**
 * A sink whose target changes: during recovery the comparison with the event journal, afterwards the outbound ring. So
 * one machine can be rebuilt and then go live, and nothing of replay reaches an edge.
 * Thread: the one that applies commands.
 */
public final class EventSwitch implements EventSink
{
    private EventSink target;

    public EventSwitch(final EventSink target)
    {
        this.target = Objects.requireNonNull(target, "target");
    }

    /** From here on events go there. Only between commands. */
    public void target(final EventSink next)
    {
        target = Objects.requireNonNull(next, "next");
    }

    @Override
    public EventFrame claim()
    {
        return target.claim();
    }

    @Override
    public void commit()
    {
        target.commit();
    }

    @Override
    public void publish()
    {
        target.publish();
    }
}
