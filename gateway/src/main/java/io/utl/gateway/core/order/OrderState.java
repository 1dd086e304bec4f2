package io.utl.gateway.core.order;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.OrdStatus;
import io.utl.codecs.sbe.RequestKind;

/**
 * The states of an order and the ways between them; names are FIX's.
 * <pre>
 *  PENDING_NEW ──► NEW ──► PARTIALLY_FILLED ──► FILLED
 *       │           │             │
 *       └───────────┴─────────────┴──► CANCELED | EXPIRED | REJECTED (never after the venue took it)
 *  overlay while a request is on its way: PENDING_CANCEL, PENDING_REPLACE; IN_DOUBT is a flag beside both
 * </pre>
 * Thread: core. Allocates: nothing.
 */
public final class OrderState
{
    private OrderState()
    {
    }

    /** Whether nothing can change any more but a fill that comes late. */
    public static boolean hasEnded(final OrdStatus status)
    {
        return switch (status)
        {
            case FILLED, CANCELED, EXPIRED, REJECTED -> true;
            default -> false;
        };
    }

    /** What a client is shown: the request on its way lies over the state below it. */
    public static OrdStatus shown(final OrderFlyweight order)
    {
        final OrdStatus status = order.status();
        if (hasEnded(status))
        {
            return status;
        }
        if (isCancelOnItsWay(order))
        {
            return OrdStatus.PENDING_CANCEL;
        }
        return order.pending() == RequestKind.REPLACE.value() ? OrdStatus.PENDING_REPLACE : status;
    }

    /** Whether a cancel was sent or waits to be. */
    static boolean isCancelOnItsWay(final OrderFlyweight order)
    {
        return order.pending() == RequestKind.CANCEL.value() || order.has(OrderFlyweight.CANCEL_WANTED);
    }

    /** Whether the venue owes us an answer about it. */
    public static boolean isOutstanding(final OrderFlyweight order)
    {
        return order.pending() != 0 || !order.has(OrderFlyweight.ACKED | OrderFlyweight.SEEN);
    }

    /** The order the venue took, by what is done. */
    static OrdStatus working(final Amount cumQty)
    {
        return cumQty.isZero() ? OrdStatus.NEW : OrdStatus.PARTIALLY_FILLED;
    }

    /**
     * Counts one fill: done, open and value so far.
     *
     * @throws IllegalStateException if done and open no longer make the quantity.
     */
    static void fill(
        final OrderFlyweight order, final Amount lastQty, final Amount lastValue, final Amount a, final Amount b)
    {
        order.put(OrderFlyweight.CUM_VALUE, order.amount(OrderFlyweight.CUM_VALUE, a).add(lastValue));
        order.put(OrderFlyweight.CUM_QTY, order.amount(OrderFlyweight.CUM_QTY, a).add(lastQty));
        order.amount(OrderFlyweight.LEAVES_QTY, b);
        if (!hasEnded(order.status()))
        {
            b.subtract(lastQty);
            if (b.isNegative())
            {
                b.setZero();
            }
            order.put(OrderFlyweight.LEAVES_QTY, b);
            order.status(b.isZero() ? OrdStatus.FILLED : OrdStatus.PARTIALLY_FILLED);
        }
    }

    /**
     * Compares on the other road: done and open make the quantity as long as the order is not overfilled.
     *
     * @throws IllegalStateException naming the order and its numbers if they do not.
     */
    static void verify(final OrderFlyweight order, final Amount a, final Amount b)
    {
        order.amount(OrderFlyweight.CUM_QTY, a);
        order.amount(OrderFlyweight.QTY, b);
        final boolean overfilled = a.compareTo(b) > 0;
        a.add(order.amount(OrderFlyweight.LEAVES_QTY, b));
        order.amount(OrderFlyweight.QTY, b);
        if (!overfilled && !hasEnded(order.status()) && !a.equals(b))
        {
            throw new IllegalStateException("done and open do not make the quantity: orderId=" + order.orderId() +
                ", cumQty+leavesQty=" + a + ", qty=" + b);
        }
    }
}
