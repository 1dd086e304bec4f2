package io.utl.gateway.core.order;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.frame.EventFrame;
import io.utl.codecs.sbe.MessageHeaderEncoder;
import io.utl.codecs.sbe.RouteCancelEncoder;
import io.utl.codecs.sbe.RouteOrderEncoder;
import io.utl.codecs.sbe.RouteQueryEncoder;
import io.utl.codecs.sbe.RouteReplaceEncoder;
import io.utl.gateway.core.event.EventWriter;
import io.utl.gateway.core.reference.Instrument;
import io.utl.gateway.core.reference.Reference;
import org.agrona.MutableDirectBuffer;

/**
 * Writes what is to be sent to venues. The client order id at the venue is made of instance, order id and revision.
 * <p>
 * Thread: core. Allocates: nothing.
 */
public final class Routes
{
    private final EventWriter writer;
    private final Reference reference;
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final RouteOrderEncoder order = new RouteOrderEncoder();
    private final RouteCancelEncoder cancel = new RouteCancelEncoder();
    private final RouteReplaceEncoder replace = new RouteReplaceEncoder();
    private final RouteQueryEncoder query = new RouteQueryEncoder();
    private final Amount amount = new Amount();
    private final Amount done = new Amount();
    private int instance;

    public Routes(final EventWriter writer, final Reference reference)
    {
        this.writer = writer;
        this.reference = reference;
    }

    /** Tag of our orders at venues. */
    public int instance()
    {
        return instance;
    }

    public void instance(final int value)
    {
        instance = value;
    }

    /** Send this order. */
    void order(final OrderFlyweight from)
    {
        final EventFrame frame = writer.next(null);
        final MutableDirectBuffer buffer = frame.buffer();
        order.wrapAndApplyHeader(buffer, frame.messageOffset(), header);
        final int base = order.offset();
        buffer.setMemory(base, RouteOrderEncoder.BLOCK_LENGTH, (byte)0);
        from.amount(OrderFlyweight.QTY, amount).put(buffer, base + RouteOrderEncoder.qtyEncodingOffset());
        from.amount(OrderFlyweight.PRICE, amount).put(buffer, base + RouteOrderEncoder.priceEncodingOffset());
        names(from, buffer, base + RouteOrderEncoder.symbolEncodingOffset(),
            base + RouteOrderEncoder.venueSymbolEncodingOffset(), base + RouteOrderEncoder.venueEncodingOffset());
        order.orderId(from.orderId()).expireTimeNs(from.expireTimeNs()).instance(instance)
            .revision(from.lastRevision()).side(from.side()).ordType(from.ordType())
            .timeInForce(from.timeInForce()).postOnly(from.postOnly());
        writer.written(order.encodedLength());
    }

    /** Cancel what works of this order. */
    void cancel(final OrderFlyweight from)
    {
        final EventFrame frame = writer.next(null);
        final MutableDirectBuffer buffer = frame.buffer();
        cancel.wrapAndApplyHeader(buffer, frame.messageOffset(), header);
        final int base = cancel.offset();
        buffer.setMemory(base, RouteCancelEncoder.BLOCK_LENGTH, (byte)0);
        venueOrderId(from, buffer, base + RouteCancelEncoder.venueOrderIdEncodingOffset());
        names(from, buffer, base + RouteCancelEncoder.symbolEncodingOffset(),
            base + RouteCancelEncoder.venueSymbolEncodingOffset(), base + RouteCancelEncoder.venueEncodingOffset());
        cancel.orderId(from.orderId()).instance(instance).revision(from.revision());
        writer.written(cancel.encodedLength());
    }

    /** Replace what works of this order by its new quantity and price. */
    void replace(final OrderFlyweight from)
    {
        final EventFrame frame = writer.next(null);
        final MutableDirectBuffer buffer = frame.buffer();
        replace.wrapAndApplyHeader(buffer, frame.messageOffset(), header);
        final int base = replace.offset();
        buffer.setMemory(base, RouteReplaceEncoder.BLOCK_LENGTH, (byte)0);
        from.amount(OrderFlyweight.NEW_QTY, amount).put(buffer, base + RouteReplaceEncoder.qtyEncodingOffset());
        amount.subtract(from.amount(OrderFlyweight.CUM_QTY, done));
        amount.put(buffer, base + RouteReplaceEncoder.leavesQtyEncodingOffset());
        from.amount(OrderFlyweight.NEW_PRICE, amount).put(buffer, base + RouteReplaceEncoder.priceEncodingOffset());
        venueOrderId(from, buffer, base + RouteReplaceEncoder.venueOrderIdEncodingOffset());
        names(from, buffer, base + RouteReplaceEncoder.symbolEncodingOffset(),
            base + RouteReplaceEncoder.venueSymbolEncodingOffset(), base + RouteReplaceEncoder.venueEncodingOffset());
        replace.orderId(from.orderId()).expireTimeNs(from.newExpireTimeNs()).instance(instance)
            .oldRevision(from.revision()).revision(from.lastRevision()).side(from.side()).ordType(from.ordType())
            .timeInForce(from.newTimeInForce()).postOnly(from.postOnly());
        writer.written(replace.encodedLength());
    }

    /** Ask for the state of this order. */
    void query(final OrderFlyweight from)
    {
        final EventFrame frame = writer.next(null);
        final MutableDirectBuffer buffer = frame.buffer();
        query.wrapAndApplyHeader(buffer, frame.messageOffset(), header);
        final int base = query.offset();
        buffer.setMemory(base, RouteQueryEncoder.BLOCK_LENGTH, (byte)0);
        if (from.askRevision() == from.revision())
        {
            venueOrderId(from, buffer, base + RouteQueryEncoder.venueOrderIdEncodingOffset());
        }
        names(from, buffer, base + RouteQueryEncoder.symbolEncodingOffset(),
            base + RouteQueryEncoder.venueSymbolEncodingOffset(), base + RouteQueryEncoder.venueEncodingOffset());
        query.orderId(from.orderId()).instance(instance).revision(from.askRevision());
        writer.written(query.encodedLength());
    }

    private void names(
        final OrderFlyweight from,
        final MutableDirectBuffer buffer,
        final int symbol,
        final int venueSymbol,
        final int venue)
    {
        final Instrument instrument = reference.instruments.get(from.instrument());
        reference.instruments.names().copy(instrument.number, buffer, symbol);
        buffer.putBytes(venueSymbol, instrument.venueSymbol, 0, Instrument.SYMBOL_LENGTH);
        reference.venues.names().copy(instrument.venue, buffer, venue);
    }

    private static void venueOrderId(final OrderFlyweight from, final MutableDirectBuffer buffer, final int at)
    {
        buffer.putBytes(at, from.buffer(), from.offset() + OrderFlyweight.VENUE_ID, OrderFlyweight.VENUE_ID_LENGTH);
    }
}
