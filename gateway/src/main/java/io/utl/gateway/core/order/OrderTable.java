package io.utl.gateway.core.order;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.agrona.collections.Long2LongHashMap;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * All orders that live, in the order they were entered, and the youngest of those that ended, in the order they ended.
 * Records lie off the heap in segments that never move.
 * <p>
 * Thread: core. Allocates: a segment when the slots are used up, nothing else. Cost of {@link #find}: one probe.
 */
public final class OrderTable
{
    /** No slot, no order. */
    public static final int NONE = -1;

    private static final int SEGMENT_SLOTS = 4096;

    private final Long2LongHashMap slotById;
    private UnsafeBuffer[] segments = new UnsafeBuffer[0];
    private int[] previous = new int[0];
    private int[] next = new int[0];
    private int[] watch = new int[0];
    private int[] expiry = new int[0];
    private int free = NONE;
    private int liveHead = NONE;
    private int liveTail = NONE;
    private int liveCount;
    private int endedHead = NONE;
    private int endedTail = NONE;
    private int endedCount;

    /** @param capacity orders for which there is room from the start. */
    public OrderTable(final int capacity)
    {
        slotById = new Long2LongHashMap(Math.max(64, capacity * 2), 0.55f, NONE);
        while (previous.length < capacity)
        {
            grow();
        }
    }

    /** Points {@code order} at a fresh live order, all zero but its id. */
    public OrderFlyweight add(final long orderId, final OrderFlyweight order)
    {
        final int slot = take(orderId, order);
        previous[slot] = liveTail;
        next[slot] = NONE;
        if (liveTail == NONE)
        {
            liveHead = slot;
        }
        else
        {
            next[liveTail] = slot;
        }
        liveTail = slot;
        liveCount++;
        return order;
    }

    /** Points {@code order} at a fresh order that has ended already: the youngest of them. */
    public OrderFlyweight addEnded(final long orderId, final OrderFlyweight order)
    {
        appendEnded(take(orderId, order));
        return order;
    }

    /** Points {@code order} at the order with this id; false if it is not in the table. */
    public boolean find(final long orderId, final OrderFlyweight order)
    {
        final int slot = (int)slotById.get(orderId);
        if (slot == NONE)
        {
            return false;
        }
        wrap(slot, order);
        return true;
    }

    /** Points {@code order} at the order in a slot. */
    public OrderFlyweight wrap(final int slot, final OrderFlyweight order)
    {
        return order.wrap(segments[slot / SEGMENT_SLOTS], (slot % SEGMENT_SLOTS) * OrderFlyweight.LENGTH, slot);
    }

    /** The live order has ended: it moves behind the ended ones. */
    public void end(final OrderFlyweight order)
    {
        final int slot = order.slot();
        if (previous[slot] == NONE)
        {
            liveHead = next[slot];
        }
        else
        {
            next[previous[slot]] = next[slot];
        }
        if (next[slot] == NONE)
        {
            liveTail = previous[slot];
        }
        else
        {
            previous[next[slot]] = previous[slot];
        }
        liveCount--;
        appendEnded(slot);
    }

    /** Frees the slot of the order that ended first. */
    public void forgetOldestEnded()
    {
        final int slot = endedHead;
        endedHead = next[slot];
        if (endedHead == NONE)
        {
            endedTail = NONE;
        }
        endedCount--;
        slotById.remove(bufferOf(slot).getLong(offsetOf(slot) + OrderFlyweight.ORDER_ID));
        next[slot] = free;
        free = slot;
    }

    /** Slot of the live order entered first, or {@link #NONE}. */
    public int firstLive()
    {
        return liveHead;
    }

    /** Slot of the live order entered last, or {@link #NONE}. */
    public int lastLive()
    {
        return liveTail;
    }

    /** Slot of the order that ended first, or {@link #NONE}. */
    public int firstEnded()
    {
        return endedHead;
    }

    /** Slot behind this one in its list, or {@link #NONE}. */
    public int next(final int slot)
    {
        return next[slot];
    }

    public int liveCount()
    {
        return liveCount;
    }

    /** Ended orders that are kept whole. */
    public int endedCount()
    {
        return endedCount;
    }

    /** Handle of the deadline that watches what is on its way; NONE if there is none. */
    public int watch(final OrderFlyweight order)
    {
        return watch[order.slot()];
    }

    public void watch(final OrderFlyweight order, final int handle)
    {
        watch[order.slot()] = handle;
    }

    /** Handle of the deadline that ends the order; NONE if there is none. */
    public int expiry(final OrderFlyweight order)
    {
        return expiry[order.slot()];
    }

    public void expiry(final OrderFlyweight order, final int handle)
    {
        expiry[order.slot()] = handle;
    }

    private int take(final long orderId, final OrderFlyweight order)
    {
        if (free == NONE)
        {
            grow();
        }
        final int slot = free;
        free = next[slot];
        wrap(slot, order);
        order.buffer().setMemory(order.offset(), OrderFlyweight.LENGTH, (byte)0);
        order.orderId(orderId);
        slotById.put(orderId, slot);
        watch[slot] = NONE;
        expiry[slot] = NONE;
        return slot;
    }

    private void appendEnded(final int slot)
    {
        previous[slot] = endedTail;
        next[slot] = NONE;
        if (endedTail == NONE)
        {
            endedHead = slot;
        }
        else
        {
            next[endedTail] = slot;
        }
        endedTail = slot;
        endedCount++;
    }

    private void grow()
    {
        final int first = previous.length;
        final int slots = first + SEGMENT_SLOTS;
        segments = Arrays.copyOf(segments, segments.length + 1);
        segments[segments.length - 1] =
            new UnsafeBuffer(ByteBuffer.allocateDirect(SEGMENT_SLOTS * OrderFlyweight.LENGTH));
        previous = Arrays.copyOf(previous, slots);
        next = Arrays.copyOf(next, slots);
        watch = Arrays.copyOf(watch, slots);
        expiry = Arrays.copyOf(expiry, slots);
        for (int slot = slots - 1; slot >= first; slot--)
        {
            next[slot] = free;
            free = slot;
        }
    }

    private UnsafeBuffer bufferOf(final int slot)
    {
        return segments[slot / SEGMENT_SLOTS];
    }

    private static int offsetOf(final int slot)
    {
        return (slot % SEGMENT_SLOTS) * OrderFlyweight.LENGTH;
    }
}
