package io.utl.connectivity.session;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Requests that wait for an answer, in the order sent. Each ends once: with its answer, or as unknown when its time is
 * over or the connection is lost. Nothing here sends anything, so nothing can be sent twice.
 * Thread: the adapter's IO thread.
 *
 * @param <R> what an answer is.
 */
public final class PendingRequests<R>
{
    private final Map<String, Entry<R>> waiting = new LinkedHashMap<>();
    private long lastId;

    /** What becomes of one request: exactly one of the two is called. */
    public interface Handler<R>
    {
        void answered(R answer);

        /** @param why one sentence: what happened instead of an answer. */
        void unknown(String why);
    }

    private record Entry<R>(Handler<R> handler, long deadlineNs)
    {
    }

    /**
     * Remembers a request that is about to be sent.
     *
     * @param deadlineNs monotonic time after which its outcome is unknown.
     * @return its id on the wire, never given twice.
     */
    public String add(final Handler<R> handler, final long deadlineNs)
    {
        final String id = Long.toString(++lastId);
        waiting.put(id, new Entry<>(handler, deadlineNs));
        return id;
    }

    /** The request was not sent after all: its handler hears nothing. */
    public void forget(final String id)
    {
        waiting.remove(id);
    }

    /** @return false if nobody waits for this id: late, or not ours. */
    public boolean answer(final String id, final R answer)
    {
        final Entry<R> entry = waiting.remove(id);
        if (entry == null)
        {
            return false;
        }
        entry.handler.answered(answer);
        return true;
    }

    /** Ends those whose time is over. */
    public void expire(final long nowNs)
    {
        final List<Entry<R>> late = new ArrayList<>(0);
        for (final Iterator<Entry<R>> entries = waiting.values().iterator(); entries.hasNext(); )
        {
            final Entry<R> entry = entries.next();
            if (nowNs - entry.deadlineNs >= 0)
            {
                entries.remove();
                late.add(entry);
            }
        }
        late.forEach(entry -> entry.handler.unknown("no answer in time"));
    }

    /** Ends all: the connection is gone. */
    public void lost(final String why)
    {
        final List<Entry<R>> all = new ArrayList<>(waiting.values());
        waiting.clear();
        all.forEach(entry -> entry.handler.unknown(why));
    }

    public int size()
    {
        return waiting.size();
    }
}
