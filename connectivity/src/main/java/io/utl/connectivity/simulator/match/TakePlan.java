package io.utl.connectivity.simulator.match;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.amount.Rounding;

import java.util.ArrayList;
import java.util.List;

/** Which levels an incoming order would take now, best first, before anything is changed. Thread: matching. */
final class TakePlan
{
    /** One level's part. */
    record Part(Amount price, Amount quantity)
    {
    }

    private final List<Part> parts = new ArrayList<>();
    private final Amount quantity = new Amount();
    private final Amount cost = new Amount();

    /**
     * Takes up to {@code wanted} base from the side opposite to the order.
     *
     * @param limit worst price that is still taken; null for any.
     */
    static TakePlan ofQuantity(final ReplayBook book, final boolean buy, final Amount limit, final Amount wanted)
    {
        final TakePlan plan = new TakePlan();
        final Amount left = new Amount().set(wanted);
        book.visitAvailable(!buy, (price, available) ->
        {
            if (limit != null && (buy ? price.compareTo(limit) > 0 : price.compareTo(limit) < 0))
            {
                return false;
            }
            final Amount part = Decimals.min(left, available);
            plan.add(price, part);
            left.subtract(part);
            return left.signum() > 0;
        });
        return plan;
    }

    /** Takes levels worth up to {@code quote}, in whole multiples of {@code step}. */
    static TakePlan ofQuote(final ReplayBook book, final boolean buy, final Amount quote, final Amount step)
    {
        final TakePlan plan = new TakePlan();
        final Amount left = new Amount().set(quote);
        book.visitAvailable(!buy, (price, available) ->
        {
            final Amount affordable = Decimals.floor(new Amount().quotient(left, price, Rounding.DOWN), step);
            final Amount part = Decimals.min(affordable, available);
            if (part.signum() <= 0)
            {
                return false;
            }
            plan.add(price, part);
            left.subtract(Decimals.notional(price, part));
            return affordable.compareTo(available) > 0;
        });
        return plan;
    }

    private void add(final Amount price, final Amount part)
    {
        parts.add(new Part(new Amount().set(price), new Amount().set(part)));
        quantity.add(part);
        cost.add(Decimals.notional(price, part));
    }

    List<Part> parts()
    {
        return parts;
    }

    Amount quantity()
    {
        return quantity;
    }

    Amount cost()
    {
        return cost;
    }

    boolean isEmpty()
    {
        return parts.isEmpty();
    }
}
