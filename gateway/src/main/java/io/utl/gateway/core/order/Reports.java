package io.utl.gateway.core.order;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.frame.EventFrame;
import io.utl.codecs.sbe.ExecType;
import io.utl.codecs.sbe.ExecutionReportEncoder;
import io.utl.codecs.sbe.Liquidity;
import io.utl.codecs.sbe.MessageHeaderEncoder;
import io.utl.codecs.sbe.OrdStatus;
import io.utl.codecs.sbe.OrdType;
import io.utl.codecs.sbe.RejectReason;
import io.utl.codecs.sbe.Side;
import io.utl.codecs.sbe.TimeInForce;
import io.utl.gateway.core.event.EventWriter;
import io.utl.gateway.core.event.Refusal;
import io.utl.gateway.core.event.Sentence;
import io.utl.gateway.core.reference.Book;
import io.utl.gateway.core.reference.Instrument;
import io.utl.gateway.core.reference.Reference;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * Writes execution reports: {@code begin}, what is particular, {@code end}. ExecType comes from the event, OrdStatus
 * from the state after it.
 * <p>
 * Thread: core. Allocates: nothing.
 */
public final class Reports
{
    private static final int[] AMOUNTS = {
        ExecutionReportEncoder.lastQtyEncodingOffset(), ExecutionReportEncoder.lastPxEncodingOffset(),
        ExecutionReportEncoder.feeEncodingOffset(), ExecutionReportEncoder.limitValueEncodingOffset(),
        ExecutionReportEncoder.actualValueEncodingOffset(), ExecutionReportEncoder.headroomEncodingOffset()};

    private final EventWriter writer;
    private final Reference reference;
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final ExecutionReportEncoder encoder = new ExecutionReportEncoder();
    private final Sentence none = new Sentence();
    private final Amount amount = new Amount();
    private MutableDirectBuffer buffer;
    private int base;

    public Reports(final EventWriter writer, final Reference reference)
    {
        this.writer = writer;
        this.reference = reference;
    }

    /** An event of the order's account: what happened to the order. */
    public Reports begin(final OrderFlyweight order, final ExecType type)
    {
        open(writer.next(reference.accounts.get(order.account())));
        return of(order, type);
    }

    /** An answer about an order, no event of its account. */
    public Reports beginAnswer(final OrderFlyweight order)
    {
        open(writer.answer(order.account()));
        return of(order, ExecType.ORDER_STATUS);
    }

    /** An answer about an order of which little is kept. */
    public Reports beginAnswer(final EndedOrder order)
    {
        open(writer.answer(order.account));
        return of(order, ExecType.ORDER_STATUS);
    }

    /** An event about an order of which little is kept. */
    public Reports begin(final EndedOrder order, final ExecType type)
    {
        open(writer.next(reference.accounts.get(order.account)));
        return of(order, type);
    }

    /** A report about no order we know; {@code account} 0 if that is unknown too. */
    public Reports beginUnknown(final int account, final ExecType type, final OrdStatus status)
    {
        open(writer.answer(account));
        amount.setZero();
        put(ExecutionReportEncoder.qtyEncodingOffset(), amount);
        put(ExecutionReportEncoder.cumQtyEncodingOffset(), amount);
        put(ExecutionReportEncoder.leavesQtyEncodingOffset(), amount);
        put(ExecutionReportEncoder.cumValueEncodingOffset(), amount);
        put(ExecutionReportEncoder.priceEncodingOffset(), amount.setNull());
        encoder.execType(type).ordStatus(status).expireTimeNs(Long.MIN_VALUE)
            .side(Side.NULL_VAL).ordType(OrdType.NULL_VAL).timeInForce(TimeInForce.NULL_VAL);
        if (account != 0)
        {
            reference.accounts.names().copy(account, buffer, base + ExecutionReportEncoder.accountEncodingOffset());
        }
        return this;
    }

    /** One fill. */
    public Reports trade(final Amount lastQty, final Amount lastPx, final Amount fee, final Liquidity liquidity)
    {
        put(ExecutionReportEncoder.lastQtyEncodingOffset(), lastQty);
        put(ExecutionReportEncoder.lastPxEncodingOffset(), lastPx);
        put(ExecutionReportEncoder.feeEncodingOffset(), fee);
        encoder.liquidity(liquidity);
        return this;
    }

    /** Why it was refused, with the numbers. */
    public Reports refused(final Refusal refusal)
    {
        put(ExecutionReportEncoder.limitValueEncodingOffset(), refusal.limit);
        put(ExecutionReportEncoder.actualValueEncodingOffset(), refusal.actual);
        put(ExecutionReportEncoder.headroomEncodingOffset(), refusal.headroom);
        encoder.reason(refusal.reason());
        return this;
    }

    public Reports reason(final RejectReason reason)
    {
        encoder.reason(reason);
        return this;
    }

    /** Quantity and price as they were asked for, where there is no order to take them from. */
    public Reports asked(final Amount qty, final Amount price)
    {
        put(ExecutionReportEncoder.qtyEncodingOffset(), qty);
        put(ExecutionReportEncoder.priceEncodingOffset(), price);
        return this;
    }

    /** Copies a text field; {@code at} is its offset in the message. */
    public Reports field(final int at, final DirectBuffer source, final int offset, final int length)
    {
        buffer.putBytes(base + at, source, offset, length);
        return this;
    }

    /** Id of the request that is answered; the order's own becomes the original. */
    public Reports request(final DirectBuffer source, final int offset)
    {
        final int own = base + ExecutionReportEncoder.clientOrderIdEncodingOffset();
        buffer.putBytes(base + ExecutionReportEncoder.origClientOrderIdEncodingOffset(), buffer, own,
            OrderFlyweight.CLIENT_ID_LENGTH);
        return clientOrderId(source, offset);
    }

    /** The id that the order had before. */
    public Reports origClientOrderId(final DirectBuffer source, final int offset)
    {
        return field(ExecutionReportEncoder.origClientOrderIdEncodingOffset(), source, offset,
            OrderFlyweight.CLIENT_ID_LENGTH);
    }

    public Reports clientOrderId(final DirectBuffer source, final int offset)
    {
        return field(ExecutionReportEncoder.clientOrderIdEncodingOffset(), source, offset,
            OrderFlyweight.CLIENT_ID_LENGTH);
    }

    /** The answer repeats what was said about this ClOrdID. */
    public Reports repeat()
    {
        encoder.repeat((short)1);
        return this;
    }

    public Reports msgSeqNum(final int value)
    {
        encoder.msgSeqNum(value);
        return this;
    }

    /** Venue time of a fill. */
    public Reports transactTimeNs(final long value)
    {
        if (value != Long.MIN_VALUE)
        {
            encoder.transactTimeNs(value);
        }
        return this;
    }

    /** The encoder, for what has no call of its own. */
    public ExecutionReportEncoder encoder()
    {
        return encoder;
    }

    /** The report is whole, without words. */
    public void end()
    {
        end(none.clear());
    }

    /** The report is whole. */
    public void end(final Sentence text)
    {
        end(text, text.buffer(), 0, 0);
    }

    /** The report is whole; the request id is given back. */
    public void end(final Sentence text, final DirectBuffer requestId, final int offset, final int length)
    {
        encoder.putText(text.buffer(), 0, text.length());
        encoder.putRequestId(requestId, offset, length);
        writer.written(encoder.encodedLength());
    }

    private void open(final EventFrame frame)
    {
        buffer = frame.buffer();
        encoder.wrapAndApplyHeader(buffer, frame.messageOffset(), header);
        base = encoder.offset();
        buffer.setMemory(base, ExecutionReportEncoder.BLOCK_LENGTH, (byte)0);
        amount.setNull();
        for (final int at : AMOUNTS)
        {
            put(at, amount);
        }
        encoder.transactTimeNs(writer.timeNs()).reason(RejectReason.NONE).liquidity(Liquidity.UNKNOWN);
    }

    private Reports of(final OrderFlyweight order, final ExecType type)
    {
        put(ExecutionReportEncoder.qtyEncodingOffset(), order.amount(OrderFlyweight.QTY, amount));
        put(ExecutionReportEncoder.priceEncodingOffset(), order.amount(OrderFlyweight.PRICE, amount));
        put(ExecutionReportEncoder.cumQtyEncodingOffset(), order.amount(OrderFlyweight.CUM_QTY, amount));
        put(ExecutionReportEncoder.leavesQtyEncodingOffset(), order.amount(OrderFlyweight.LEAVES_QTY, amount));
        put(ExecutionReportEncoder.cumValueEncodingOffset(), order.amount(OrderFlyweight.CUM_VALUE, amount));
        names(order.account(), order.book(), order.instrument());
        field(ExecutionReportEncoder.clientOrderIdEncodingOffset(), order.buffer(),
            order.offset() + OrderFlyweight.CLIENT_ID, OrderFlyweight.CLIENT_ID_LENGTH);
        field(ExecutionReportEncoder.venueOrderIdEncodingOffset(), order.buffer(),
            order.offset() + OrderFlyweight.VENUE_ID, OrderFlyweight.VENUE_ID_LENGTH);
        encoder.orderId(order.orderId()).expireTimeNs(order.expireTimeNs()).session(order.session())
            .execType(type).ordStatus(OrderState.shown(order)).side(order.side()).ordType(order.ordType())
            .timeInForce(order.timeInForce()).postOnly(order.postOnly())
            .inDoubt((short)(order.has(OrderFlyweight.IN_DOUBT) ? 1 : 0));
        return this;
    }

    private Reports of(final EndedOrder order, final ExecType type)
    {
        put(ExecutionReportEncoder.qtyEncodingOffset(), order.qty);
        put(ExecutionReportEncoder.priceEncodingOffset(), order.price);
        put(ExecutionReportEncoder.cumQtyEncodingOffset(), order.cumQty);
        put(ExecutionReportEncoder.leavesQtyEncodingOffset(), amount.setZero());
        put(ExecutionReportEncoder.cumValueEncodingOffset(), order.cumValue);
        names(order.account, order.book, order.instrument);
        encoder.orderId(order.orderId).expireTimeNs(order.expireTimeNs).session(order.session).execType(type);
        final int at = base;
        buffer.putByte(at + ExecutionReportEncoder.ordStatusEncodingOffset(), order.status);
        buffer.putByte(at + ExecutionReportEncoder.sideEncodingOffset(), order.side);
        buffer.putByte(at + ExecutionReportEncoder.ordTypeEncodingOffset(), order.ordType);
        buffer.putByte(at + ExecutionReportEncoder.timeInForceEncodingOffset(), order.timeInForce);
        buffer.putByte(at + ExecutionReportEncoder.postOnlyEncodingOffset(), order.postOnly);
        encoder.reason(order.reason);
        return this;
    }

    private void names(final int account, final int book, final int instrument)
    {
        reference.accounts.names().copy(account, buffer, base + ExecutionReportEncoder.accountEncodingOffset());
        if (book != 0)
        {
            final DirectBuffer name = reference.books.get(book).name;
            field(ExecutionReportEncoder.bookEncodingOffset(), name, 0, Book.NAME_LENGTH);
        }
        if (instrument != 0)
        {
            final Instrument traded = reference.instruments.get(instrument);
            reference.instruments.names().copy(
                instrument, buffer, base + ExecutionReportEncoder.symbolEncodingOffset());
            reference.venues.names().copy(traded.venue, buffer, base + ExecutionReportEncoder.venueEncodingOffset());
        }
    }

    private void put(final int at, final Amount value)
    {
        value.put(buffer, base + at);
    }
}
