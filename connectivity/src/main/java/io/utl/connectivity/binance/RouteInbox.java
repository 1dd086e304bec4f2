package io.utl.connectivity.binance;

import io.utl.codecs.sbe.MessageHeaderDecoder;
import io.utl.codecs.sbe.RouteCancelDecoder;
import io.utl.codecs.sbe.RouteOrderDecoder;
import io.utl.codecs.sbe.RouteQueryDecoder;
import io.utl.codecs.sbe.RouteReplaceDecoder;
import io.utl.connectivity.venue.SessionState;
import io.utl.connectivity.venue.OrderEntry;
import io.utl.connectivity.venue.Reconciler;
import org.agrona.concurrent.UnsafeBuffer;

import java.util.ArrayDeque;
import java.util.function.Supplier;

/**
 * Hands routed requests to the parts. While the session is not up, cancels and questions wait for it: a stop is never
 * lost for a reconnect. New orders and replaces do not wait; their part refuses them as not sent.
 * Thread: the IO thread.
 */
final class RouteInbox
{
    private final String venue;
    private final Supplier<SessionState> state;
    private final OrderEntry entry;
    private final Reconciler reconciler;
    private final ArrayDeque<byte[]> waiting = new ArrayDeque<>();
    private final UnsafeBuffer view = new UnsafeBuffer(0, 0);
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final RouteOrderDecoder order = new RouteOrderDecoder();
    private final RouteCancelDecoder cancel = new RouteCancelDecoder();
    private final RouteReplaceDecoder replace = new RouteReplaceDecoder();
    private final RouteQueryDecoder query = new RouteQueryDecoder();

    RouteInbox(
        final String venue,
        final Supplier<SessionState> state,
        final OrderEntry entry,
        final Reconciler reconciler)
    {
        this.venue = venue;
        this.state = state;
        this.entry = entry;
        this.reconciler = reconciler;
    }

    /** Takes one request: SBE header and message. Those of other venues are left alone. */
    void take(final byte[] message)
    {
        view.wrap(message);
        switch (header.wrap(view, 0).templateId())
        {
            case RouteOrderDecoder.TEMPLATE_ID ->
            {
                if (order.wrapAndApplyHeader(view, 0, header).venue().equals(venue))
                {
                    entry.newOrder(order);
                }
            }
            case RouteReplaceDecoder.TEMPLATE_ID ->
            {
                if (replace.wrapAndApplyHeader(view, 0, header).venue().equals(venue))
                {
                    entry.replace(replace);
                }
            }
            case RouteCancelDecoder.TEMPLATE_ID ->
            {
                if (cancel.wrapAndApplyHeader(view, 0, header).venue().equals(venue) && !waits(message))
                {
                    entry.cancel(cancel);
                }
            }
            case RouteQueryDecoder.TEMPLATE_ID ->
            {
                if (query.wrapAndApplyHeader(view, 0, header).venue().equals(venue) && !waits(message))
                {
                    reconciler.query(query);
                }
            }
            default -> throw new IllegalArgumentException("template " + header.templateId() + " is not routed");
        }
    }

    /** The session is up: what waited goes out, in order. */
    void flush()
    {
        for (int rest = waiting.size(); rest > 0; rest--)
        {
            take(waiting.removeFirst());
        }
    }

    private boolean waits(final byte[] message)
    {
        final boolean up = switch (state.get())
        {
            case READY, DEGRADED -> true;
            default -> false;
        };
        if (!up)
        {
            waiting.add(message);
        }
        return !up;
    }
}
