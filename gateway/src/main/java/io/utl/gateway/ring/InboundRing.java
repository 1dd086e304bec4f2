package io.utl.gateway.ring;

import com.lmax.disruptor.AlertException;
import com.lmax.disruptor.InsufficientCapacityException;
import com.lmax.disruptor.MultiProducerSequencer;
import com.lmax.disruptor.Sequence;
import com.lmax.disruptor.SequenceBarrier;
import com.lmax.disruptor.TimeoutException;
import io.utl.codecs.frame.CommandFrame;
import io.utl.codecs.frame.IngressPort;
import io.utl.codecs.frame.InputClass;
import io.utl.config.settings.WaitKind;
import java.util.concurrent.atomic.AtomicLongArray;
import org.agrona.BufferUtil;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The way in: slots of 4,096 bytes over one off-heap buffer. Any thread offers, one thread takes.
 * <p>
 * A sample is dropped when half the slots are used, a request refused when three quarters are; facts and stops use
 * every slot. An offer never waits and allocates nothing.
 */
public final class InboundRing implements IngressPort
{
    /** Slots unless set otherwise. */
    public static final int DEFAULT_SLOTS = 16_384;

    private final UnsafeBuffer buffer;
    private final int slots;
    private final int requestSlots;
    private final int sampleSlots;
    private final MultiProducerSequencer sequencer;
    private final Sequence consumed = new Sequence();
    private final SequenceBarrier barrier;
    private final AtomicLongArray refused = new AtomicLongArray(InputClass.values().length);
    private volatile boolean closed;

    /**
     * @param slots a power of two, 4 or more.
     */
    public InboundRing(final int slots, final WaitKind wait)
    {
        if (slots < 4 || Integer.bitCount(slots) != 1)
        {
            throw new IllegalArgumentException("utl.pipeline.inboundSlots=" + slots +
                " must be a power of two of at least 4");
        }
        this.slots = slots;
        requestSlots = slots / 4 * 3;
        sampleSlots = slots / 2;
        buffer = new UnsafeBuffer(BufferUtil.allocateDirectAligned(Math.multiplyExact(slots, CommandFrame.MAX_LENGTH),
            CommandFrame.MAX_LENGTH));
        sequencer = new MultiProducerSequencer(slots, WaitStrategies.of(wait));
        sequencer.addGatingSequences(consumed);
        barrier = sequencer.newBarrier();
    }

    @Override
    public boolean offer(final InputClass inputClass, final int session, final DirectBuffer source, final int offset,
        final int length)
    {
        if (length < 0 || length > CommandFrame.MAX_LENGTH - CommandFrame.HEADER_LENGTH)
        {
            throw new IllegalArgumentException("message of " + length + " bytes must have at most " +
                (CommandFrame.MAX_LENGTH - CommandFrame.HEADER_LENGTH) + "; split it into several commands");
        }
        if (closed || fill() >= room(inputClass))
        {
            refused.incrementAndGet(inputClass.ordinal());
            return false;
        }
        final long slot;
        try
        {
            slot = sequencer.tryNext();
        }
        catch (final InsufficientCapacityException e)
        {
            // Another thread took the last slot since; the exception is a constant, nothing is allocated.
            refused.incrementAndGet(inputClass.ordinal());
            return false;
        }
        final int at = slotOffset(slot);
        buffer.putInt(at + CommandFrame.LENGTH_OFFSET, length);
        buffer.putInt(at + CommandFrame.SESSION_OFFSET, session);
        buffer.putLong(at + CommandFrame.SEQUENCE_OFFSET, 0L);
        buffer.putLong(at + CommandFrame.TIME_OFFSET, 0L);
        buffer.putLong(at + CommandFrame.INGRESS_OFFSET, System.nanoTime());
        buffer.putBytes(at + CommandFrame.HEADER_LENGTH, source, offset, length);
        sequencer.publish(slot);
        return true;
    }

    private int room(final InputClass inputClass)
    {
        return switch (inputClass)
        {
            case SAMPLE -> sampleSlots;
            case REQUEST -> requestSlots;
            default -> slots;
        };
    }

    private int slotOffset(final long slot)
    {
        return (int)(slot & slots - 1) * CommandFrame.MAX_LENGTH;
    }

    /** Slots in use now. Thread: any. */
    public int fill()
    {
        return slots - (int)sequencer.remainingCapacity();
    }

    /** Offers of that class refused or dropped so far. Thread: any. */
    public long refused(final InputClass inputClass)
    {
        return refused.get(inputClass.ordinal());
    }

    /** All slots. */
    public int slots()
    {
        return slots;
    }

    /** From here on every offer is refused; what was taken stays. Thread: any. */
    public void close()
    {
        closed = true;
        nudge();
    }

    /** True once {@link #close()} was called. Thread: any. */
    public boolean isClosed()
    {
        return closed;
    }

    /** Lets the taker return from {@link #await} although there may be nothing. Thread: any. */
    public void nudge()
    {
        barrier.alert();
    }

    /**
     * Waits for frames. Thread: the taker.
     *
     * @return the highest slot that may be read; less than {@link #nextSlot()} if nudged or interrupted.
     */
    public long await()
    {
        final long next = nextSlot();
        try
        {
            return barrier.waitFor(next);
        }
        catch (final AlertException e)
        {
            // Cleared before looking again, so that a nudge in between is not lost.
            barrier.clearAlert();
            return sequencer.getHighestPublishedSequence(next, Math.max(next - 1, sequencer.getCursor()));
        }
        catch (final InterruptedException e)
        {
            Thread.currentThread().interrupt();
            return next - 1;
        }
        catch (final TimeoutException e)
        {
            return next - 1;
        }
    }

    /** First slot not yet released. Thread: the taker. */
    public long nextSlot()
    {
        return consumed.get() + 1;
    }

    /** Points the frame at a slot that {@link #await} allowed. Thread: the taker. */
    public CommandFrame wrap(final CommandFrame frame, final long slot)
    {
        return frame.wrap(buffer, slotOffset(slot));
    }

    /** Gives slots up to and including this one back. Thread: the taker. */
    public void release(final long slot)
    {
        consumed.set(slot);
    }

    /** True if nothing was taken that was not released. Exact once closed and all offers returned. */
    public boolean isDrained()
    {
        return consumed.get() == sequencer.getCursor();
    }
}
