package io.utl.positions.cost;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.amount.Rounding;
import io.utl.codecs.sbe.CostMethod;
import io.utl.positions.table.CostFlyweight;
import io.utl.positions.table.LedgerTables;
import io.utl.positions.table.LotFlyweight;
import io.utl.positions.table.PositionFlyweight;

/**
 * Takes units off the front of a position's lots, on paper: lots change only with {@link #commit}. Deciding and doing
 * thus share one arithmetic. Of a lot that is taken in part, the part's cost is rounded and the rest stays in the lot.
 * <p>
 * Thread: one. Allocates: nothing.
 */
final class LotCursor
{
    private final LedgerTables tables;
    private final LotChain chain;
    private final LotFlyweight lot = new LotFlyweight();
    private final PositionFlyweight position = new PositionFlyweight();
    private final CostFlyweight cost = new CostFlyweight();
    private final Amount restQty = new Amount();
    private final Amount restRaw = new Amount();
    private final Amount restFee = new Amount();
    private final Amount pieceQty = new Amount();
    private final Amount pieceRaw = new Amount();
    private final Amount pieceFee = new Amount();
    private final Amount left = new Amount();
    private final Amount price = new Amount();
    private int current;
    private int finished;
    private boolean touched;

    LotCursor(final LedgerTables tables, final LotChain chain)
    {
        this.tables = tables;
        this.chain = chain;
    }

    /** Goes to the first lot. */
    void open(final int firstLot)
    {
        current = firstLot;
        finished = 0;
        touched = false;
        loadRest();
    }

    /**
     * Takes units.
     *
     * @param qty     how many, sign of the position; not more than there are.
     * @param rawInto receives their raw cost, sign of the position.
     * @param feeInto receives their capitalised fees.
     * @param sink    is given each piece; null: nobody.
     */
    void take(final Amount qty, final Amount rawInto, final Amount feeInto, final PieceSink sink)
    {
        rawInto.setZero();
        feeInto.setZero();
        left.set(qty);
        while (!left.isZero())
        {
            if (current == 0)
            {
                throw new IllegalStateException("lots end before the position does: missing=" + left);
            }
            takePiece();
            rawInto.add(pieceRaw);
            feeInto.add(pieceFee);
            left.subtract(pieceQty);
            if (sink != null)
            {
                sink.piece(
                    pieceQty, pieceRaw, pieceFee, lot.price(price), lot.acquiredTimeNs(), lot.lotSequence());
            }
            if (restQty.isZero())
            {
                finished++;
                current = lot.next();
                touched = false;
                loadRest();
            }
        }
    }

    /** Makes it so: closes what was taken whole, writes back what was taken in part. */
    void commit(final int positionIndex)
    {
        position.wrap(tables.positions(), positionIndex).cost(CostMethod.FIFO, cost);
        for (int i = 0; i < finished; i++)
        {
            chain.removeFirst(cost);
        }
        if (touched)
        {
            lot.wrap(tables.lots(), current - 1).putQty(restQty).putRawCost(restRaw).putFeeCost(restFee);
        }
        finished = 0;
        touched = false;
    }

    private void takePiece()
    {
        if (left.compareAbs(restQty) >= 0)
        {
            pieceQty.set(restQty);
            pieceRaw.set(restRaw);
            pieceFee.set(restFee);
        }
        else
        {
            pieceQty.set(left);
            pieceRaw.proportion(restRaw, left, restQty, Rounding.HALF_EVEN);
            pieceFee.proportion(restFee, left, restQty, Rounding.HALF_EVEN);
        }
        restQty.subtract(pieceQty);
        restRaw.subtract(pieceRaw);
        restFee.subtract(pieceFee);
        touched = true;
    }

    private void loadRest()
    {
        if (current != 0)
        {
            lot.wrap(tables.lots(), current - 1);
            lot.qty(restQty);
            lot.rawCost(restRaw);
            lot.feeCost(restFee);
        }
    }
}
