package io.utl.connectivity.binance;

import org.agrona.collections.Long2ObjectHashMap;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The orders this process knows at the venue, and how many work per instrument. Ended ones are kept for a while, so
 * that what comes late or twice is recognised, and then forgotten.
 * Thread: the adapter's IO thread.
 */
final class OrderTracks
{
    private static final int MAX_ENDED = 50_000;

    private final Long2ObjectHashMap<OrderTrack> byOrderId = new Long2ObjectHashMap<>();
    private final ArrayDeque<OrderTrack> ended = new ArrayDeque<>();
    private final Map<String, Integer> working = new HashMap<>();

    /** The track of an order, or null. */
    OrderTrack get(final long orderId)
    {
        return byOrderId.get(orderId);
    }

    /** A track for an order that is sent for the first time: all of its trades will pass here. */
    OrderTrack born(final long orderId, final String venueSymbol, final int revision)
    {
        final OrderTrack track = add(new OrderTrack(orderId, venueSymbol, revision));
        track.complete = true;
        return track;
    }

    /** The track of an order that the venue or the core speaks of, made if there is none. */
    OrderTrack of(final long orderId, final String venueSymbol, final int revision)
    {
        final OrderTrack known = byOrderId.get(orderId);
        if (known == null)
        {
            return add(new OrderTrack(orderId, venueSymbol, revision));
        }
        if (revision > known.revision && known.pendingRevision == 0 && !known.complete)
        {
            // Replaced before this process began to watch it.
            known.revision = revision;
            known.revisionCum.setZero();
        }
        return known;
    }

    /** The order has ended at the venue. */
    void end(final OrderTrack track)
    {
        if (track.ended)
        {
            return;
        }
        track.ended = true;
        working.merge(track.venueSymbol, -1, Integer::sum);
        ended.add(track);
        while (ended.size() > MAX_ENDED)
        {
            byOrderId.remove(ended.removeFirst().orderId);
        }
    }

    /** True if orders work in this instrument, so that its marks matter at once. */
    boolean working(final String venueSymbol)
    {
        return working.getOrDefault(venueSymbol, 0) > 0;
    }

    /** Those that have not ended. */
    List<OrderTrack> live()
    {
        final List<OrderTrack> live = new ArrayList<>();
        byOrderId.values().forEach(track ->
        {
            if (!track.ended)
            {
                live.add(track);
            }
        });
        return live;
    }

    private OrderTrack add(final OrderTrack track)
    {
        final OrderTrack before = byOrderId.put(track.orderId, track);
        if (before == null || before.ended)
        {
            working.merge(track.venueSymbol, 1, Integer::sum);
        }
        return track;
    }
}
