package io.utl.gateway.core.order;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.amount.Rounding;
import io.utl.codecs.sbe.OrdStatus;
import io.utl.codecs.sbe.RequestKind;
import io.utl.codecs.sbe.Side;
import io.utl.codecs.sbe.TimeInForce;
import io.utl.gateway.core.event.EventWriter;
import io.utl.gateway.core.reference.Account;
import io.utl.gateway.core.reference.Instrument;
import io.utl.gateway.core.reference.Reference;
import io.utl.gateway.core.risk.OpenOrders;
import io.utl.gateway.core.time.Deadlines;
import io.utl.positions.ledger.Ledger;

/**
 * What every change of an order drags along: its hold, what counts as open, its timers, its place among the ended.
 * <p>
 * Thread: core. Allocates: nothing.
 */
public final class OrderLife
{
    /** Kinds of deadline. */
    public static final int EXPIRY = 1;
    public static final int REPORT_OVERDUE = 2;
    public static final int ASK_AGAIN = 3;

    /** A venue that says nothing for this long leaves an order in doubt. */
    public static final long REPORT_DUE_NS = 5_000_000_000L;

    private static final long DAY_NS = 86_400_000_000_000L;

    private final EventWriter writer;
    private final Reference reference;
    private final Ledger ledger;
    private final OrderTable orders;
    private final EndedOrders history;
    private final OpenOrders open;
    private final Deadlines deadlines;
    private final Routes routes;
    private final int keepEnded;
    private final EndedOrder ended = new EndedOrder();
    private final OrderFlyweight oldest = new OrderFlyweight();
    private final Amount target = new Amount();
    private final Amount other = new Amount();
    private final Amount change = new Amount();
    private final Amount done = new Amount();

    /** @param keepEnded orders that stay whole after their end; older ones are kept in short. */
    public OrderLife(
        final EventWriter writer,
        final Reference reference,
        final Ledger ledger,
        final OrderTable orders,
        final EndedOrders history,
        final OpenOrders open,
        final Deadlines deadlines,
        final Routes routes,
        final int keepEnded)
    {
        this.writer = writer;
        this.reference = reference;
        this.ledger = ledger;
        this.orders = orders;
        this.history = history;
        this.open = open;
        this.deadlines = deadlines;
        this.routes = routes;
        this.keepEnded = keepEnded;
    }

    /** A new order lives: it counts, holds, and its end is set. */
    void start(final OrderFlyweight order)
    {
        reference.accounts.get(order.account()).openOrders++;
        adjust(order);
        setExpiry(order);
    }

    /** Brings the hold and the open quantity to what the order needs now. */
    void adjust(final OrderFlyweight order)
    {
        final Instrument instrument = reference.instruments.get(order.instrument());
        final Side side = order.side();
        final boolean replacing = order.pending() == RequestKind.REPLACE.value();

        order.amount(OrderFlyweight.LEAVES_QTY, target);
        if (replacing && newLeaves(order, other).compareTo(target) > 0)
        {
            target.set(other);
        }
        change.difference(target, order.amount(OrderFlyweight.RESERVED, other));
        if (!change.isZero())
        {
            open.add(order.account(), order.instrument(), side, change);
            order.put(OrderFlyweight.RESERVED, target);
        }

        if (side == Side.BUY)
        {
            order.amount(OrderFlyweight.LEAVES_QTY, target);
            target.product(target, order.amount(OrderFlyweight.HOLD_PRICE, other), Rounding.UP);
            if (replacing)
            {
                newLeaves(order, other);
                other.product(other, order.amount(OrderFlyweight.NEW_PRICE, change), Rounding.UP);
                if (other.compareTo(target) > 0)
                {
                    target.set(other);
                }
            }
        }
        change.difference(target, order.amount(OrderFlyweight.HOLD, other));
        order.put(OrderFlyweight.HOLD, target);
        final int asset = side == Side.BUY ? instrument.quote : instrument.base;
        if (change.signum() > 0)
        {
            ledger.hold(order.account(), order.book(), instrument.venue, asset, change);
        }
        else if (change.isNegative())
        {
            ledger.release(order.account(), order.book(), instrument.venue, asset, change.negate());
        }
    }

    /** The replace on its way has happened: the order is what it asked for. */
    void applyReplace(final OrderFlyweight order)
    {
        order.amount(OrderFlyweight.NEW_QTY, target);
        order.amount(OrderFlyweight.CUM_QTY, other);
        if (target.compareTo(other) < 0)
        {
            target.set(other);
        }
        order.put(OrderFlyweight.QTY, target);
        order.put(OrderFlyweight.LEAVES_QTY, target.subtract(other));
        order.status(target.isZero() ? OrdStatus.FILLED : OrderState.working(other));
        order.amount(OrderFlyweight.NEW_PRICE, target);
        order.put(OrderFlyweight.PRICE, target).put(OrderFlyweight.HOLD_PRICE, target);
        order.expireTimeNs(order.newExpireTimeNs()).timeInForce(order.newTimeInForce());
        order.revision(order.lastRevision()).pending(0).lower(OrderFlyweight.OLD_GONE);
        order.raise(OrderFlyweight.ACKED);
        if (order.status() != OrdStatus.FILLED)
        {
            setExpiry(order);
        }
    }

    /** The order has ended: nothing is held, open or timed any more. Its status and quantity left are set here. */
    void end(final OrderFlyweight order, final OrdStatus status)
    {
        order.status(status).pending(0).lower(
            OrderFlyweight.IN_DOUBT | OrderFlyweight.ASKING | OrderFlyweight.CANCEL_WANTED |
            OrderFlyweight.EXPIRING | OrderFlyweight.OLD_GONE);
        order.put(OrderFlyweight.LEAVES_QTY, target.setZero());
    }

    /** After {@link #end} was told: gives back what was held, forgets its timers, makes room. */
    void leave(final OrderFlyweight order)
    {
        adjust(order);
        unwatch(order);
        if (orders.expiry(order) != Deadlines.NONE)
        {
            deadlines.remove(orders.expiry(order));
            orders.expiry(order, Deadlines.NONE);
        }
        reference.accounts.get(order.account()).openOrders--;
        orders.end(order);
        while (orders.endedCount() > keepEnded)
        {
            history.add(ended.of(orders.wrap(orders.firstEnded(), oldest)));
            orders.forgetOldestEnded();
        }
    }

    /** The venue must report about the order in time. */
    void watch(final OrderFlyweight order)
    {
        order.sentTimeNs(writer.timeNs());
        timer(order, REPORT_OVERDUE, writer.timeNs() + REPORT_DUE_NS);
    }

    /** Sets the one timer of what is on its way. */
    void timer(final OrderFlyweight order, final int kind, final long atNs)
    {
        unwatch(order);
        orders.watch(order, deadlines.set(atNs, kind, order.orderId()));
    }

    /** Nothing is awaited for the order. */
    void unwatch(final OrderFlyweight order)
    {
        if (orders.watch(order) != Deadlines.NONE)
        {
            deadlines.remove(orders.watch(order));
            orders.watch(order, Deadlines.NONE);
        }
    }

    /** Sends the cancel, and waits for what the venue says. */
    void sendCancel(final OrderFlyweight order)
    {
        order.pending(RequestKind.CANCEL.value()).lower(OrderFlyweight.CANCEL_WANTED);
        routes.cancel(order);
        watch(order);
    }

    /** Whether its time is over, though the timer was perhaps not served yet. */
    boolean isPastItsTime(final OrderFlyweight order)
    {
        return order.has(OrderFlyweight.EXPIRING) || orders.expiry(order) != Deadlines.NONE &&
            deadlines.deadlineNs(orders.expiry(order)) <= writer.timeNs();
    }

    /** Takes an order back from a snapshot: what is counted elsewhere is counted again. */
    public void restore(final OrderFlyweight order)
    {
        final Account account = reference.accounts.get(order.account());
        account.openOrders++;
        open.add(account.number, order.instrument(), order.side(), order.amount(OrderFlyweight.RESERVED, target));
    }

    private void setExpiry(final OrderFlyweight order)
    {
        if (orders.expiry(order) != Deadlines.NONE)
        {
            deadlines.remove(orders.expiry(order));
            orders.expiry(order, Deadlines.NONE);
        }
        final TimeInForce time = order.timeInForce();
        if (time == TimeInForce.GTD)
        {
            orders.expiry(order, deadlines.set(order.expireTimeNs(), EXPIRY, order.orderId()));
        }
        else if (time == TimeInForce.DAY)
        {
            final long midnight = Math.floorDiv(writer.timeNs(), DAY_NS) * DAY_NS + DAY_NS;
            orders.expiry(order, deadlines.set(midnight, EXPIRY, order.orderId()));
        }
    }

    /** What the replace on its way would leave to be done; below zero if fills went past it. */
    private Amount newLeaves(final OrderFlyweight order, final Amount into)
    {
        return order.amount(OrderFlyweight.NEW_QTY, into).subtract(order.amount(OrderFlyweight.CUM_QTY, done));
    }
}
