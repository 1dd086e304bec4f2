package io.utl.gateway.ring;

import com.lmax.disruptor.AlertException;
import com.lmax.disruptor.Sequence;
import com.lmax.disruptor.SequenceBarrier;
import com.lmax.disruptor.SingleProducerSequencer;
import com.lmax.disruptor.TimeoutException;
import io.utl.codecs.frame.EventFrame;
import io.utl.codecs.frame.EventSink;
import io.utl.config.settings.WaitKind;
import java.util.concurrent.locks.LockSupport;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The way out: slots of 4,096 bytes over one off-heap buffer. The core writes, each drainer reads everything. The
 * events of one command are claimed one by one and published once, after the last.
 * <p>
 * Threads: the core claims, commits and publishes; each drainer has its own; counters are for any. The core waits here,
 * and only here, for those who drain; they in turn wait for nobody. Allocates nothing per event.
 */
public final class OutboundRing implements EventSink
{
    /** Slots unless set otherwise; also the most events one command may have. */
    public static final int DEFAULT_SLOTS = 16_384;

    private static final long PARK_NS = 1_000;

    private final UnsafeBuffer buffer;
    private final int slots;
    private final SingleProducerSequencer sequencer;
    private final EventFrame claimed = new EventFrame();
    private long firstUnpublished;
    private long next;
    private long waits;
    private volatile boolean broken;

    /**
     * @param slots a power of two, 4 or more.
     */
    public OutboundRing(final int slots, final WaitKind wait)
    {
        if (slots < 4 || Integer.bitCount(slots) != 1)
        {
            throw new IllegalArgumentException("utl.pipeline.outboundSlots=" + slots +
                " must be a power of two of at least 4");
        }
        this.slots = slots;
        buffer = new UnsafeBuffer(BufferUtil.allocateDirectAligned(Math.multiplyExact(slots, EventFrame.MAX_LENGTH),
            EventFrame.MAX_LENGTH));
        sequencer = new SingleProducerSequencer(slots, WaitStrategies.of(wait));
    }

    @Override
    public EventFrame claim()
    {
        if (next - firstUnpublished >= slots)
        {
            throw new IllegalStateException("a command has more than " + slots + " events, all of which must fit the " +
                "outbound ring at once; set utl.pipeline.outboundSlots higher");
        }
        if (!sequencer.hasAvailableCapacity(1))
        {
            awaitDrainers();
        }
        return claimed.wrap(buffer, slotOffset(sequencer.next()));
    }

    private void awaitDrainers()
    {
        waits++;
        while (!sequencer.hasAvailableCapacity(1))
        {
            if (broken)
            {
                throw new IllegalStateException("a drainer of the outbound ring has stopped; the core cannot go on");
            }
            LockSupport.parkNanos(PARK_NS);
        }
    }

    @Override
    public void commit()
    {
        next++;
    }

    @Override
    public void publish()
    {
        if (next > firstUnpublished)
        {
            sequencer.publish(firstUnpublished, next - 1);
            firstUnpublished = next;
        }
    }

    private int slotOffset(final long slot)
    {
        return (int)(slot & slots - 1) * EventFrame.MAX_LENGTH;
    }

    /** A new reader of all events from here on; only before the first event. */
    public Drain newDrain()
    {
        final Drain drain = new Drain(sequencer.newBarrier());
        sequencer.addGatingSequences(drain.consumed);
        return drain;
    }

    /** A drainer stopped for good: the core, should it wait, is told instead of waiting for ever. Thread: any. */
    public void breakOff()
    {
        broken = true;
    }

    /** Slots in use now: published and not yet drained by all. Thread: any. */
    public int fill()
    {
        return slots - (int)sequencer.remainingCapacity();
    }

    /** All slots. */
    public int slots()
    {
        return slots;
    }

    /** How often the core had to wait for a drainer. Thread: core; elsewhere a little late. */
    public long waits()
    {
        return waits;
    }

    /** One reader's place in the ring. Thread: that reader, except as said. */
    public final class Drain
    {
        private final Sequence consumed = new Sequence();
        private final SequenceBarrier barrier;

        private Drain(final SequenceBarrier barrier)
        {
            this.barrier = barrier;
        }

        /** Waits; returns the highest slot that may be read, less than {@link #nextSlot()} if nudged. */
        public long await()
        {
            final long first = nextSlot();
            try
            {
                return barrier.waitFor(first);
            }
            catch (final AlertException e)
            {
                barrier.clearAlert();
                return sequencer.getCursor();
            }
            catch (final InterruptedException e)
            {
                Thread.currentThread().interrupt();
                return first - 1;
            }
            catch (final TimeoutException e)
            {
                return first - 1;
            }
        }

        /** First slot not yet released. */
        public long nextSlot()
        {
            return consumed.get() + 1;
        }

        /** Points the frame at a slot that {@link #await} allowed. */
        public EventFrame wrap(final EventFrame frame, final long slot)
        {
            return frame.wrap(buffer, slotOffset(slot));
        }

        /** Gives slots up to and including this one back. */
        public void release(final long slot)
        {
            consumed.set(slot);
        }

        /** Lets {@link #await} return. Thread: any. */
        public void nudge()
        {
            barrier.alert();
        }

        /** True if everything published so far was released. Thread: any. */
        public boolean isDrained()
        {
            return consumed.get() >= sequencer.getCursor();
        }
    }
}
