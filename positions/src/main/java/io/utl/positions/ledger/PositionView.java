package io.utl.positions.ledger;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.amount.Rounding;
import io.utl.codecs.sbe.CostMethod;

/**
 * A copy of one position for readers: (account, book, asset, cost currency) and all its running totals, under each
 * unit-cost method that is kept.
 * <p>
 * Costs carry the sign of the quantity: a short of 2 sold at 100 has cost -200. Money is in the cost currency.
 * Thread: one. Allocates: nothing after construction.
 */
public final class PositionView
{
    int account;
    int book;
    int asset;
    int costAsset;
    int lotCount;
    long lastSequence;
    final Amount netQty = new Amount();
    final Amount boughtQty = new Amount();
    final Amount soldQty = new Amount();
    final Amount fees = new Amount();
    final Amount baseFees = new Amount();
    final Amount funding = new Amount();
    final CostView wac = new CostView();
    final CostView fifo = new CostView();

    public int account()
    {
        return account;
    }

    public int book()
    {
        return book;
    }

    public int asset()
    {
        return asset;
    }

    public int costAsset()
    {
        return costAsset;
    }

    /** Open lots under FIFO. */
    public int lotCount()
    {
        return lotCount;
    }

    /** Command that changed it last. */
    public long lastSequence()
    {
        return lastSequence;
    }

    /** Units in less units out; negative is short. */
    public Amount netQty()
    {
        return netQty;
    }

    /** Units that came in by trades, deposits and transfers: running total. */
    public Amount boughtQty()
    {
        return boughtQty;
    }

    /** Units that went out: running total, 0 or more. */
    public Amount soldQty()
    {
        return soldQty;
    }

    /** Fees paid less rebates, valued in the cost currency: running total. */
    public Amount fees()
    {
        return fees;
    }

    /** Fee units paid in the asset itself: running total. */
    public Amount baseFees()
    {
        return baseFees;
    }

    /** Funding received less paid: running total; zero for spot. */
    public Amount funding()
    {
        return funding;
    }

    /**
     * Figures under one method.
     *
     * @throws IllegalArgumentException if the method is not kept.
     */
    public CostView cost(final CostMethod method)
    {
        return switch (method)
        {
            case WAC -> wac;
            case FIFO -> fifo;
            case NULL_VAL -> throw new IllegalArgumentException("method=NULL_VAL is not kept: ask for WAC or FIFO");
        };
    }

    /** Profit so far net of fees and with funding, under one method. */
    public Amount realizedNet(final CostMethod method, final Amount into)
    {
        final CostView view = cost(method);
        return into.difference(view.realized, view.recognisedFees).add(funding);
    }

    /**
     * Average entry price without fees, half even at 18 decimals.
     *
     * @return false when flat: there is no price, and {@code into} is null.
     */
    public boolean avgPrice(final CostMethod method, final Amount into)
    {
        return perUnit(cost(method).rawCost, into);
    }

    /** Cost of one unit with capitalised fees, half even at 18 decimals; false when flat. */
    public boolean unitCost(final CostMethod method, final Amount into)
    {
        cost(method).costBasis(into);
        return perUnit(into, into);
    }

    private boolean perUnit(final Amount cost, final Amount into)
    {
        if (netQty.isZero())
        {
            into.setNull();
            return false;
        }
        into.quotient(cost, netQty, Rounding.HALF_EVEN);
        return true;
    }
}
