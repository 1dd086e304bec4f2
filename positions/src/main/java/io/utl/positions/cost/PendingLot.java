package io.utl.positions.cost;

import io.utl.codecs.amount.Amount;
import io.utl.positions.table.LedgerTables;

/** The lot that a drafted change will open; none while its quantity is zero. Reused; owned by one draft. */
final class PendingLot
{
    private final Amount qty = new Amount();
    private final Amount rawCost = new Amount();
    private final Amount feeCost = new Amount();
    private final Amount price = new Amount();
    private long acquiredTimeNs;

    void clear()
    {
        qty.setZero();
    }

    void set(final Amount units, final Amount raw, final Amount fee, final LotOrigin origin)
    {
        qty.set(units);
        rawCost.set(raw);
        feeCost.set(fee);
        price.set(origin.price);
        acquiredTimeNs = origin.acquiredTimeNs;
    }

    void commit(final LotChain chain, final int positionIndex, final LedgerTables tables)
    {
        if (!qty.isZero())
        {
            chain.add(positionIndex, qty, rawCost, feeCost, price, acquiredTimeNs, tables.nextLotSequence());
            qty.setZero();
        }
    }
}
