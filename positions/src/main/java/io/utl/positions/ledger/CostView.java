package io.utl.positions.ledger;

import io.utl.codecs.amount.Amount;

/**
 * The figures of one position under one unit-cost method; cost currency, running totals.
 * Thread: one. Allocates: nothing after construction.
 */
public final class CostView
{
    final Amount rawCost = new Amount();
    final Amount feeCost = new Amount();
    final Amount realized = new Amount();
    final Amount recognisedFees = new Amount();
    final Amount movedCost = new Amount();
    final Amount movedFees = new Amount();

    CostView()
    {
    }

    /** Entry value of what is open, without fees; sign of the quantity. */
    public Amount rawCost()
    {
        return rawCost;
    }

    /** Capitalised fees of what is open; added to the raw cost they give the cost basis, for long and short. */
    public Amount feeCost()
    {
        return feeCost;
    }

    /** Cost of what is open, with capitalised fees. */
    public Amount costBasis(final Amount into)
    {
        return into.sum(rawCost, feeCost);
    }

    /** Profit of closings, gross of fees. */
    public Amount realized()
    {
        return realized;
    }

    /** Fees that profit has borne so far: all of them under EXPENSE; under CAPITALISE those of what is closed. */
    public Amount recognisedFees()
    {
        return recognisedFees;
    }

    /** Raw cost that left without profit or loss (withdrawals, transfers, unpriced fees), less what came so. */
    public Amount movedCost()
    {
        return movedCost;
    }

    /** Capitalised fees that left so, less what came so. */
    public Amount movedFees()
    {
        return movedFees;
    }
}
