package io.utl.connectivity.session;

import io.utl.codecs.frame.IngressPort;
import io.utl.codecs.frame.InputClass;
import io.utl.connectivity.venue.ReportOutlet;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

import java.util.ArrayDeque;

/**
 * Hands reports to the inbound ring. A fact that the ring refuses waits in a slot of ours, behind it whatever comes
 * later, and its socket is not read on until the slot is empty again. Samples are dropped.
 * Thread: the adapter's IO thread. Allocates: a copy of each fact that must wait; otherwise nothing.
 */
public final class FactOutlet implements ReportOutlet
{
    private final IngressPort ingress;
    private final int session;
    private final Valve valve;
    private final ArrayDeque<byte[]> slot = new ArrayDeque<>();
    private final UnsafeBuffer view = new UnsafeBuffer(0, 0);

    /** Stops and restarts the reading of the socket that facts come from. */
    public interface Valve
    {
        /** Read no further, and call {@link FactOutlet#retry} soon and again until it is true. */
        void close();

        /** Read on. */
        void open();
    }

    /** @param session number of the venue session, as the commands carry it. */
    public FactOutlet(final IngressPort ingress, final int session, final Valve valve)
    {
        this.ingress = ingress;
        this.session = session;
        this.valve = valve;
    }

    @Override
    public void fact(final DirectBuffer buffer, final int offset, final int length)
    {
        if (slot.isEmpty() && ingress.offer(InputClass.FACT, session, buffer, offset, length))
        {
            return;
        }
        final byte[] copy = new byte[length];
        buffer.getBytes(offset, copy);
        slot.add(copy);
        if (slot.size() == 1)
        {
            valve.close();
        }
    }

    @Override
    public boolean sample(final DirectBuffer buffer, final int offset, final int length)
    {
        return ingress.offer(InputClass.SAMPLE, session, buffer, offset, length);
    }

    /** Offers what waits, in order. @return true if nothing waits any more; the valve is open then. */
    public boolean retry()
    {
        if (slot.isEmpty())
        {
            return true;
        }
        while (!slot.isEmpty())
        {
            final byte[] fact = slot.peekFirst();
            view.wrap(fact);
            if (!ingress.offer(InputClass.FACT, session, view, 0, fact.length))
            {
                return false;
            }
            slot.removeFirst();
        }
        valve.open();
        return true;
    }

    /** True while facts wait. */
    public boolean blocked()
    {
        return !slot.isEmpty();
    }
}
