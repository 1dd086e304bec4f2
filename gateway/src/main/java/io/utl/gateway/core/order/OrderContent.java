package io.utl.gateway.core.order;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.NewOrderDecoder;
import io.utl.codecs.sbe.ReplaceOrderDecoder;
import io.utl.gateway.core.reference.NameHash;
import io.utl.gateway.core.reference.Names;
import io.utl.gateway.core.reference.Reference;
import io.utl.gateway.core.risk.OrderRequest;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * What makes two requests under one ClOrdID the same: account, symbol, venue, side, type, quantity, price, time in
 * force, expiry, instructions, book, compared as values; never sending time, message number or session. Account and
 * venue count as they are resolved, so that leaving out a default changes nothing.
 * <p>
 * Thread: core. Allocates: nothing.
 */
final class OrderContent
{
    private static final int AMOUNTS = 0;
    private static final int EXPIRE = 32;
    private static final int NUMBERS = 40;
    private static final int NAMES = 56;
    private static final int SYMBOL_LENGTH = Reference.SYMBOL_LENGTH;
    private static final int NAMES_LENGTH = SYMBOL_LENGTH + 40 + 16;
    private static final int LENGTH = NAMES + NAMES_LENGTH;

    private final UnsafeBuffer scratch = new UnsafeBuffer(new byte[LENGTH]);
    private final NameHash hash = new NameHash();
    private final Amount amount = new Amount();
    private final Names venues;

    OrderContent(final Names venues)
    {
        this.venues = venues;
    }

    /** Content of a new order. */
    long hash(final NewOrderDecoder command, final OrderRequest request)
    {
        final DirectBuffer buffer = command.buffer();
        final int base = command.offset();
        common(request, 1);
        scratch.putBytes(NAMES, buffer, base + NewOrderDecoder.symbolEncodingOffset(), SYMBOL_LENGTH);
        scratch.putBytes(NAMES + SYMBOL_LENGTH, buffer, base + NewOrderDecoder.bookEncodingOffset(), 16);
        final int venue = base + NewOrderDecoder.venueEncodingOffset();
        if (request.instrument == null || buffer.getByte(venue) != 0 &&
            venues.find(buffer, venue) != request.instrument.venue)
        {
            scratch.putBytes(NAMES + SYMBOL_LENGTH + 40, buffer, venue, 16);
        }
        return hash.of(scratch, 0, LENGTH).low();
    }

    /** Content of a replace: which order, and what it becomes. */
    long hash(final ReplaceOrderDecoder command, final OrderRequest request)
    {
        final DirectBuffer buffer = command.buffer();
        final int base = command.offset();
        common(request, 3);
        scratch.putBytes(NAMES, buffer, base + ReplaceOrderDecoder.symbolEncodingOffset(), SYMBOL_LENGTH);
        scratch.putBytes(NAMES + SYMBOL_LENGTH, buffer, base + ReplaceOrderDecoder.origClientOrderIdEncodingOffset(),
            OrderFlyweight.CLIENT_ID_LENGTH);
        return hash.of(scratch, 0, LENGTH).low();
    }

    /** Which field of an order, that was never replaced, differs from what is asked now. */
    String difference(final OrderFlyweight order, final OrderRequest request)
    {
        if (request.instrument == null || order.instrument() != request.instrument.number)
        {
            return "symbol";
        }
        if (order.side() != request.side)
        {
            return "side";
        }
        if (order.ordType() != request.ordType)
        {
            return "ordType";
        }
        if (!order.amount(OrderFlyweight.QTY, amount).equals(request.qty))
        {
            return "qty";
        }
        if (!order.amount(OrderFlyweight.PRICE, amount).equals(request.price))
        {
            return "price";
        }
        if (order.timeInForce() != request.timeInForce)
        {
            return "timeInForce";
        }
        if (order.expireTimeNs() != request.expireTimeNs)
        {
            return "expireTimeNs";
        }
        return order.postOnly() != request.postOnly ? "postOnly" : "venue or book";
    }

    private void common(final OrderRequest request, final int kind)
    {
        scratch.setMemory(0, LENGTH, (byte)0);
        request.qty.put(scratch, AMOUNTS);
        request.price.put(scratch, AMOUNTS + Amount.LENGTH);
        scratch.putLong(EXPIRE, request.expireTimeNs);
        scratch.putInt(NUMBERS, request.account.number);
        scratch.putInt(NUMBERS + 4, request.side == null ? 0 : request.side.value());
        scratch.putByte(NUMBERS + 8, (byte)(request.ordType == null ? 0 : request.ordType.value()));
        scratch.putByte(NUMBERS + 9, (byte)(request.timeInForce == null ? 0 : request.timeInForce.value()));
        scratch.putByte(NUMBERS + 10, request.postOnly);
        scratch.putByte(NUMBERS + 11, (byte)kind);
    }
}
