package io.utl.gateway.journal;

import io.utl.codecs.frame.EventFrame;
import io.utl.codecs.frame.EventSink;
import org.agrona.ExpandableArrayBuffer;

/** A sink that keeps nothing: for a machine that is loaded, or whose events nobody compares. */
final class DiscardedEvents implements EventSink
{
    private final ExpandableArrayBuffer scratch = new ExpandableArrayBuffer(EventFrame.MAX_LENGTH);
    private final EventFrame frame = new EventFrame();

    @Override
    public EventFrame claim()
    {
        return frame.wrap(scratch, 0);
    }

    @Override
    public void commit()
    {
        // Nobody looks.
    }

    @Override
    public void publish()
    {
        // Nobody looks.
    }
}
