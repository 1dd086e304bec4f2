package io.utl.gateway.core.order;

import io.utl.codecs.frame.CommandFrame;
import io.utl.codecs.sbe.ExecType;
import io.utl.codecs.sbe.ExecutionReportEncoder;
import io.utl.codecs.sbe.NewOrderDecoder;
import io.utl.codecs.sbe.OrdStatus;
import io.utl.codecs.sbe.OrderStatusRequestDecoder;
import io.utl.codecs.sbe.RejectReason;
import io.utl.gateway.core.event.Phase;
import io.utl.gateway.core.event.Refusal;
import io.utl.gateway.core.event.Sentence;
import io.utl.gateway.core.reference.Account;
import io.utl.gateway.core.reference.Book;
import io.utl.gateway.core.reference.Instrument;
import io.utl.gateway.core.reference.Reference;
import io.utl.gateway.core.risk.OrderRequest;
import io.utl.gateway.core.risk.PreTradeChecks;
import org.agrona.DirectBuffer;

/**
 * New orders and questions about orders.
 * <p>
 * A ClOrdID is used once for ever: the same content again is answered with the current state, other content is refused;
 * what the core refuses uses the id up all the same.
 * Thread: core. Allocates: nothing.
 */
public final class OrderDesk
{
    private static final int QTY = NewOrderDecoder.qtyEncodingOffset();
    private static final int PRICE = NewOrderDecoder.priceEncodingOffset();
    private static final int CLIENT_ID = NewOrderDecoder.clientOrderIdEncodingOffset();
    private static final int ACCOUNT = NewOrderDecoder.accountEncodingOffset();
    private static final int SYMBOL = NewOrderDecoder.symbolEncodingOffset();
    private static final int VENUE = NewOrderDecoder.venueEncodingOffset();
    private static final int BOOK = NewOrderDecoder.bookEncodingOffset();

    private final Phase phase;
    private final Reference reference;
    private final OrderTable orders;
    private final EndedOrders history;
    private final ClientIds ids;
    private final OrderLife life;
    private final PreTradeChecks checks;
    private final Reports reports;
    private final Routes routes;
    private final Access access;
    private final OrderContent contents;
    private final OrderRequest request = new OrderRequest();
    private final Refusal refusal = new Refusal();
    private final Sentence words = new Sentence();
    private final OrderFlyweight order = new OrderFlyweight();
    private final EndedOrder ended = new EndedOrder();
    private long nextOrderId = 1;

    public OrderDesk(
        final Phase phase,
        final Reference reference,
        final OrderTable orders,
        final EndedOrders history,
        final ClientIds ids,
        final OrderLife life,
        final PreTradeChecks checks,
        final Reports reports,
        final Routes routes)
    {
        this.phase = phase;
        this.reference = reference;
        this.orders = orders;
        this.history = history;
        this.ids = ids;
        this.life = life;
        this.checks = checks;
        this.reports = reports;
        this.routes = routes;
        this.access = new Access(reference);
        this.contents = new OrderContent(reference.venues.names());
    }

    /** The order id that is given next. */
    public long nextOrderId()
    {
        return nextOrderId;
    }

    public void nextOrderId(final long value)
    {
        nextOrderId = value;
    }

    /** A client enters an order. */
    public void onNewOrder(final CommandFrame frame, final NewOrderDecoder command)
    {
        final DirectBuffer buffer = command.buffer();
        final int base = command.offset();
        final Account account = access.account(frame, buffer, base + ACCOUNT, refusal);
        if (account == null || buffer.getByte(base + CLIENT_ID) == 0)
        {
            if (account != null)
            {
                refusal.because(RejectReason.INVALID_FIELD).add("clientOrderId is missing: 1 to 36 characters");
            }
            answerUnknown(frame, command);
            return;
        }
        read(frame, command, account);
        final long content = contents.hash(command, request);
        final int place = ids.find(account.number, buffer, base + CLIENT_ID);
        if (place != ClientIds.NONE)
        {
            repeated(command, account, place, content);
            return;
        }
        decide(command);

        phase.changing();
        final long orderId = nextOrderId++;
        ids.add(account.number, buffer, base + CLIENT_ID, content, orderId);
        if (refusal.isRefused())
        {
            refuse(command, orderId, account, frame.session());
            return;
        }
        enter(command, orderId, frame.session());
        reports.begin(order, ExecType.PENDING_NEW).msgSeqNum(command.msgSeqNum()).end();
        life.start(order);
        routes.order(order);
        life.watch(order);
    }

    /** A client asks for the state of an order; nothing changes. */
    public void onStatusRequest(final CommandFrame frame, final OrderStatusRequestDecoder command)
    {
        final DirectBuffer buffer = command.buffer();
        final int base = command.offset();
        final int clientId = base + OrderStatusRequestDecoder.clientOrderIdEncodingOffset();
        final Account account =
            access.account(frame, buffer, base + OrderStatusRequestDecoder.accountEncodingOffset(), refusal);
        long orderId = command.orderId();
        if (account != null && orderId == 0)
        {
            final int place = ids.find(account.number, buffer, clientId);
            orderId = place == ClientIds.NONE ? 0 : ids.orderId(place);
        }
        words.clear();
        if (account != null && orders.find(orderId, order) && order.account() == account.number)
        {
            reports.beginAnswer(order);
        }
        else if (account != null && history.find(orderId, ended) && ended.account == account.number)
        {
            reports.beginAnswer(ended).clientOrderId(buffer, clientId);
        }
        else
        {
            words.add("unknown order");
            reports.beginUnknown(account == null ? 0 : account.number, ExecType.ORDER_STATUS, OrdStatus.UNKNOWN)
                .clientOrderId(buffer, clientId)
                .field(ExecutionReportEncoder.symbolEncodingOffset(), buffer,
                    base + OrderStatusRequestDecoder.symbolEncodingOffset(), Reference.SYMBOL_LENGTH)
                .reason(account == null ? refusal.reason() : RejectReason.UNKNOWN_ORDER)
                .encoder().side(command.side()).orderId(0);
        }
        reports.msgSeqNum(command.msgSeqNum());
        final int length = command.requestIdLength();
        reports.end(words, buffer, command.limit() + OrderStatusRequestDecoder.requestIdHeaderLength(), length);
    }

    private void read(final CommandFrame frame, final NewOrderDecoder command, final Account account)
    {
        final DirectBuffer buffer = command.buffer();
        final int base = command.offset();
        request.fresh();
        request.account = account;
        request.instrument = reference.instruments.find(buffer, base + SYMBOL);
        request.side = command.side();
        request.ordType = command.ordType();
        request.timeInForce = command.timeInForce();
        request.postOnly = (byte)command.postOnly();
        request.expireTimeNs = command.expireTimeNs();
        request.timeNs = frame.timeNs();
        request.qty.get(buffer, base + QTY);
        request.price.get(buffer, base + PRICE);
        request.book = 0;
    }

    private void decide(final NewOrderDecoder command)
    {
        final DirectBuffer buffer = command.buffer();
        final int base = command.offset();
        final Instrument instrument = request.instrument;
        refusal.clear();
        if (instrument == null)
        {
            refusal.because(RejectReason.UNKNOWN_SYMBOL).add("symbol ")
                .add(buffer, base + SYMBOL, Reference.SYMBOL_LENGTH).add(" was never defined");
            return;
        }
        if (buffer.getByte(base + VENUE) != 0 &&
            reference.venues.names().find(buffer, base + VENUE) != instrument.venue)
        {
            refusal.because(RejectReason.UNKNOWN_VENUE).add("venue ")
                .add(buffer, base + VENUE, Reference.VENUE_LENGTH).add(" does not trade the symbol, ")
                .add(reference.venues.names().buffer(), reference.venues.names().offset(instrument.venue),
                    Reference.VENUE_LENGTH).add(" does");
            return;
        }
        if (buffer.getByte(base + BOOK) != 0)
        {
            final Book book = reference.book(request.account.number, buffer, base + BOOK);
            if (book == null)
            {
                refusal.because(RejectReason.INVALID_FIELD).add("book ").add(buffer, base + BOOK, Book.NAME_LENGTH)
                    .add(" was never defined for the account");
                return;
            }
            request.book = book.number;
        }
        checks.check(request, refusal);
    }

    private void enter(final NewOrderDecoder command, final long orderId, final int session)
    {
        orders.add(orderId, order);
        fill(command, session);
        order.status(OrdStatus.PENDING_NEW);
        order.put(OrderFlyweight.LEAVES_QTY, request.qty);
        order.put(OrderFlyweight.HOLD_PRICE, request.holdPrice);
    }

    private void fill(final NewOrderDecoder command, final int session)
    {
        order.account(request.account.number).book(request.book).session(session)
            .instrument(request.instrument == null ? 0 : request.instrument.number)
            .side(request.side).ordType(request.ordType).timeInForce(request.timeInForce)
            .postOnly(request.postOnly).expireTimeNs(request.expireTimeNs);
        order.put(OrderFlyweight.QTY, request.qty).put(OrderFlyweight.PRICE, request.price);
        order.name(OrderFlyweight.CLIENT_ID, command.buffer(), command.offset() + CLIENT_ID,
            OrderFlyweight.CLIENT_ID_LENGTH);
    }

    private void refuse(
        final NewOrderDecoder command, final long orderId, final Account account, final int session)
    {
        ended.refused(orderId, request, session, refusal.reason());
        history.add(ended);
        reports.begin(ended, ExecType.REJECTED).clientOrderId(command.buffer(), command.offset() + CLIENT_ID)
            .field(ExecutionReportEncoder.symbolEncodingOffset(), command.buffer(), command.offset() + SYMBOL,
                Reference.SYMBOL_LENGTH)
            .refused(refusal).msgSeqNum(command.msgSeqNum()).end(refusal.text);
    }

    private void answerUnknown(final CommandFrame frame, final NewOrderDecoder command)
    {
        final DirectBuffer buffer = command.buffer();
        final int base = command.offset();
        reports.beginUnknown(0, ExecType.REJECTED, OrdStatus.REJECTED)
            .asked(request.qty.get(buffer, base + QTY), request.price.get(buffer, base + PRICE))
            .clientOrderId(buffer, base + CLIENT_ID).msgSeqNum(command.msgSeqNum()).refused(refusal)
            .field(ExecutionReportEncoder.accountEncodingOffset(), buffer, base + ACCOUNT, Reference.ACCOUNT_LENGTH)
            .field(ExecutionReportEncoder.symbolEncodingOffset(), buffer, base + SYMBOL, Reference.SYMBOL_LENGTH)
            .encoder().session(frame.session()).side(command.side()).ordType(command.ordType())
            .timeInForce(command.timeInForce());
        reports.end(refusal.text);
    }

    private void repeated(
        final NewOrderDecoder command, final Account account, final int place, final long content)
    {
        final int clientId = command.offset() + CLIENT_ID;
        final long orderId = ids.orderId(place);
        final boolean lives = orders.find(orderId, order);
        words.clear();
        if (ids.content(place) == content)
        {
            words.add("repeat of clientOrderId ").add(
                command.buffer(), clientId, OrderFlyweight.CLIENT_ID_LENGTH).add(": the state of that order");
            if (lives)
            {
                reports.beginAnswer(order);
            }
            else
            {
                history.find(orderId, ended);
                reports.beginAnswer(ended);
            }
            reports.clientOrderId(command.buffer(), clientId).repeat().msgSeqNum(command.msgSeqNum()).end(words);
            return;
        }
        refusal.because(RejectReason.DIFFERENT_CONTENT).add("clientOrderId ")
            .add(command.buffer(), clientId, OrderFlyweight.CLIENT_ID_LENGTH);
        if (lives && order.revision() == 0)
        {
            refusal.text.add(" was used with another ").add(contents.difference(order, request)).add("; use a new id");
        }
        else
        {
            refusal.text.add(" was used with other content, DIFFERENT_CONTENT; use a new id");
        }
        reports.beginUnknown(account.number, ExecType.REJECTED, OrdStatus.REJECTED)
            .asked(request.qty, request.price).clientOrderId(command.buffer(), clientId)
            .field(ExecutionReportEncoder.symbolEncodingOffset(), command.buffer(), command.offset() + SYMBOL,
                Reference.SYMBOL_LENGTH)
            .msgSeqNum(command.msgSeqNum()).refused(refusal)
            .encoder().side(command.side()).ordType(command.ordType()).timeInForce(command.timeInForce());
        reports.end(refusal.text);
    }
}
