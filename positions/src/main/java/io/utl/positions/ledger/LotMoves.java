package io.utl.positions.ledger;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.amount.Rounding;
import io.utl.codecs.sbe.BookingKind;
import io.utl.codecs.sbe.BreakKind;
import io.utl.codecs.sbe.RejectReason;
import io.utl.positions.cost.LotChain;
import io.utl.positions.cost.LotOrigin;
import io.utl.positions.cost.MovedCost;
import io.utl.positions.cost.PieceSink;
import io.utl.positions.cost.PositionDraft;
import io.utl.positions.table.LedgerTables;

import java.util.Arrays;

/**
 * Moves units out of positions: fee units first, disposed of at a price or, without one, at cost with a break; then the
 * amount at cost, to the outside or, lot by lot with cost and date, into another position. Walks the same road twice:
 * once on paper, once for good. Thread: core. Allocates: nothing, growth of tables excepted.
 */
final class LotMoves
{
    private static final Amount ZERO = new Amount();

    private final LedgerTables tables;
    private final Marks marks;
    private final Telling telling;
    private final PositionDraft source;
    private final PositionDraft target;
    private final LotChain targetChain;
    private final PieceSink targetLots;
    private final LotOrigin origin = new LotOrigin();
    private final MovedCost part = new MovedCost();
    private final MovedCost moved = new MovedCost();
    private final MovedCost feeCost = new MovedCost();
    private final Amount feeLeft = new Amount();
    private final Amount left = new Amount();
    private final Amount available = new Amount();
    private final Amount units = new Amount();
    private final Amount step = new Amount();
    private final Amount price = new Amount();
    private final Amount value = new Amount();
    private final Amount negative = new Amount();
    private final Amount unpriced = new Amount();
    private int targetIndex;
    private int[] touched = new int[16];
    private int touchedCount;

    LotMoves(final LedgerTables tables, final Marks marks, final Telling telling)
    {
        this.tables = tables;
        this.marks = marks;
        this.telling = telling;
        this.source = new PositionDraft(tables);
        this.target = new PositionDraft(tables);
        this.targetChain = new LotChain(tables);
        this.targetLots = (qty, raw, fee, entryPrice, acquiredNs, lotSequence) ->
            targetChain.add(targetIndex, qty, raw, fee, entryPrice, acquiredNs, lotSequence);
    }

    /**
     * @param order  what moves and where.
     * @param commit false: on paper only.
     * @return INSUFFICIENT_QTY if the lots that were named are too few.
     */
    RejectReason walk(final MoveOrder order, final boolean commit)
    {
        feeLeft.set(order.fee);
        left.set(order.amount);
        unpriced.setZero();
        touchedCount = 0;
        if (order.costAsset != 0 && order.costAsset != order.asset)
        {
            pool(order, order.costAsset, commit);
            if (!feeLeft.isZero() || !left.isZero())
            {
                return RejectReason.INSUFFICIENT_QTY;
            }
        }
        else if (order.costAsset == 0)
        {
            for (int i = 0; i < tables.costAssetCount(); i++)
            {
                pool(order, tables.costAsset(i), commit);
            }
        }
        return RejectReason.NONE;
    }

    /** Tells the positions that changed, after the legs. */
    void tellPositions(final MoveOrder order)
    {
        for (int i = 0; i < touchedCount; i++)
        {
            telling.position(touched[i], order.kind);
        }
        if (!unpriced.isZero())
        {
            telling.breakRaised(BreakKind.UNPRICED_FEE, order.entry, order.asset, unpriced);
        }
    }

    private void pool(final MoveOrder order, final int costAsset, final boolean commit)
    {
        source.load(order.entry.account, order.entry.book, order.asset, costAsset);
        available.set(source.netQty());
        if (available.signum() <= 0)
        {
            return;
        }
        final boolean stays = order.hasTarget && order.entry.account == order.toAccount &&
            order.entry.book == order.toBook;
        final boolean paysFee = takeFee(order, costAsset, commit);
        least(left, available, units);
        left.subtract(units);
        final boolean parts = !units.isZero() && !stays;
        if (parts)
        {
            moved.setZero();
            if (order.hasTarget)
            {
                moveToTarget(order, costAsset, commit);
            }
            else
            {
                source.leave(units, moved, null);
            }
        }
        if (commit && (paysFee || parts))
        {
            touch(source.commit(order.entry.sequence));
        }
        if (commit && parts)
        {
            tellMoved(order, costAsset);
        }
    }

    private boolean takeFee(final MoveOrder order, final int costAsset, final boolean commit)
    {
        least(feeLeft, available, units);
        if (units.isZero())
        {
            return false;
        }
        feeLeft.subtract(units);
        available.subtract(units);
        source.baseFee(units);
        if (!findPrice(order, costAsset))
        {
            source.leave(units, feeCost, null);
            unpriced.add(units);
            if (commit)
            {
                telling.lotsOut(order.entry, order.asset, costAsset, BookingKind.FEE, units, feeCost);
            }
            return true;
        }
        value.product(units, price, Rounding.HALF_EVEN);
        step.set(units).negate();
        negative.set(value).negate();
        source.trade(step, negative, ZERO, false, origin.set(order.entry.timeNs, price));
        source.lossOfFee(value);
        if (commit)
        {
            telling.feeUnits(
                order.entry,
                order.asset,
                costAsset,
                units,
                value,
                source.wac().stepRealized(),
                source.fifo().stepRealized());
        }
        return true;
    }

    private void moveToTarget(final MoveOrder order, final int costAsset, final boolean commit)
    {
        target.load(order.toAccount, order.toBook, order.asset, costAsset);
        step.setZero();
        if (target.netQty().isNegative())
        {
            step.set(target.netQty()).negate();
            least(units, step, step);
            source.leave(step, part, null);
            target.arrive(step, part);
            moved.add(part);
            if (commit)
            {
                target.commit(order.entry.sequence);
                target.load(order.toAccount, order.toBook, order.asset, costAsset);
            }
        }
        step.difference(units, step);
        if (!step.isZero())
        {
            targetIndex = commit ?
                tables.openPosition(order.toAccount, order.toBook, order.asset, costAsset) : -1;
            source.leave(step, part, commit ? targetLots : null);
            target.arrive(step, part);
            moved.add(part);
        }
        if (commit)
        {
            touch(target.commit(order.entry.sequence));
        }
    }

    private void tellMoved(final MoveOrder order, final int costAsset)
    {
        telling.lotsOut(order.entry, order.asset, costAsset, order.kind, units, moved);
        if (order.hasTarget)
        {
            telling.lotsIn(
                order.toAccount,
                order.toBook,
                order.asset,
                costAsset,
                order.entry.timeNs,
                order.kind,
                units,
                moved);
        }
    }

    private boolean findPrice(final MoveOrder order, final int costAsset)
    {
        price.set(order.feePrice);
        if (!price.isNull())
        {
            return true;
        }
        final int instrument = marks.instrumentOf(order.asset, costAsset);
        return instrument != 0 && marks.price(instrument, price);
    }

    private void touch(final int positionIndex)
    {
        if (touchedCount == touched.length)
        {
            touched = Arrays.copyOf(touched, touchedCount * 2);
        }
        touched[touchedCount++] = positionIndex;
    }

    private static void least(final Amount a, final Amount b, final Amount into)
    {
        into.set(a.compareTo(b) <= 0 ? a : b);
    }
}
