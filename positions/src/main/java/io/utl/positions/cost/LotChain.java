package io.utl.positions.cost;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.CostMethod;
import io.utl.positions.table.CostFlyweight;
import io.utl.positions.table.LedgerTables;
import io.utl.positions.table.LotFlyweight;
import io.utl.positions.table.PositionFlyweight;

/**
 * The lots of one position in the order of first-in-first-out: by time of acquisition, then by order of booking. A further
 * method with an order of its own is a further chain.
 * <p>
 * Thread: one. Allocates: nothing, growth of the slab excepted. Cost of adding: one step for each younger lot.
 */
public final class LotChain
{
    private final LedgerTables tables;
    private final PositionFlyweight position = new PositionFlyweight();
    private final CostFlyweight cost = new CostFlyweight();
    private final LotFlyweight lot = new LotFlyweight();
    private final LotFlyweight other = new LotFlyweight();

    public LotChain(final LedgerTables tables)
    {
        this.tables = tables;
    }

    /** Opens a lot at its place in the chain: behind all that are as old. */
    public void add(
        final int positionIndex,
        final Amount qty,
        final Amount rawCost,
        final Amount feeCost,
        final Amount price,
        final long acquiredTimeNs,
        final long lotSequence)
    {
        final int index = tables.lots().take();
        position.wrap(tables.positions(), positionIndex).cost(CostMethod.FIFO, cost);
        int before = cost.lastLot();
        while (before != 0 && isYounger(before - 1, acquiredTimeNs, lotSequence))
        {
            before = other.previous();
        }
        final int after = before == 0 ? cost.firstLot() : other.wrap(tables.lots(), before - 1).next();
        lot.wrap(tables.lots(), index)
            .putQty(qty).putRawCost(rawCost).putFeeCost(feeCost).putPrice(price)
            .acquiredTimeNs(acquiredTimeNs).lotSequence(lotSequence)
            .next(after).previous(before).owner(positionIndex + 1).method(CostMethod.FIFO.value());
        link(before, after, index + 1);
        cost.lotCount(cost.lotCount() + 1);
    }

    /** Closes the lot that is relieved first. */
    void removeFirst(final CostFlyweight of)
    {
        final int first = of.firstLot();
        final int next = lot.wrap(tables.lots(), first - 1).next();
        of.firstLot(next);
        if (next == 0)
        {
            of.lastLot(0);
        }
        else
        {
            lot.wrap(tables.lots(), next - 1).previous(0);
        }
        of.lotCount(of.lotCount() - 1);
        tables.lots().give(first - 1);
    }

    private boolean isYounger(final int index, final long acquiredTimeNs, final long lotSequence)
    {
        other.wrap(tables.lots(), index);
        return other.acquiredTimeNs() > acquiredTimeNs ||
            other.acquiredTimeNs() == acquiredTimeNs && other.lotSequence() > lotSequence;
    }

    private void link(final int before, final int after, final int added)
    {
        if (before == 0)
        {
            cost.firstLot(added);
        }
        else
        {
            other.wrap(tables.lots(), before - 1).next(added);
        }
        if (after == 0)
        {
            cost.lastLot(added);
        }
        else
        {
            other.wrap(tables.lots(), after - 1).previous(added);
        }
    }
}
