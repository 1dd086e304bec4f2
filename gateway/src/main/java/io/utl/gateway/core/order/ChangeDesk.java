package io.utl.gateway.core.order;

import io.utl.codecs.frame.CommandFrame;
import io.utl.codecs.sbe.CancelOrderDecoder;
import io.utl.codecs.sbe.ExecType;
import io.utl.codecs.sbe.OrdStatus;
import io.utl.codecs.sbe.OrdType;
import io.utl.codecs.sbe.RejectReason;
import io.utl.codecs.sbe.ReplaceOrderDecoder;
import io.utl.codecs.sbe.RequestKind;
import io.utl.codecs.sbe.Side;
import io.utl.codecs.sbe.TimeInForce;
import io.utl.gateway.core.event.Phase;
import io.utl.gateway.core.event.Refusal;
import io.utl.gateway.core.event.Sentence;
import io.utl.gateway.core.reference.Account;
import io.utl.gateway.core.reference.Reference;
import io.utl.gateway.core.risk.OrderRequest;
import io.utl.gateway.core.risk.PreTradeChecks;
import org.agrona.DirectBuffer;

/**
 * Cancels and replaces of clients. A cancel of a live order always passes: while something else is on its way it waits
 * for that, and goes out next.
 * <p>
 * Thread: core. Allocates: nothing.
 */
public final class ChangeDesk
{
    private final Phase phase;
    private final Reference reference;
    private final OrderTable orders;
    private final EndedOrders history;
    private final ClientIds ids;
    private final OrderLife life;
    private final PreTradeChecks checks;
    private final Reports reports;
    private final Answers answers;
    private final Routes routes;
    private final Access access;
    private final OrderContent contents;
    private final OrderRequest request = new OrderRequest();
    private final Refusal refusal = new Refusal();
    private final Sentence words = new Sentence();
    private final OrderFlyweight order = new OrderFlyweight();
    private final EndedOrder ended = new EndedOrder();

    public ChangeDesk(
        final Phase phase,
        final Reference reference,
        final OrderTable orders,
        final EndedOrders history,
        final ClientIds ids,
        final OrderLife life,
        final PreTradeChecks checks,
        final Reports reports,
        final Answers answers,
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
        this.answers = answers;
        this.routes = routes;
        this.access = new Access(reference);
        this.contents = new OrderContent(reference.venues.names());
    }

    /** A client cancels one order. */
    public void onCancel(final CommandFrame frame, final CancelOrderDecoder command)
    {
        final DirectBuffer buffer = command.buffer();
        final int base = command.offset();
        final int clientId = base + CancelOrderDecoder.clientOrderIdEncodingOffset();
        final int origId = base + CancelOrderDecoder.origClientOrderIdEncodingOffset();
        final Account account =
            access.account(frame, buffer, base + CancelOrderDecoder.accountEncodingOffset(), refusal);
        OrdStatus status = OrdStatus.UNKNOWN;
        long orderId = 0;
        if (account != null)
        {
            orderId = target(account, command.orderId(), buffer, origId);
            status = decideTarget(account, orderId, buffer, origId,
                base + CancelOrderDecoder.symbolEncodingOffset(), command.side());
            if (!refusal.isRefused() && OrderState.shown(order) == OrdStatus.PENDING_CANCEL &&
                !order.has(OrderFlyweight.EXPIRING))
            {
                refusal.because(RejectReason.ALREADY_PENDING).add("order ").add(orderId)
                    .add(" is PENDING_CANCEL already: wait for what the venue says");
            }
        }

        phase.changing();
        if (refusal.isRefused())
        {
            answers.cancelReject(account, status == OrdStatus.UNKNOWN ? 0 : orderId, status, RequestKind.CANCEL,
                buffer, clientId, origId, frame.session(), command.msgSeqNum(), refusal);
            return;
        }
        order.name(OrderFlyweight.CANCEL_ID, buffer, clientId, OrderFlyweight.CLIENT_ID_LENGTH)
            .cancelSession(frame.session());
        wantCancel(order, command.msgSeqNum(), words.clear());
    }

    /** Starts the cancel of a live order, whoever wants it, and tells that it is pending. */
    void wantCancel(final OrderFlyweight live, final int msgSeqNum, final Sentence why)
    {
        final boolean sent = live.pending() == RequestKind.CANCEL.value();
        live.raise(OrderFlyweight.CANCEL_WANTED);
        reports.begin(live, ExecType.PENDING_CANCEL).msgSeqNum(msgSeqNum);
        if (!live.isEmpty(OrderFlyweight.CANCEL_ID))
        {
            reports.request(live.buffer(), live.offset() + OrderFlyweight.CANCEL_ID);
        }
        reports.end(why);
        if (sent)
        {
            live.lower(OrderFlyweight.CANCEL_WANTED);
        }
        else if (live.pending() == 0 && !live.has(OrderFlyweight.IN_DOUBT))
        {
            life.sendCancel(live);
        }
    }

    /** The order's time is over: what works of it is cancelled at the venue, and it ends as EXPIRED. */
    public void expire(final OrderFlyweight live)
    {
        if (!OrderState.isCancelOnItsWay(live))
        {
            live.raise(OrderFlyweight.EXPIRING).clearName(OrderFlyweight.CANCEL_ID, OrderFlyweight.CLIENT_ID_LENGTH);
            wantCancel(live, 0, words.clear().add("its time is over: it is cancelled at the venue"));
        }
    }

    /** A client changes quantity or price of one order. */
    public void onReplace(final CommandFrame frame, final ReplaceOrderDecoder command)
    {
        final DirectBuffer buffer = command.buffer();
        final int base = command.offset();
        final int clientId = base + ReplaceOrderDecoder.clientOrderIdEncodingOffset();
        final int origId = base + ReplaceOrderDecoder.origClientOrderIdEncodingOffset();
        final Account account =
            access.account(frame, buffer, base + ReplaceOrderDecoder.accountEncodingOffset(), refusal);
        if (account == null || buffer.getByte(clientId) == 0)
        {
            if (account != null)
            {
                refusal.because(RejectReason.INVALID_FIELD).add("clientOrderId is missing: 1 to 36 characters");
            }
            reject(null, 0, OrdStatus.UNKNOWN, frame, command);
            return;
        }
        read(frame, command, account);
        final long content = contents.hash(command, request);
        final int place = ids.find(account.number, buffer, clientId);
        if (place != ClientIds.NONE)
        {
            repeated(frame, command, account, place, content);
            return;
        }
        final long orderId = target(account, command.orderId(), buffer, origId);
        final OrdStatus status = decideTarget(account, orderId, buffer, origId,
            base + ReplaceOrderDecoder.symbolEncodingOffset(), command.side());
        if (!refusal.isRefused())
        {
            decideReplace(command);
        }

        phase.changing();
        ids.add(account.number, buffer, clientId, content, status == OrdStatus.UNKNOWN ? 0 : orderId);
        if (refusal.isRefused())
        {
            reject(account, status == OrdStatus.UNKNOWN ? 0 : orderId, status, frame, command);
            return;
        }
        order.put(OrderFlyweight.NEW_QTY, request.qty).put(OrderFlyweight.NEW_PRICE, request.price);
        order.newExpireTimeNs(request.expireTimeNs).newTimeInForce(request.timeInForce)
            .requestSession(frame.session()).lastRevision(order.lastRevision() + 1)
            .pending(RequestKind.REPLACE.value())
            .name(OrderFlyweight.REQUEST_ID, buffer, clientId, OrderFlyweight.CLIENT_ID_LENGTH);
        reports.begin(order, ExecType.PENDING_REPLACE).request(buffer, clientId).msgSeqNum(command.msgSeqNum()).end();
        life.adjust(order);
        routes.replace(order);
        life.watch(order);
    }

    private void read(final CommandFrame frame, final ReplaceOrderDecoder command, final Account account)
    {
        final DirectBuffer buffer = command.buffer();
        final int base = command.offset();
        request.fresh();
        request.replace = true;
        request.account = account;
        request.instrument = null;
        request.side = command.side();
        request.ordType = command.ordType();
        request.timeInForce = command.timeInForce();
        request.postOnly = 0;
        request.expireTimeNs = command.expireTimeNs();
        request.timeNs = frame.timeNs();
        request.qty.get(buffer, base + ReplaceOrderDecoder.qtyEncodingOffset());
        request.price.get(buffer, base + ReplaceOrderDecoder.priceEncodingOffset());
    }

    private void decideReplace(final ReplaceOrderDecoder command)
    {
        final OrdStatus shown = OrderState.shown(order);
        if (order.has(OrderFlyweight.IN_DOUBT))
        {
            refusal.because(RejectReason.IN_DOUBT).add("order ").add(order.orderId())
                .add(" is IN_DOUBT: its state at the venue must be known first");
        }
        else if (life.isPastItsTime(order))
        {
            refusal.because(RejectReason.EXPIRED).add("order ").add(order.orderId()).add(" is past its time");
        }
        else if (shown != OrdStatus.NEW && shown != OrdStatus.PARTIALLY_FILLED)
        {
            refusal.because(RejectReason.ALREADY_PENDING).add("order ").add(order.orderId()).add(" is ")
                .add(shown.name()).add(": wait for what the venue says");
        }
        else if (order.ordType() != OrdType.LIMIT || request.ordType != OrdType.LIMIT)
        {
            refusal.because(RejectReason.UNSUPPORTED).add("ordType ").add(request.ordType.name())
                .add(" cannot be replaced: only a LIMIT order, by LIMIT");
        }
        else
        {
            request.instrument = reference.instruments.get(order.instrument());
            request.book = order.book();
            request.side = order.side();
            request.postOnly = order.postOnly();
            if (request.timeInForce == TimeInForce.NULL_VAL)
            {
                request.timeInForce = order.timeInForce();
                request.expireTimeNs = order.expireTimeNs();
            }
            order.amount(OrderFlyweight.CUM_QTY, request.cumQty);
            order.amount(OrderFlyweight.RESERVED, request.reserved);
            order.amount(OrderFlyweight.HOLD, request.held);
            checks.check(request, refusal);
        }
    }

    private long target(final Account account, final long orderId, final DirectBuffer buffer, final int origId)
    {
        if (orderId != 0)
        {
            return orderId;
        }
        final int place = ids.find(account.number, buffer, origId);
        return place == ClientIds.NONE ? 0 : ids.orderId(place);
    }

    /** Points at the live order, or fills the refusal; returns the state to be shown, UNKNOWN if there is none. */
    private OrdStatus decideTarget(
        final Account account,
        final long orderId,
        final DirectBuffer buffer,
        final int origId,
        final int symbol,
        final Side side)
    {
        refusal.clear();
        if (!orders.find(orderId, order) || order.account() != account.number)
        {
            if (orderId != 0 && history.find(orderId, ended) && ended.account == account.number)
            {
                final OrdStatus status = OrdStatus.get(ended.status);
                refusal.because(RejectReason.TOO_LATE).add("order ").add(orderId).add(" has ended, ")
                    .add(status.name());
                return status;
            }
            refusal.because(RejectReason.UNKNOWN_ORDER).add("unknown order: origClientOrderId ")
                .add(buffer, origId, OrderFlyweight.CLIENT_ID_LENGTH).add(", orderId ").add(orderId);
            return OrdStatus.UNKNOWN;
        }
        final OrdStatus status = OrderState.shown(order);
        if (OrderState.hasEnded(status))
        {
            refusal.because(RejectReason.TOO_LATE).add("order ").add(orderId).add(" has ended, ").add(status.name());
        }
        else if (buffer.getByte(symbol) != 0 &&
            reference.instruments.names().find(buffer, symbol) != order.instrument())
        {
            refusal.because(RejectReason.INVALID_FIELD).add("symbol ").add(buffer, symbol, Reference.SYMBOL_LENGTH)
                .add(" is not that of order ").add(orderId);
        }
        else if (side != Side.NULL_VAL && side != order.side())
        {
            refusal.because(RejectReason.INVALID_FIELD).add("side ").add(side.name()).add(" is not that of order ")
                .add(orderId);
        }
        return status;
    }

    private void repeated(
        final CommandFrame frame,
        final ReplaceOrderDecoder command,
        final Account account,
        final int place,
        final long content)
    {
        final DirectBuffer buffer = command.buffer();
        final int clientId = command.offset() + ReplaceOrderDecoder.clientOrderIdEncodingOffset();
        final long orderId = ids.orderId(place);
        final boolean same = ids.content(place) == content;
        words.clear().add("repeat of clientOrderId ").add(buffer, clientId, OrderFlyweight.CLIENT_ID_LENGTH)
            .add(": the state of that order");
        if (same && orders.find(orderId, order))
        {
            reports.beginAnswer(order);
        }
        else if (same && orderId != 0 && history.find(orderId, ended))
        {
            reports.beginAnswer(ended);
        }
        else
        {
            if (same)
            {
                refusal.because(RejectReason.UNKNOWN_ORDER).add("unknown order: repeat of a refused replace");
            }
            else
            {
                refusal.because(RejectReason.DIFFERENT_CONTENT).add("clientOrderId ")
                    .add(buffer, clientId, OrderFlyweight.CLIENT_ID_LENGTH)
                    .add(" was used with other content, DIFFERENT_CONTENT; use a new id");
            }
            reject(null, 0, OrdStatus.UNKNOWN, frame, command);
            return;
        }
        reports.clientOrderId(buffer, clientId).repeat().msgSeqNum(command.msgSeqNum()).end(words);
    }

    private void reject(
        final Account account,
        final long orderId,
        final OrdStatus status,
        final CommandFrame frame,
        final ReplaceOrderDecoder command)
    {
        answers.cancelReject(account, orderId, status, RequestKind.REPLACE, command.buffer(),
            command.offset() + ReplaceOrderDecoder.clientOrderIdEncodingOffset(),
            command.offset() + ReplaceOrderDecoder.origClientOrderIdEncodingOffset(),
            frame.session(), command.msgSeqNum(), refusal);
    }
}
