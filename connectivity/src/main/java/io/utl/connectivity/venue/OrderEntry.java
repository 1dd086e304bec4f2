package io.utl.connectivity.venue;

import io.utl.codecs.sbe.RouteCancelDecoder;
import io.utl.codecs.sbe.RouteOrderDecoder;
import io.utl.codecs.sbe.RouteReplaceDecoder;

/**
 * Sends orders. Each request is sent at most once and ends in exactly one report: accepted, rejected, or outcome
 * unknown. Thread: the adapter's IO thread. Decoders are valid during the call only.
 */
public interface OrderEntry
{
    void newOrder(RouteOrderDecoder order);

    void cancel(RouteCancelDecoder cancel);

    void replace(RouteReplaceDecoder replace);
}
