package io.utl.positions.cost;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.amount.Rounding;
import io.utl.codecs.sbe.CostMethod;
import io.utl.positions.table.CostFlyweight;
import io.utl.positions.table.KeyedTable;
import io.utl.positions.table.LedgerTables;
import io.utl.positions.table.PositionFlyweight;

/**
 * One position while a booking is drafted: all new totals are formed here, in scratch; nothing is changed before
 * {@link #commit}. A total that leaves the range throws AmountRangeException, and the draft is dropped.
 * <p>
 * Thread: one. Allocates: nothing, growth of tables excepted. Source: docs/adr/0006.
 */
public final class PositionDraft
{
    private final LedgerTables tables;
    private final LotChain chain;
    private final LotCursor cursor;
    private final PositionFlyweight flyweight = new PositionFlyweight();
    private final CostFlyweight cost = new CostFlyweight();
    private final CostDraft wac = new CostDraft();
    private final CostDraft fifo = new CostDraft();
    private final PendingLot pending = new PendingLot();
    private final Amount netQty = new Amount();
    private final Amount boughtQty = new Amount();
    private final Amount soldQty = new Amount();
    private final Amount fees = new Amount();
    private final Amount baseFees = new Amount();
    private final Amount closeQty = new Amount();
    private final Amount closeValue = new Amount();
    private final Amount closeFee = new Amount();
    private final Amount openQty = new Amount();
    private final Amount openValue = new Amount();
    private final Amount openFee = new Amount();
    private final Amount relieved = new Amount();
    private final Amount raw = new Amount();
    private final Amount fee = new Amount();
    private int account;
    private int book;
    private int asset;
    private int costAsset;

    public PositionDraft(final LedgerTables tables)
    {
        this.tables = tables;
        this.chain = new LotChain(tables);
        this.cursor = new LotCursor(tables, chain);
    }

    /** Begins with the position as it is; with zeros if there is none yet. */
    public PositionDraft load(final int accountNumber, final int bookNumber, final int assetNumber, final int cost)
    {
        account = accountNumber;
        book = bookNumber;
        asset = assetNumber;
        costAsset = cost;
        pending.clear();
        final int index = index();
        if (index == KeyedTable.ABSENT)
        {
            clear();
        }
        else
        {
            read(index);
        }
        return this;
    }

    /** Index of the position, or ABSENT before it was ever committed. */
    public int index()
    {
        return tables.findPosition(account, book, asset, costAsset);
    }

    /** Quantity, with what was drafted so far. */
    public Amount netQty()
    {
        return netQty;
    }

    public CostDraft wac()
    {
        return wac;
    }

    public CostDraft fifo()
    {
        return fifo;
    }

    /**
     * A trade: closes what lies on the other side, then opens the rest at the same price; value and fee are divided by
     * quantity, the remainder to the opening part.
     *
     * @param qty        signed, bought is positive.
     * @param value      of it in the cost currency, sign of the quantity for a positive price.
     * @param feeValue   fee in the cost currency; negative is a rebate.
     * @param capitalise whether the fee of the opening part joins its cost.
     */
    public void trade(
        final Amount qty, final Amount value, final Amount feeValue, final boolean capitalise, final LotOrigin origin)
    {
        fees.add(feeValue);
        split(qty, value, feeValue);
        if (!closeQty.isZero())
        {
            closeBoth(closeValue, closeValue);
        }
        if (!capitalise)
        {
            wac.recognise(feeValue);
            fifo.recognise(feeValue);
            openFee.setZero();
        }
        else
        {
            wac.recognise(closeFee);
            fifo.recognise(closeFee);
        }
        if (!openQty.isZero())
        {
            wac.open(openValue, openFee);
            fifo.open(openValue, openFee);
            pending.set(openQty, openValue, openFee, origin);
        }
        count(qty);
    }

    /** Fee units of the asset itself, for the record; their quantity and value are part of the trade. */
    public void baseFee(final Amount units)
    {
        baseFees.add(units);
    }

    /** A fee of units that were disposed of without proceeds: profit bears their value. */
    public void lossOfFee(final Amount feeValue)
    {
        fees.add(feeValue);
        wac.recognise(feeValue);
        fifo.recognise(feeValue);
    }

    /**
     * Units leave at cost, without profit or loss.
     *
     * @param qty  more than 0, at most what there is.
     * @param into receives what they had cost under each method.
     * @param sink is given the pieces of lots; null: nobody.
     */
    public void leave(final Amount qty, final MovedCost into, final PieceSink sink)
    {
        wac.average(qty, netQty, into.rawWac, into.feeWac);
        cursor.take(qty, into.rawFifo, into.feeFifo, sink);
        wac.leave(into.rawWac, into.feeWac);
        fifo.leave(into.rawFifo, into.feeFifo);
        relieved.set(qty).negate();
        count(relieved);
    }

    /**
     * Units arrive with a cost, without a trade; first against what is short, which closes at that cost.
     *
     * @param qty  more than 0; while the position is short, at most as much as it is short.
     * @param with what they cost under each method.
     */
    public void arrive(final Amount qty, final MovedCost with)
    {
        if (netQty.isNegative())
        {
            closeQty.set(qty);
            closeBoth(with.rawWac, with.rawFifo);
            wac.recognise(with.feeWac);
            fifo.recognise(with.feeFifo);
        }
        else
        {
            wac.open(with.rawWac, with.feeWac);
            fifo.open(with.rawFifo, with.feeFifo);
        }
        wac.cameWith(with.rawWac, with.feeWac);
        fifo.cameWith(with.rawFifo, with.feeFifo);
        count(qty);
    }

    /** The units that arrived and were not used against a short are one new lot. */
    public void arrivedAsLot(final Amount qty, final MovedCost with, final LotOrigin origin)
    {
        pending.set(qty, with.rawFifo, with.feeFifo, origin);
    }

    /** Writes the draft. Cannot fail. */
    public int commit(final long sequence)
    {
        final int index = tables.openPosition(account, book, asset, costAsset);
        cursor.commit(index);
        flyweight.wrap(tables.positions(), index)
            .lastSequence(sequence).putNetQty(netQty).putBoughtQty(boughtQty).putSoldQty(soldQty)
            .putFees(fees).putBaseFees(baseFees);
        wac.store(flyweight.cost(CostMethod.WAC, cost));
        fifo.store(flyweight.cost(CostMethod.FIFO, cost));
        pending.commit(chain, index, tables);
        return index;
    }

    private void split(final Amount qty, final Amount value, final Amount feeValue)
    {
        closeQty.setZero();
        closeValue.setZero();
        closeFee.setZero();
        if (netQty.signum() * qty.signum() < 0)
        {
            final boolean all = qty.compareAbs(netQty) <= 0;
            closeQty.set(all ? qty : netQty);
            if (all)
            {
                closeValue.set(value);
                closeFee.set(feeValue);
            }
            else
            {
                closeQty.negate();
                closeValue.proportion(value, closeQty, qty, Rounding.HALF_EVEN);
                closeFee.proportion(feeValue, closeQty, qty, Rounding.HALF_EVEN);
            }
        }
        openQty.difference(qty, closeQty);
        openValue.difference(value, closeValue);
        openFee.difference(feeValue, closeFee);
        if (openQty.isZero() && closeQty.isZero())
        {
            closeFee.set(openFee);
            openFee.setZero();
        }
    }

    /** Closes {@code closeQty} at a value, which differs between methods only for units that arrive with a cost. */
    private void closeBoth(final Amount valueWac, final Amount valueFifo)
    {
        relieved.set(closeQty).negate();
        wac.average(relieved, netQty, raw, fee);
        wac.close(valueWac, raw, fee);
        cursor.take(relieved, raw, fee, null);
        fifo.close(valueFifo, raw, fee);
    }

    private void count(final Amount qty)
    {
        netQty.add(qty);
        if (qty.isNegative())
        {
            soldQty.subtract(qty);
        }
        else
        {
            boughtQty.add(qty);
        }
    }

    private void read(final int index)
    {
        flyweight.wrap(tables.positions(), index);
        flyweight.netQty(netQty);
        flyweight.boughtQty(boughtQty);
        flyweight.soldQty(soldQty);
        flyweight.fees(fees);
        flyweight.baseFees(baseFees);
        wac.load(flyweight.cost(CostMethod.WAC, cost));
        fifo.load(flyweight.cost(CostMethod.FIFO, cost));
        cursor.open(cost.firstLot());
    }

    private void clear()
    {
        netQty.setZero();
        boughtQty.setZero();
        soldQty.setZero();
        fees.setZero();
        baseFees.setZero();
        wac.clear();
        fifo.clear();
        cursor.open(0);
    }
}
