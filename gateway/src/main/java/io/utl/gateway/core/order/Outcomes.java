package io.utl.gateway.core.order;

import io.utl.codecs.sbe.ExecType;
import io.utl.codecs.sbe.OrdStatus;
import io.utl.codecs.sbe.RejectReason;
import io.utl.codecs.sbe.RequestKind;
import io.utl.gateway.core.event.Refusal;
import io.utl.gateway.core.event.Sentence;
import io.utl.gateway.core.reference.Reference;

/**
 * What becomes of an order once its outcome at the venue is known, by whichever road: told to the client, then
 * cleared away.
 * <p>
 * Thread: core. Allocates: nothing.
 */
public final class Outcomes
{
    private final Reference reference;
    private final OrderLife life;
    private final Sentence timeIsOver = new Sentence().add("EXPIRED: the order's time is over");
    private final Reports reports;
    private final Answers answers;
    private final Refusal refusal = new Refusal();
    private final Sentence none = new Sentence();
    private final byte[] id = new byte[OrderFlyweight.CLIENT_ID_LENGTH];

    public Outcomes(
        final Reference reference, final OrderLife life, final Reports reports, final Answers answers)
    {
        this.reference = reference;
        this.life = life;
        this.reports = reports;
        this.answers = answers;
    }

    /** The venue has the order. Then {@link #goOn}, unless a request beside it is on its way. */
    void accepted(final OrderFlyweight order)
    {
        order.raise(OrderFlyweight.ACKED | OrderFlyweight.SEEN);
        if (order.status() == OrdStatus.PENDING_NEW)
        {
            order.status(OrdStatus.NEW);
        }
        if (order.pending() == 0)
        {
            order.lower(OrderFlyweight.IN_DOUBT | OrderFlyweight.ASKING);
        }
        reports.begin(order, ExecType.NEW).end();
    }

    /** Nothing is outstanding any more: a cancel that waited goes out now. */
    void goOn(final OrderFlyweight order)
    {
        order.lower(OrderFlyweight.IN_DOUBT | OrderFlyweight.ASKING);
        life.unwatch(order);
        if (order.has(OrderFlyweight.CANCEL_WANTED) && order.pending() == 0)
        {
            life.sendCancel(order);
        }
        else if (OrderState.isOutstanding(order))
        {
            life.watch(order);
        }
    }

    /** The order never worked at the venue. */
    void rejected(final OrderFlyweight order, final RejectReason reason, final Sentence text)
    {
        answerReplace(order, "the order was rejected");
        answerCancel(order, OrdStatus.REJECTED);
        life.end(order, OrdStatus.REJECTED);
        reports.begin(order, ExecType.REJECTED).reason(reason).end(text);
        life.leave(order);
    }

    /** The order works no longer: cancelled as asked, or by the venue, or by its time. */
    void canceled(final OrderFlyweight order, final boolean byTime, final Sentence text)
    {
        answerReplace(order, "the order was cancelled");
        final boolean expired = byTime || order.has(OrderFlyweight.EXPIRING);
        final boolean asked = !expired && !order.isEmpty(OrderFlyweight.CANCEL_ID);
        if (expired)
        {
            answerCancel(order, OrdStatus.EXPIRED);
        }
        life.end(order, expired ? OrdStatus.EXPIRED : OrdStatus.CANCELED);
        reports.begin(order, expired ? ExecType.EXPIRED : ExecType.CANCELED);
        if (asked)
        {
            reports.request(order.buffer(), order.offset() + OrderFlyweight.CANCEL_ID);
        }
        // Who cancelled at the venue was our own timer: the client is told about the time, not about a request.
        reports.end(expired && !byTime ? timeIsOver : text);
        life.leave(order);
    }

    /** The last fill has come: requests on their way come too late. To be called after the fill was told. */
    void filled(final OrderFlyweight order)
    {
        answerReplace(order, "the order was filled");
        answerCancel(order, OrdStatus.FILLED);
        life.end(order, OrdStatus.FILLED);
        life.leave(order);
    }

    /** The order works as the replace asked for. Then {@link #goOn}, unless it has ended. */
    void replaced(final OrderFlyweight order)
    {
        order.buffer().getBytes(order.offset() + OrderFlyweight.CLIENT_ID, id);
        order.name(OrderFlyweight.CLIENT_ID, order.buffer(), order.offset() + OrderFlyweight.REQUEST_ID,
            OrderFlyweight.CLIENT_ID_LENGTH);
        order.buffer().putBytes(order.offset() + OrderFlyweight.REQUEST_ID, id);
        life.applyReplace(order);
        order.lower(OrderFlyweight.IN_DOUBT | OrderFlyweight.ASKING);
        reports.begin(order, ExecType.REPLACED).origClientOrderId(
            order.buffer(), order.offset() + OrderFlyweight.REQUEST_ID).end();
        order.clearName(OrderFlyweight.REQUEST_ID, OrderFlyweight.CLIENT_ID_LENGTH);
        if (order.status() == OrdStatus.FILLED)
        {
            filled(order);
        }
        else
        {
            life.adjust(order);
        }
    }

    /** The replace did not happen and the order works on as before. Then {@link #goOn}. */
    void replaceRejected(final OrderFlyweight order, final RejectReason reason, final Sentence text)
    {
        order.pending(0).lower(OrderFlyweight.OLD_GONE);
        refusal.because(reason).add(text.buffer(), 0, text.length());
        order.lower(OrderFlyweight.IN_DOUBT | OrderFlyweight.ASKING);
        tellReplaceReject(order, OrderState.shown(order));
        life.adjust(order);
    }

    /** The cancel did not happen; the order perhaps works on. */
    void cancelRejected(final OrderFlyweight order, final Sentence text)
    {
        order.pending(0).lower(OrderFlyweight.CANCEL_WANTED | OrderFlyweight.EXPIRING);
        refusal.because(RejectReason.VENUE_REJECT).add(text.buffer(), 0, text.length());
        if (order.isEmpty(OrderFlyweight.CANCEL_ID))
        {
            reports.begin(order, ExecType.ORDER_STATUS).reason(RejectReason.VENUE_REJECT).end(text);
        }
        else
        {
            tellCancelReject(order, OrderState.shown(order));
        }
    }

    /** Nothing happened but that the state is known again. */
    void known(final OrderFlyweight order)
    {
        final boolean told = order.has(OrderFlyweight.IN_DOUBT);
        order.lower(OrderFlyweight.IN_DOUBT | OrderFlyweight.ASKING);
        if (told)
        {
            reports.begin(order, ExecType.ORDER_STATUS).end(none.clear().add("state at the venue is known again"));
        }
    }

    private void answerReplace(final OrderFlyweight order, final String because)
    {
        if (order.pending() == RequestKind.REPLACE.value())
        {
            refusal.because(RejectReason.TOO_LATE).add("replace came too late: ").add(because);
            tellReplaceReject(order, OrderState.shown(order));
            order.pending(0);
        }
    }

    private void answerCancel(final OrderFlyweight order, final OrdStatus status)
    {
        if (OrderState.isCancelOnItsWay(order) && !order.isEmpty(OrderFlyweight.CANCEL_ID))
        {
            refusal.because(RejectReason.TOO_LATE).add("cancel came too late: the order has ended, ")
                .add(status.name());
            tellCancelReject(order, status);
        }
    }

    private void tellReplaceReject(final OrderFlyweight order, final OrdStatus status)
    {
        answers.cancelReject(reference.accounts.get(order.account()), order.orderId(), status, RequestKind.REPLACE,
            order.buffer(), order.offset() + OrderFlyweight.REQUEST_ID, order.offset() + OrderFlyweight.CLIENT_ID,
            order.requestSession(), 0, refusal);
        order.clearName(OrderFlyweight.REQUEST_ID, OrderFlyweight.CLIENT_ID_LENGTH);
    }

    private void tellCancelReject(final OrderFlyweight order, final OrdStatus status)
    {
        answers.cancelReject(reference.accounts.get(order.account()), order.orderId(), status, RequestKind.CANCEL,
            order.buffer(), order.offset() + OrderFlyweight.CANCEL_ID, order.offset() + OrderFlyweight.CLIENT_ID,
            order.cancelSession(), 0, refusal);
        order.clearName(OrderFlyweight.CANCEL_ID, OrderFlyweight.CLIENT_ID_LENGTH);
    }
}
