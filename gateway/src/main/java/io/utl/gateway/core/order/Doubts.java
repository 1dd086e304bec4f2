package io.utl.gateway.core.order;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.BreakKind;
import io.utl.codecs.sbe.ExecType;
import io.utl.codecs.sbe.OrdStatus;
import io.utl.codecs.sbe.RejectReason;
import io.utl.codecs.sbe.RequestKind;
import io.utl.codecs.sbe.VenueOrderStateDecoder;
import io.utl.codecs.sbe.VenueOutcomeUnknownDecoder;
import io.utl.gateway.core.event.EventWriter;
import io.utl.gateway.core.event.Notices;
import io.utl.gateway.core.event.Phase;
import io.utl.gateway.core.event.Sentence;
import io.utl.gateway.core.reference.Reference;
import io.utl.gateway.core.reference.Venue;

/**
 * Orders whose state at the venue is not known: they are IN_DOUBT, asked for and never sent again, until the venue
 * has answered. "Not found" counts only once a request that was on its way cannot arrive any more: after the time it
 * was sent (after a start: the time of the start), the receive window, and one second.
 * <p>
 * Thread: core. Allocates: nothing.
 */
public final class Doubts
{
    /** Between two questions about one order. */
    public static final long ASK_EVERY_NS = 1_000_000_000L;
    /** Questions after which fills that the venue counts but never told become a break. */
    public static final int ASKS_FOR_FILLS = 30;

    private static final long NANOS_PER_MILLI = 1_000_000L;
    private static final long MARGIN_NS = 1_000_000_000L;
    private static final int DEFAULT_WINDOW_MS = 2_000;

    private final Phase phase;
    private final EventWriter writer;
    private final Reference reference;
    private final OrderTable orders;
    private final EndedOrders history;
    private final OrderLife life;
    private final Outcomes outcomes;
    private final Reports reports;
    private final Routes routes;
    private final Notices notices;
    private final OrderFlyweight order = new OrderFlyweight();
    private final EndedOrder ended = new EndedOrder();
    private final Sentence words = new Sentence();
    private final Amount venueQty = new Amount();
    private final Amount ourQty = new Amount();
    private long startedTimeNs;
    private int recvWindowMs;

    public Doubts(
        final Phase phase,
        final EventWriter writer,
        final Reference reference,
        final OrderTable orders,
        final EndedOrders history,
        final OrderLife life,
        final Outcomes outcomes,
        final Reports reports,
        final Routes routes,
        final Notices notices)
    {
        this.phase = phase;
        this.writer = writer;
        this.reference = reference;
        this.orders = orders;
        this.history = history;
        this.life = life;
        this.outcomes = outcomes;
        this.reports = reports;
        this.routes = routes;
        this.notices = notices;
    }

    /** When the gateway started last, and the receive window asked of venues. */
    public void started(final long timeNs, final int windowMs)
    {
        startedTimeNs = timeNs;
        recvWindowMs = windowMs;
    }

    public long startedTimeNs()
    {
        return startedTimeNs;
    }

    public int recvWindowMs()
    {
        return recvWindowMs;
    }

    /** The outcome of what is on its way is unknown: told, and asked for. */
    void doubt(final OrderFlyweight live, final Sentence why)
    {
        if (!live.has(OrderFlyweight.IN_DOUBT))
        {
            live.raise(OrderFlyweight.IN_DOUBT);
            reports.begin(live, ExecType.ORDER_STATUS).reason(RejectReason.IN_DOUBT).end(why);
        }
        askFor(live);
    }

    /** The venue is asked about an order, from the beginning. */
    void askFor(final OrderFlyweight live)
    {
        final boolean replacing = live.pending() == RequestKind.REPLACE.value();
        live.raise(OrderFlyweight.ASKING).asks(0).askRevision(replacing ? live.lastRevision() : live.revision());
        ask(live);
    }

    /** Asks once more, if the venue can be asked; else as soon as its session is ready. */
    void ask(final OrderFlyweight live)
    {
        life.unwatch(live);
        if (venueOf(live).ready)
        {
            live.asks(live.asks() + 1);
            routes.query(live);
            life.timer(live, OrderLife.ASK_AGAIN, writer.timeNs() + ASK_EVERY_NS);
        }
    }

    /** A timer of an order is due: a report that did not come, or an answer. */
    public void overdue(final OrderFlyweight live, final int kind)
    {
        if (kind == OrderLife.ASK_AGAIN)
        {
            ask(live);
            return;
        }
        doubt(live, words.clear().add("IN_DOUBT: no report from the venue for 5 s; it is being asked"));
    }

    /** The adapter does not know what became of a request. */
    public void onOutcomeUnknown(final VenueOutcomeUnknownDecoder command)
    {
        final RequestKind request = command.request();
        phase.changing();
        if (!orders.find(command.orderId(), order) || OrderState.hasEnded(order.status()))
        {
            return;
        }
        final boolean concerned = switch (request)
        {
            case NEW -> !order.has(OrderFlyweight.ACKED | OrderFlyweight.SEEN);
            case CANCEL -> order.pending() == RequestKind.CANCEL.value();
            case REPLACE -> order.pending() == RequestKind.REPLACE.value();
            default -> OrderState.isOutstanding(order);
        };
        if (concerned)
        {
            order.sentTimeNs(Math.max(order.sentTimeNs(), command.sentTimeNs()));
            words.clear().add("IN_DOUBT: ").add(command.buffer(),
                command.limit() + VenueOutcomeUnknownDecoder.textHeaderLength(), command.textLength());
            doubt(order, words);
        }
    }

    /** The venue answers our question. */
    public void onState(final VenueOrderStateDecoder command)
    {
        final OrdStatus status = command.status();
        final boolean found = command.found() != 0;
        phase.changing();
        if (!orders.find(command.orderId(), order))
        {
            if (found && !OrderState.hasEnded(status) && !history.find(command.orderId(), ended))
            {
                unknownThere(command);
            }
            return;
        }
        if (OrderState.hasEnded(order.status()))
        {
            if (found && !OrderState.hasEnded(status) && order.status() == OrdStatus.REJECTED)
            {
                worksThough(order);
            }
            return;
        }
        if (!order.has(OrderFlyweight.ASKING) || command.revision() != order.askRevision())
        {
            return;
        }
        if (found)
        {
            onFound(command, status);
        }
        else if (cannotArriveAnyMore(order, command.askedTimeNs()))
        {
            onNotFound();
        }
    }

    /** An order that we ended works at the venue: it is cancelled there, and a person must look. */
    void worksThough(final OrderFlyweight gone)
    {
        routes.cancel(gone);
        words.clear().add("order ").add(gone.orderId()).add(" had ended here, ").add(gone.status().name())
            .add(", but works at the venue; its cancel was sent");
        notices.broken(BreakKind.VENUE_ORDER, gone.account(), gone.instrument(), 0,
            reference.instruments.get(gone.instrument()).venue, gone.orderId(),
            gone.amount(OrderFlyweight.QTY, ourQty), null, 0, words);
    }

    private void unknownThere(final VenueOrderStateDecoder command)
    {
        final int venue = reference.venues.names().find(
            command.buffer(), command.offset() + VenueOrderStateDecoder.venueEncodingOffset());
        words.clear().add("order ").add(command.orderId()).add(" works at the venue but is unknown here");
        notices.broken(BreakKind.VENUE_ORDER, 0, 0, 0, venue, command.orderId(), venueQty.setNull(), null, 0, words);
    }

    private boolean cannotArriveAnyMore(final OrderFlyweight live, final long askedTimeNs)
    {
        final int ofVenue = venueOf(live).recvWindowMs;
        final int own = recvWindowMs > 0 ? recvWindowMs : DEFAULT_WINDOW_MS;
        final long window = (ofVenue > 0 ? ofVenue : own) * NANOS_PER_MILLI;
        final long asked = askedTimeNs == Long.MIN_VALUE ? writer.timeNs() : askedTimeNs;
        return asked >= Math.max(live.sentTimeNs(), startedTimeNs) + window + MARGIN_NS;
    }

    private void onNotFound()
    {
        final boolean replacing = order.pending() == RequestKind.REPLACE.value();
        if (replacing && order.askRevision() == order.lastRevision() && !order.has(OrderFlyweight.OLD_GONE))
        {
            order.askRevision(order.revision()).asks(0);
            ask(order);
        }
        else if (!order.has(OrderFlyweight.ACKED | OrderFlyweight.SEEN))
        {
            outcomes.rejected(order, RejectReason.IN_DOUBT,
                words.clear().add("the venue does not know the order: it never arrived"));
        }
        else
        {
            outcomes.canceled(order, false, words.clear().add("the venue does not know the order any more"));
        }
    }

    private void onFound(final VenueOrderStateDecoder command, final OrdStatus status)
    {
        venueQty.get(command.buffer(), command.offset() + VenueOrderStateDecoder.cumQtyEncodingOffset());
        order.amount(OrderFlyweight.CUM_QTY, ourQty);
        if (!venueQty.isNull() && venueQty.compareTo(ourQty) > 0)
        {
            if (order.asks() < ASKS_FOR_FILLS)
            {
                return;
            }
            words.clear().add("order ").add(order.orderId()).add(": the venue counts ").add(venueQty)
                .add(" done, booked are ").add(ourQty);
            notices.broken(BreakKind.UNFIT_FACT, order.account(), order.instrument(), 0,
                reference.instruments.get(order.instrument()).venue, order.orderId(),
                venueQty.subtract(ourQty), null, 0, words);
        }
        if (order.isEmpty(OrderFlyweight.VENUE_ID) || order.askRevision() != order.revision())
        {
            order.name(OrderFlyweight.VENUE_ID, command.buffer(),
                command.offset() + VenueOrderStateDecoder.venueOrderIdEncodingOffset(),
                OrderFlyweight.VENUE_ID_LENGTH);
        }
        final boolean ends = OrderState.hasEnded(status);
        final boolean replacing = order.pending() == RequestKind.REPLACE.value();
        if (replacing && order.askRevision() == order.lastRevision())
        {
            outcomes.replaced(order);
        }
        else if (replacing && !ends)
        {
            outcomes.replaceRejected(order, RejectReason.IN_DOUBT, words.clear().add("the venue did not replace"));
        }
        else if (!order.has(OrderFlyweight.ACKED))
        {
            order.lower(OrderFlyweight.IN_DOUBT | OrderFlyweight.ASKING);
            outcomes.accepted(order);
        }
        else
        {
            outcomes.known(order);
        }
        if (!OrderState.hasEnded(order.status()))
        {
            settle(status, ends);
        }
    }

    private void settle(final OrdStatus status, final boolean ends)
    {
        if (ends)
        {
            outcomes.canceled(order, status == OrdStatus.EXPIRED,
                words.clear().add("the venue says the order has ended, ").add(status.name()));
        }
        else if (order.pending() == RequestKind.CANCEL.value())
        {
            life.sendCancel(order);
        }
        else
        {
            outcomes.goOn(order);
        }
    }

    private Venue venueOf(final OrderFlyweight live)
    {
        return reference.venues.get(reference.instruments.get(live.instrument()).venue);
    }
}
