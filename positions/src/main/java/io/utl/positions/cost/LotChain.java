package io.utl.positions.cost;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.CostMethod;
import io.utl.positions.table.CostFlyweight;
import io.utl.positions.table.LedgerTables;
import io.utl.positions.table.LotFlyweight;
import io.utl.positions.table.PositionFlyweight;

/**
 * The lots of one position in the order of first-in-first-out: by time of acquisition, then by order of booking. A
 * further method with an order of its own is a further chain.
 * <p>
 * Thread: one. Allocates: nothing, growth of the slab excepted. Cost of adding: a step for each
 * lot between its place and the nearest of both ends and the last lot added
 * between others.
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
        final int after = firstYounger(acquiredTimeNs, lotSequence);
        final int before = after == 0 ? cost.lastLot() : other.wrap(tables.lots(), after - 1).previous();
        lot.wrap(tables.lots(), index)
            .putQty(qty).putRawCost(rawCost).putFeeCost(feeCost).putPrice(price)
            .acquiredTimeNs(acquiredTimeNs).lotSequence(lotSequence)
            .next(after).previous(before).owner(positionIndex + 1).method(CostMethod.FIFO.value());
        link(before, after, index + 1);
        cost.lotCount(cost.lotCount() + 1);
        if (after != 0)
        {
            cost.finger(index + 1);
        }
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
        if (of.finger() == first)
        {
            of.finger(0);
        }
        tables.lots().give(first - 1);
    }

    /**
     * Index + 1 of the first lot that is younger, 0 if none is. Most lots are the youngest; pieces that arrive by
     * transfer follow each other, so the rest is looked for from both ends and from the lot added between others
     * before, step by step at once.
     */
    private int firstYounger(final long acquiredTimeNs, final long lotSequence)
    {
        final int last = cost.lastLot();
        if (last == 0 || !isYounger(last - 1, acquiredTimeNs, lotSequence))
        {
            return 0;
        }
        int younger = last;
        int back = other.previous();
        int front = cost.firstLot();
        int finger = cost.finger();
        final boolean fingerIsYounger = finger != 0 && isYounger(finger - 1, acquiredTimeNs, lotSequence);
        while (true)
        {
            if (isYounger(front - 1, acquiredTimeNs, lotSequence))
            {
                return front;
            }
            front = other.next();
            if (!isYounger(back - 1, acquiredTimeNs, lotSequence))
            {
                return younger;
            }
            younger = back;
            back = other.previous();
            if (finger != 0)
            {
                final int from = finger;
                other.wrap(tables.lots(), finger - 1);
                finger = fingerIsYounger ? other.previous() : other.next();
                if (isYounger(finger - 1, acquiredTimeNs, lotSequence) != fingerIsYounger)
                {
                    return fingerIsYounger ? from : finger;
                }
            }
        }
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
