package io.utl.gateway.tools.check;

import io.utl.codecs.frame.EventFrame;
import io.utl.codecs.frame.EventSink;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Keeps the events of one command as frames of their own.
 * <p>
 * Thread: one. Allocates: each event.
 */
public final class CapturedEvents implements EventSink
{
    private final UnsafeBuffer room = new UnsafeBuffer(new byte[EventFrame.MAX_LENGTH]);
    private final EventFrame frame = new EventFrame();
    private final List<EventFrame> events = new ArrayList<>();

    @Override
    public EventFrame claim()
    {
        return frame.wrap(room, 0);
    }

    @Override
    public void commit()
    {
        final UnsafeBuffer copy = new UnsafeBuffer(new byte[frame.frameLength()]);
        copy.putBytes(0, room, 0, frame.frameLength());
        events.add(new EventFrame().wrap(copy, 0));
    }

    @Override
    public void publish()
    {
        // Events are read after the command; there is nobody to be told.
    }

    /** The events kept since the last call, which are forgotten here. */
    public List<EventFrame> take()
    {
        final List<EventFrame> taken = List.copyOf(events);
        events.clear();
        return taken;
    }
}
