package io.utl.positions.valuation;

import io.utl.codecs.amount.Amount;

/**
 * Exposure in one asset over a netting set: units and value. Reused.
 * Thread: one. Allocates: nothing after construction.
 */
public final class Exposure
{
    final Amount netQty = new Amount();
    final Amount grossQty = new Amount();
    final Amount netValue = new Amount();
    final Amount grossValue = new Amount();
    long markTimeNs;
    boolean priced;

    /** Units, signed sum. */
    public Amount netQty()
    {
        return netQty;
    }

    /** Units, sum of absolutes after netting inside each account. */
    public Amount grossQty()
    {
        return grossQty;
    }

    /** Net units at the mark; null if unpriced. */
    public Amount netValue()
    {
        return netValue;
    }

    /** Gross units at the mark; null if unpriced. */
    public Amount grossValue()
    {
        return grossValue;
    }

    /** False: UNPRICED, no mark of this asset in that currency; values are null, never 0. */
    public boolean isPriced()
    {
        return priced;
    }

    /** Time of the mark used, journal time; Long.MAX_VALUE for the valuation currency itself. */
    public long markTimeNs()
    {
        return markTimeNs;
    }
}
