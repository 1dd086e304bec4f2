package io.utl.connectivity.binance;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.frame.EgressPort;
import io.utl.codecs.frame.EventFrame;
import io.utl.codecs.sbe.MessageHeaderEncoder;
import io.utl.codecs.sbe.OrdType;
import io.utl.codecs.sbe.RouteCancelEncoder;
import io.utl.codecs.sbe.RouteOrderEncoder;
import io.utl.codecs.sbe.RouteQueryEncoder;
import io.utl.codecs.sbe.RouteReplaceEncoder;
import io.utl.codecs.sbe.Side;
import io.utl.codecs.sbe.TimeInForce;
import org.agrona.concurrent.UnsafeBuffer;

/** Routes requests to an adapter as the core would, for one instrument. */
final class Routes
{
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[EventFrame.MAX_LENGTH]);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final EgressPort adapter;
    private final String symbol;
    private final String venueSymbol;

    Routes(final EgressPort adapter, final String symbol, final String venueSymbol)
    {
        this.adapter = adapter;
        this.symbol = symbol;
        this.venueSymbol = venueSymbol;
    }

    void order(final long orderId, final Side side, final OrdType type, final String qty, final String price)
    {
        final RouteOrderEncoder route =
            new RouteOrderEncoder().wrapAndApplyHeader(buffer, EventFrame.HEADER_LENGTH, header);
        route.orderId(orderId).symbol(symbol).venueSymbol(venueSymbol).venue("BINANCE").instance(1).revision(0)
            .side(side).ordType(type).timeInForce(TimeInForce.GTC).postOnly((short)0);
        Amount.of(qty).put(buffer, route.offset() + RouteOrderEncoder.qtyEncodingOffset());
        final Amount limit = type == OrdType.MARKET ? new Amount().setNull() : Amount.of(price);
        limit.put(buffer, route.offset() + RouteOrderEncoder.priceEncodingOffset());
        send(route.encodedLength());
    }

    void cancel(final long orderId, final int revision)
    {
        send(new RouteCancelEncoder().wrapAndApplyHeader(buffer, EventFrame.HEADER_LENGTH, header).orderId(orderId)
            .venueOrderId("").symbol(symbol).venueSymbol(venueSymbol).venue("BINANCE").instance(1)
            .revision(revision).encodedLength());
    }

    void replace(final long orderId, final String qty, final String price)
    {
        final RouteReplaceEncoder route =
            new RouteReplaceEncoder().wrapAndApplyHeader(buffer, EventFrame.HEADER_LENGTH, header);
        route.orderId(orderId).venueOrderId("").symbol(symbol).venueSymbol(venueSymbol).venue("BINANCE").instance(1)
            .oldRevision(0).revision(1).side(Side.BUY).ordType(OrdType.LIMIT).timeInForce(TimeInForce.GTC)
            .postOnly((short)0);
        Amount.of(qty).put(buffer, route.offset() + RouteReplaceEncoder.qtyEncodingOffset());
        Amount.of(qty).put(buffer, route.offset() + RouteReplaceEncoder.leavesQtyEncodingOffset());
        Amount.of(price).put(buffer, route.offset() + RouteReplaceEncoder.priceEncodingOffset());
        send(route.encodedLength());
    }

    void query(final long orderId, final int revision)
    {
        send(new RouteQueryEncoder().wrapAndApplyHeader(buffer, EventFrame.HEADER_LENGTH, header).orderId(orderId)
            .venueOrderId("").symbol(symbol).venueSymbol(venueSymbol).venue("BINANCE").instance(1)
            .revision(revision).encodedLength());
    }

    private void send(final int encodedLength)
    {
        final EventFrame frame = new EventFrame().wrap(buffer, 0);
        frame.length(MessageHeaderEncoder.ENCODED_LENGTH + encodedLength);
        adapter.onEvent(frame, true);
    }
}
