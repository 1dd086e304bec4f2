package io.utl.gateway.core.order;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.BreakKind;
import io.utl.codecs.sbe.OrdStatus;
import io.utl.codecs.sbe.RejectReason;
import io.utl.codecs.sbe.RequestKind;
import io.utl.codecs.sbe.VenueCancelRejectedDecoder;
import io.utl.codecs.sbe.VenueOrderAcceptedDecoder;
import io.utl.codecs.sbe.VenueOrderCanceledDecoder;
import io.utl.codecs.sbe.VenueOrderRejectedDecoder;
import io.utl.codecs.sbe.VenueOrderReplacedDecoder;
import io.utl.codecs.sbe.VenueReplaceRejectedDecoder;
import io.utl.gateway.core.event.Notices;
import io.utl.gateway.core.event.Phase;
import io.utl.gateway.core.event.Sentence;
import io.utl.gateway.core.reference.Reference;
import org.agrona.DirectBuffer;

/**
 * What venues report about our orders, fills excepted. Facts: never refused; what does not fit raises a break. A report
 * that says what is known already changes nothing and tells nothing.
 * <p>
 * Thread: core. Allocates: nothing.
 */
public final class VenueDesk
{
    private final Phase phase;
    private final Reference reference;
    private final OrderTable orders;
    private final EndedOrders history;
    private final Outcomes outcomes;
    private final Doubts doubts;
    private final Notices notices;
    private final OrderFlyweight order = new OrderFlyweight();
    private final EndedOrder ended = new EndedOrder();
    private final Sentence words = new Sentence();
    private final Amount amount = new Amount();

    public VenueDesk(
        final Phase phase,
        final Reference reference,
        final OrderTable orders,
        final EndedOrders history,
        final Outcomes outcomes,
        final Doubts doubts,
        final Notices notices)
    {
        this.phase = phase;
        this.reference = reference;
        this.orders = orders;
        this.history = history;
        this.outcomes = outcomes;
        this.doubts = doubts;
        this.notices = notices;
    }

    public void onAccepted(final VenueOrderAcceptedDecoder command)
    {
        phase.changing();
        if (!known(command.orderId(), command.buffer(),
            command.offset() + VenueOrderAcceptedDecoder.venueEncodingOffset(), "took"))
        {
            return;
        }
        if (OrderState.hasEnded(order.status()))
        {
            if (order.status() == OrdStatus.REJECTED)
            {
                doubts.worksThough(order);
            }
            return;
        }
        if (order.isEmpty(OrderFlyweight.VENUE_ID))
        {
            venueOrderId(command.buffer(),
                command.offset() + VenueOrderAcceptedDecoder.venueOrderIdEncodingOffset());
        }
        if (!order.has(OrderFlyweight.ACKED))
        {
            outcomes.accepted(order);
            if (order.pending() == 0)
            {
                outcomes.goOn(order);
            }
        }
    }

    public void onRejected(final VenueOrderRejectedDecoder command)
    {
        phase.changing();
        if (!known(command.orderId(), command.buffer(),
            command.offset() + VenueOrderRejectedDecoder.venueEncodingOffset(), "rejected") ||
            OrderState.hasEnded(order.status()))
        {
            return;
        }
        text(command.buffer(), command.limit() + VenueOrderRejectedDecoder.textHeaderLength(), command.textLength(),
            command.code());
        if (order.has(OrderFlyweight.ACKED | OrderFlyweight.SEEN))
        {
            doubts.doubt(order, words);
        }
        else
        {
            outcomes.rejected(order, RejectReason.VENUE_REJECT, words);
        }
    }

    public void onCanceled(final VenueOrderCanceledDecoder command)
    {
        phase.changing();
        if (!known(command.orderId(), command.buffer(),
            command.offset() + VenueOrderCanceledDecoder.venueEncodingOffset(), "cancelled") ||
            OrderState.hasEnded(order.status()) || command.revision() < order.revision())
        {
            return;
        }
        if (order.pending() == RequestKind.REPLACE.value() && command.revision() == order.revision())
        {
            order.raise(OrderFlyweight.OLD_GONE);
            return;
        }
        words.clear().add(command.buffer(), command.limit() + VenueOrderCanceledDecoder.textHeaderLength(),
            command.textLength());
        outcomes.canceled(order, command.expired() != 0, words);
    }

    public void onCancelRejected(final VenueCancelRejectedDecoder command)
    {
        phase.changing();
        if (!known(command.orderId(), command.buffer(),
            command.offset() + VenueCancelRejectedDecoder.venueEncodingOffset(), "did not cancel") ||
            order.pending() != RequestKind.CANCEL.value())
        {
            return;
        }
        text(command.buffer(), command.limit() + VenueCancelRejectedDecoder.textHeaderLength(),
            command.textLength(), command.code());
        outcomes.cancelRejected(order, words);
        doubts.askFor(order);
    }

    public void onReplaced(final VenueOrderReplacedDecoder command)
    {
        phase.changing();
        final int venue = command.offset() + VenueOrderReplacedDecoder.venueEncodingOffset();
        if (!known(command.orderId(), command.buffer(), venue, "replaced") ||
            command.revision() <= order.revision())
        {
            return;
        }
        if (order.pending() != RequestKind.REPLACE.value() || command.revision() != order.lastRevision())
        {
            if (OrderState.hasEnded(order.status()))
            {
                doubts.worksThough(order);
                return;
            }
            words.clear().add("order ").add(order.orderId()).add(": the venue replaced it, revision ")
                .add(command.revision()).add(", though no replace is on its way");
            notices.broken(BreakKind.VENUE_ORDER, order.account(), order.instrument(), 0,
                reference.venues.names().find(command.buffer(), venue), order.orderId(),
                order.amount(OrderFlyweight.QTY, amount), null, 0, words);
            return;
        }
        venueOrderId(command.buffer(), command.offset() + VenueOrderReplacedDecoder.venueOrderIdEncodingOffset());
        outcomes.replaced(order);
        if (!OrderState.hasEnded(order.status()))
        {
            outcomes.goOn(order);
        }
    }

    public void onReplaceRejected(final VenueReplaceRejectedDecoder command)
    {
        phase.changing();
        if (!known(command.orderId(), command.buffer(),
            command.offset() + VenueReplaceRejectedDecoder.venueEncodingOffset(), "did not replace") ||
            order.pending() != RequestKind.REPLACE.value())
        {
            return;
        }
        text(command.buffer(), command.limit() + VenueReplaceRejectedDecoder.textHeaderLength(),
            command.textLength(), command.code());
        outcomes.replaceRejected(order, RejectReason.VENUE_REJECT, words);
        if (command.stillWorking() != 0)
        {
            outcomes.goOn(order);
        }
        else
        {
            outcomes.canceled(order, false, words);
        }
    }

    /** Points at the order; false, with a break unless it ended long ago, if it is not in the table. */
    private boolean known(final long orderId, final DirectBuffer buffer, final int venue, final String did)
    {
        if (orders.find(orderId, order))
        {
            return true;
        }
        if (!history.find(orderId, ended))
        {
            words.clear().add("the venue ").add(did).add(" order ").add(orderId).add(", unknown here");
            notices.broken(BreakKind.UNKNOWN_ORDER, 0, 0, 0, reference.venues.names().find(buffer, venue), orderId,
                amount.setNull(), null, 0, words);
        }
        return false;
    }

    private void venueOrderId(final DirectBuffer buffer, final int offset)
    {
        order.name(OrderFlyweight.VENUE_ID, buffer, offset, OrderFlyweight.VENUE_ID_LENGTH);
    }

    private void text(final DirectBuffer buffer, final int offset, final int length, final int code)
    {
        words.clear().add(buffer, offset, length);
        if (code != 0)
        {
            words.add(" (venue code ").add(code).add(")");
        }
    }
}
