package io.utl.gateway.core.time;

import java.util.Arrays;

/**
 * Timers held in core state: a binary heap in (deadline, id) order, each entry removable by its handle.
 * <p>
 * Time is journal time, nanoseconds since the Unix epoch. Ids are 1, 2, 3 ... in the order of setting. A handle is
 * only a place in memory: it is not in snapshots.
 * Thread: core. Allocates: when the heap grows. Cost: log2 of the number of timers.
 */
public final class Deadlines
{
    /** No timer. */
    public static final int NONE = -1;

    private long[] deadline;
    private long[] id;
    private long[] subject;
    private byte[] kind;
    private int[] heap;
    private int[] place;
    private int[] free;
    private int freeCount;
    private int size;
    private long nextId = 1;

    /** @param capacity timers for which there is room from the start. */
    public Deadlines(final int capacity)
    {
        allocate(Math.max(16, capacity));
        for (int handle = heap.length - 1; handle >= 0; handle--)
        {
            free[freeCount++] = handle;
        }
    }

    /**
     * Sets a timer.
     *
     * @param deadlineNs when it is due.
     * @param kind       what is to be done then: see the desks.
     * @param subject    for whom: an order or a sweep.
     * @return its handle, valid until it is removed.
     */
    public int set(final long deadlineNs, final int kind, final long subject)
    {
        return restore(deadlineNs, nextId++, kind, subject);
    }

    /** Sets a timer with the id it had in a snapshot. */
    public int restore(final long deadlineNs, final long withId, final int ofKind, final long forSubject)
    {
        if (freeCount == 0)
        {
            grow();
        }
        final int handle = free[--freeCount];
        deadline[handle] = deadlineNs;
        id[handle] = withId;
        kind[handle] = (byte)ofKind;
        subject[handle] = forSubject;
        put(size, handle);
        size++;
        up(size - 1);
        return handle;
    }

    /** Removes a timer; its handle may be given again. */
    public void remove(final int handle)
    {
        final int at = place[handle];
        size--;
        if (at != size)
        {
            put(at, heap[size]);
            up(at);
            down(place[heap[at]]);
        }
        free[freeCount++] = handle;
    }

    /** Earliest deadline; {@link Long#MAX_VALUE} if there is none. */
    public long nextNs()
    {
        return size == 0 ? Long.MAX_VALUE : deadline[heap[0]];
    }

    /** Handle of the earliest timer; {@link #NONE} if there is none. */
    public int first()
    {
        return size == 0 ? NONE : heap[0];
    }

    public long deadlineNs(final int handle)
    {
        return deadline[handle];
    }

    public long id(final int handle)
    {
        return id[handle];
    }

    public int kind(final int handle)
    {
        return kind[handle];
    }

    public long subject(final int handle)
    {
        return subject[handle];
    }

    public int size()
    {
        return size;
    }

    /** Handles of all timers in (deadline, id) order. Allocates: for snapshots only. */
    public int[] sorted()
    {
        final Integer[] handles = new Integer[size];
        for (int i = 0; i < size; i++)
        {
            handles[i] = heap[i];
        }
        Arrays.sort(handles, (a, b) -> before(a, b) ? -1 : 1);
        return Arrays.stream(handles).mapToInt(Integer::intValue).toArray();
    }

    /** The id the next timer gets. */
    public long nextId()
    {
        return nextId;
    }

    public void nextId(final long value)
    {
        nextId = value;
    }

    private boolean before(final int a, final int b)
    {
        return deadline[a] < deadline[b] || deadline[a] == deadline[b] && id[a] < id[b];
    }

    private void up(final int from)
    {
        int at = from;
        while (at > 0 && before(heap[at], heap[(at - 1) / 2]))
        {
            swap(at, (at - 1) / 2);
            at = (at - 1) / 2;
        }
    }

    private void down(final int from)
    {
        int at = from;
        while (true)
        {
            int least = at;
            for (int child = 2 * at + 1; child <= 2 * at + 2 && child < size; child++)
            {
                if (before(heap[child], heap[least]))
                {
                    least = child;
                }
            }
            if (least == at)
            {
                return;
            }
            swap(at, least);
            at = least;
        }
    }

    private void swap(final int a, final int b)
    {
        final int handle = heap[a];
        put(a, heap[b]);
        put(b, handle);
    }

    private void put(final int at, final int handle)
    {
        heap[at] = handle;
        place[handle] = at;
    }

    private void grow()
    {
        final int first = heap.length;
        allocate(first * 2);
        for (int handle = heap.length - 1; handle >= first; handle--)
        {
            free[freeCount++] = handle;
        }
    }

    private void allocate(final int capacity)
    {
        final boolean fresh = heap == null;
        deadline = fresh ? new long[capacity] : Arrays.copyOf(deadline, capacity);
        id = fresh ? new long[capacity] : Arrays.copyOf(id, capacity);
        subject = fresh ? new long[capacity] : Arrays.copyOf(subject, capacity);
        kind = fresh ? new byte[capacity] : Arrays.copyOf(kind, capacity);
        heap = fresh ? new int[capacity] : Arrays.copyOf(heap, capacity);
        place = fresh ? new int[capacity] : Arrays.copyOf(place, capacity);
        free = fresh ? new int[capacity] : Arrays.copyOf(free, capacity);
    }
}
