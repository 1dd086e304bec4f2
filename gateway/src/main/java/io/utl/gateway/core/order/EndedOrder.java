package io.utl.gateway.core.order;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.EndedOrderRecordEncoder;
import io.utl.codecs.sbe.OrdStatus;
import io.utl.codecs.sbe.RejectReason;
import io.utl.gateway.core.risk.OrderRequest;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * What is kept of one ended order, unpacked. Written to and read from the block of {@code EndedOrderRecord}.
 * <p>
 * Thread: core. Allocates: nothing after construction.
 */
public final class EndedOrder
{
    private static final int QTY = EndedOrderRecordEncoder.qtyEncodingOffset();
    private static final int PRICE = EndedOrderRecordEncoder.priceEncodingOffset();
    private static final int CUM_QTY = EndedOrderRecordEncoder.cumQtyEncodingOffset();
    private static final int CUM_VALUE = EndedOrderRecordEncoder.cumValueEncodingOffset();
    private static final int ORDER_ID = EndedOrderRecordEncoder.orderIdEncodingOffset();
    private static final int EXPIRE = EndedOrderRecordEncoder.expireTimeNsEncodingOffset();
    private static final int ACCOUNT = EndedOrderRecordEncoder.accountEncodingOffset();
    private static final int BOOK = EndedOrderRecordEncoder.bookEncodingOffset();
    private static final int INSTRUMENT = EndedOrderRecordEncoder.instrumentEncodingOffset();
    private static final int SESSION = EndedOrderRecordEncoder.sessionEncodingOffset();
    private static final int SIDE = EndedOrderRecordEncoder.sideEncodingOffset();
    private static final int ORD_TYPE = EndedOrderRecordEncoder.ordTypeEncodingOffset();
    private static final int TIME_IN_FORCE = EndedOrderRecordEncoder.timeInForceEncodingOffset();
    private static final int POST_ONLY = EndedOrderRecordEncoder.postOnlyEncodingOffset();
    private static final int STATUS = EndedOrderRecordEncoder.statusEncodingOffset();
    private static final int REASON = EndedOrderRecordEncoder.reasonEncodingOffset();

    final Amount qty = new Amount();
    final Amount price = new Amount();
    final Amount cumQty = new Amount();
    final Amount cumValue = new Amount();
    long orderId;
    long expireTimeNs;
    int account;
    int book;
    int instrument;
    int session;
    byte side;
    byte ordType;
    byte timeInForce;
    byte postOnly;
    byte status;
    RejectReason reason = RejectReason.NONE;

    /** Takes over what is kept of an order. */
    EndedOrder of(final OrderFlyweight order)
    {
        order.amount(OrderFlyweight.QTY, qty);
        order.amount(OrderFlyweight.PRICE, price);
        order.amount(OrderFlyweight.CUM_QTY, cumQty);
        order.amount(OrderFlyweight.CUM_VALUE, cumValue);
        orderId = order.orderId();
        expireTimeNs = order.expireTimeNs();
        account = order.account();
        book = order.book();
        instrument = order.instrument();
        session = order.session();
        side = (byte)order.side().value();
        ordType = (byte)order.ordType().value();
        timeInForce = (byte)order.timeInForce().value();
        postOnly = order.postOnly();
        status = (byte)order.status().value();
        reason = RejectReason.NONE;
        return this;
    }

    /** Takes over a new order that was refused. */
    EndedOrder refused(
        final long id, final OrderRequest request, final int fromSession, final RejectReason because)
    {
        qty.set(request.qty);
        price.set(request.price);
        cumQty.setZero();
        cumValue.setZero();
        orderId = id;
        expireTimeNs = request.expireTimeNs;
        account = request.account.number;
        book = request.book;
        instrument = request.instrument == null ? 0 : request.instrument.number;
        session = fromSession;
        side = (byte)request.side.value();
        ordType = (byte)request.ordType.value();
        timeInForce = (byte)request.timeInForce.value();
        postOnly = request.postOnly;
        status = (byte)OrdStatus.REJECTED.value();
        reason = because;
        return this;
    }

    void write(final MutableDirectBuffer buffer, final int offset)
    {
        qty.put(buffer, offset + QTY);
        price.put(buffer, offset + PRICE);
        cumQty.put(buffer, offset + CUM_QTY);
        cumValue.put(buffer, offset + CUM_VALUE);
        buffer.putLong(offset + ORDER_ID, orderId);
        buffer.putLong(offset + EXPIRE, expireTimeNs);
        buffer.putInt(offset + ACCOUNT, account);
        buffer.putInt(offset + BOOK, book);
        buffer.putInt(offset + INSTRUMENT, instrument);
        buffer.putInt(offset + SESSION, session);
        buffer.putByte(offset + SIDE, side);
        buffer.putByte(offset + ORD_TYPE, ordType);
        buffer.putByte(offset + TIME_IN_FORCE, timeInForce);
        buffer.putByte(offset + POST_ONLY, postOnly);
        buffer.putByte(offset + STATUS, status);
        buffer.putByte(offset + REASON, (byte)reason.value());
    }

    void read(final DirectBuffer buffer, final int offset)
    {
        qty.get(buffer, offset + QTY);
        price.get(buffer, offset + PRICE);
        cumQty.get(buffer, offset + CUM_QTY);
        cumValue.get(buffer, offset + CUM_VALUE);
        orderId = buffer.getLong(offset + ORDER_ID);
        expireTimeNs = buffer.getLong(offset + EXPIRE);
        account = buffer.getInt(offset + ACCOUNT);
        book = buffer.getInt(offset + BOOK);
        instrument = buffer.getInt(offset + INSTRUMENT);
        session = buffer.getInt(offset + SESSION);
        side = buffer.getByte(offset + SIDE);
        ordType = buffer.getByte(offset + ORD_TYPE);
        timeInForce = buffer.getByte(offset + TIME_IN_FORCE);
        postOnly = buffer.getByte(offset + POST_ONLY);
        status = buffer.getByte(offset + STATUS);
        reason = RejectReason.get(buffer.getByte(offset + REASON));
    }
}
