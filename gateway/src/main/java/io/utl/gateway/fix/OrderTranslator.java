package io.utl.gateway.fix;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.frame.CommandFrame;
import io.utl.codecs.frame.IngressPort;
import io.utl.codecs.frame.InputClass;
import io.utl.codecs.sbe.CancelOrderEncoder;
import io.utl.codecs.sbe.MassCancelEncoder;
import io.utl.codecs.sbe.MessageHeaderEncoder;
import io.utl.codecs.sbe.NewOrderEncoder;
import io.utl.codecs.sbe.OrdType;
import io.utl.codecs.sbe.OrderStatusRequestEncoder;
import io.utl.codecs.sbe.ReplaceOrderEncoder;
import io.utl.codecs.sbe.TimeInForce;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.agrona.concurrent.UnsafeBuffer;
import quickfix.Message;
import quickfix.field.Account;
import quickfix.field.ClOrdID;
import quickfix.field.Currency;
import quickfix.field.ExDestination;
import quickfix.field.HandlInst;
import quickfix.field.MassCancelRequestType;
import quickfix.field.OrdStatusReqID;
import quickfix.field.OrderQty;
import quickfix.field.OrigClOrdID;
import quickfix.field.Price;
import quickfix.field.Symbol;

/**
 * Requests of FIX to commands: D F G H q, into the scratch buffer of the session's thread, then to the ring.
 * <p>
 * A field that does not change what is done may come and has no effect: HandlInst (21) automated, Text (58),
 * OrderCapacity (528), AccountType (581), CustOrderCapacity (582), and Currency (15) if it is the symbol's quote. Every
 * other field that is not used is refused by name.
 * Thread: one session's. Allocates: strings (QuickFIX/J holds fields as strings). Repeats: a repeated ClOrdID and a
 * message marked 43=Y or 97=Y go to the core, which knows the id.
 */
final class OrderTranslator
{
    private static final Set<Integer> ORDER_TAGS = Set.of(1, 11, 15, 18, 21, 38, 40, 44, 54, 55, 58, 59, 60, 100, 126,
        432, 528, 581, 582);
    private static final Set<Integer> REPLACE_TAGS = Set.of(1, 11, 15, 21, 37, 38, 40, 41, 44, 54, 55, 58, 59, 60, 126,
        432, 528, 581, 582);
    private static final Set<Integer> CANCEL_TAGS = Set.of(1, 11, 37, 38, 41, 54, 55, 58, 60, 581);
    private static final Set<Integer> STATUS_TAGS = Set.of(1, 11, 37, 54, 55, 790);
    private static final Set<Integer> MASS_CANCEL_TAGS = Set.of(11, 54, 55, 58, 60, 530);
    private static final int MAX_REQUEST_ID = 64;
    private static final long STOP_PAUSE_NS = 50_000;

    private final IngressPort ingress;
    private final BooleanSupplier running;
    private final RequestFields fields;
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[CommandFrame.MAX_LENGTH]);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final NewOrderEncoder newOrder = new NewOrderEncoder();
    private final CancelOrderEncoder cancelOrder = new CancelOrderEncoder();
    private final ReplaceOrderEncoder replaceOrder = new ReplaceOrderEncoder();
    private final OrderStatusRequestEncoder statusRequest = new OrderStatusRequestEncoder();
    private final MassCancelEncoder massCancel = new MassCancelEncoder();
    private final Amount qty = new Amount();
    private final Amount price = new Amount();

    OrderTranslator(final FixDictionary dictionary, final IngressPort ingress, final BooleanSupplier running)
    {
        this.ingress = ingress;
        this.running = running;
        this.fields = new RequestFields(dictionary);
    }

    /**
     * Translates one application message and offers it. A stop (F, q) waits for room, so that this session's socket is
     * read no further; a request (D, G, H) is refused BUSY.
     *
     * @throws RefusedException if the bytes alone say no, or the ring is full; nothing was executed then.
     */
    void translate(final FixSession session, final String type, final int msgSeqNum, final Message message)
        throws RefusedException
    {
        fields.wrap(message, type);
        switch (type)
        {
            case "D" -> offerRequest(session, newOrder(session, msgSeqNum));
            case "F" -> offerStop(session, cancel(session, msgSeqNum));
            case "G" -> offerRequest(session, replace(session, msgSeqNum));
            case "H" -> offerRequest(session, status(session, msgSeqNum));
            case "q" -> offerStop(session, massCancel(session, msgSeqNum));
            default -> throw new RefusedException(Refusal.MESSAGE_TYPE, 35,
                "MsgType(35)=" + FixText.clean(type, 8) + ": not offered; this session takes D, F, G, H and q");
        }
    }

    private int newOrder(final FixSession session, final int msgSeqNum) throws RefusedException
    {
        mayTrade(session, ORDER_TAGS);
        final OrdType orderType = fields.orderType();
        final TimeInForce timeInForce = fields.timeInForce();
        final String symbol = fields.symbol();
        checkCurrency(symbol);
        readQtyAndPrice(orderType);

        newOrder.wrapAndApplyHeader(buffer, 0, header)
            .expireTimeNs(fields.expiry(timeInForce, NewOrderEncoder.expireTimeNsNullValue()))
            .sendingTimeNs(fields.sendingTimeNs(NewOrderEncoder.sendingTimeNsNullValue()))
            .clientOrderId(fields.clientOrderId())
            .account(account(session))
            .symbol(symbol)
            .venue(fields.optionalName(ExDestination.FIELD, RequestFields.MAX_VENUE))
            .book("")
            .msgSeqNum(msgSeqNum)
            .side(fields.side())
            .ordType(orderType)
            .timeInForce(timeInForce)
            .postOnly((short)(fields.postOnly() ? 1 : 0));
        qty.put(buffer, newOrder.offset() + NewOrderEncoder.qtyEncodingOffset());
        price.put(buffer, newOrder.offset() + NewOrderEncoder.priceEncodingOffset());
        return MessageHeaderEncoder.ENCODED_LENGTH + newOrder.encodedLength();
    }

    private int replace(final FixSession session, final int msgSeqNum) throws RefusedException
    {
        mayTrade(session, REPLACE_TAGS);
        final OrdType orderType = fields.orderType();
        final TimeInForce timeInForce = fields.timeInForce();
        final String symbol = fields.symbol();
        checkCurrency(symbol);
        readQtyAndPrice(orderType);

        replaceOrder.wrapAndApplyHeader(buffer, 0, header)
            .orderId(fields.orderId())
            .expireTimeNs(fields.expiry(timeInForce, ReplaceOrderEncoder.expireTimeNsNullValue()))
            .sendingTimeNs(fields.sendingTimeNs(ReplaceOrderEncoder.sendingTimeNsNullValue()))
            .clientOrderId(fields.clientOrderId())
            .origClientOrderId(fields.clientOrderId(OrigClOrdID.FIELD))
            .account(account(session))
            .symbol(symbol)
            .msgSeqNum(msgSeqNum)
            .side(fields.side())
            .ordType(orderType)
            .timeInForce(timeInForce);
        qty.put(buffer, replaceOrder.offset() + ReplaceOrderEncoder.qtyEncodingOffset());
        price.put(buffer, replaceOrder.offset() + ReplaceOrderEncoder.priceEncodingOffset());
        return MessageHeaderEncoder.ENCODED_LENGTH + replaceOrder.encodedLength();
    }

    private int cancel(final FixSession session, final int msgSeqNum) throws RefusedException
    {
        mayTrade(session, CANCEL_TAGS);
        cancelOrder.wrapAndApplyHeader(buffer, 0, header)
            .orderId(fields.orderId())
            .sendingTimeNs(fields.sendingTimeNs(CancelOrderEncoder.sendingTimeNsNullValue()))
            .clientOrderId(fields.clientOrderId())
            .origClientOrderId(fields.clientOrderId(OrigClOrdID.FIELD))
            .account(account(session))
            .symbol(fields.symbol())
            .msgSeqNum(msgSeqNum)
            .side(fields.side());
        return MessageHeaderEncoder.ENCODED_LENGTH + cancelOrder.encodedLength();
    }

    private int status(final FixSession session, final int msgSeqNum) throws RefusedException
    {
        fields.onlyKnown(STATUS_TAGS);
        statusRequest.wrapAndApplyHeader(buffer, 0, header)
            .orderId(fields.orderId())
            .clientOrderId(fields.clientOrderId())
            .account(account(session))
            .symbol(fields.symbol())
            .msgSeqNum(msgSeqNum)
            .side(fields.side())
            .requestId(fields.optionalName(OrdStatusReqID.FIELD, MAX_REQUEST_ID));
        return MessageHeaderEncoder.ENCODED_LENGTH + statusRequest.encodedLength();
    }

    private int massCancel(final FixSession session, final int msgSeqNum) throws RefusedException
    {
        mayTrade(session, MASS_CANCEL_TAGS);
        final String kind = fields.required(MassCancelRequestType.FIELD);
        final boolean oneSymbol = "1".equals(kind);
        if (!oneSymbol && !"7".equals(kind))
        {
            throw fields.unsupported(MassCancelRequestType.FIELD, kind, "offered are 1 (one symbol) and 7 (all)");
        }
        if (!oneSymbol && fields.has(Symbol.FIELD))
        {
            throw fields.unsupported(Symbol.FIELD, fields.optional(Symbol.FIELD),
                "only with MassCancelRequestType(530)=1");
        }
        massCancel.wrapAndApplyHeader(buffer, 0, header)
            .sendingTimeNs(fields.sendingTimeNs(MassCancelEncoder.sendingTimeNsNullValue()))
            .clientOrderId(fields.clientOrderId())
            .account(session.account())
            .symbol(oneSymbol ? fields.symbol() : "")
            .msgSeqNum(msgSeqNum)
            .side(fields.optionalSide());
        return MessageHeaderEncoder.ENCODED_LENGTH + massCancel.encodedLength();
    }

    private void mayTrade(final FixSession session, final Set<Integer> known) throws RefusedException
    {
        if (session.readOnly())
        {
            throw new RefusedException(Refusal.NOT_AUTHORIZED, 49, "SenderCompID(49)=" + session.senderCompId() +
                ": a read-only session may send status requests (35=H) only");
        }
        fields.onlyKnown(known);
        if ("3".equals(fields.optional(HandlInst.FIELD)))
        {
            throw fields.unsupported(HandlInst.FIELD, "3", "offered are 1 and 2 (automated)");
        }
    }

    private void readQtyAndPrice(final OrdType orderType) throws RefusedException
    {
        fields.positive(OrderQty.FIELD, qty);
        if (orderType == OrdType.LIMIT)
        {
            fields.positive(Price.FIELD, price);
            return;
        }
        if (fields.has(Price.FIELD))
        {
            throw fields.unsupported(Price.FIELD, fields.optional(Price.FIELD), "only with OrdType(40)=2");
        }
        price.setNull();
    }

    private void checkCurrency(final String symbol) throws RefusedException
    {
        final String currency = fields.optional(Currency.FIELD);
        if (currency != null && !symbol.endsWith("-" + currency))
        {
            throw fields.unsupported(Currency.FIELD, currency, "prices are in the quote asset of Symbol(55)=" + symbol);
        }
    }

    private String account(final FixSession session) throws RefusedException
    {
        final String given = fields.optionalName(Account.FIELD, RequestFields.MAX_NAME);
        return given.isEmpty() ? session.account() : given;
    }

    private void offerRequest(final FixSession session, final int length) throws RefusedException
    {
        if (!ingress.offer(InputClass.REQUEST, session.number(), buffer, 0, length))
        {
            throw busy("BUSY: too many requests are waiting; nothing was executed, send it again");
        }
    }

    private void offerStop(final FixSession session, final int length) throws RefusedException
    {
        while (!ingress.offer(InputClass.STOP, session.number(), buffer, 0, length))
        {
            if (!running.getAsBoolean())
            {
                throw busy("the gateway is stopping; nothing was executed, send it again after the next logon");
            }
            LockSupport.parkNanos(STOP_PAUSE_NS);
        }
    }

    private RefusedException busy(final String text)
    {
        final String id = fields.optional(ClOrdID.FIELD);
        return new RefusedException(Refusal.BUSY, 0, id == null ? text : "ClOrdID(11)=" + id + ": " + text);
    }
}
