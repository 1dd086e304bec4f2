package io.utl.positions.ledger;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.BookingKind;
import io.utl.codecs.sbe.BreakKind;
import io.utl.positions.cost.MovedCost;
import io.utl.positions.table.LedgerTables;

/** How bookings tell: fills the reused views and calls {@link LedgerEvents}. Thread: core. Allocates: nothing. */
final class Telling
{
    private final LedgerTables tables;
    private final LedgerEvents out;
    private final MovedLots moved = new MovedLots();
    private final PositionReader reader;
    private final PositionView view = new PositionView();

    Telling(final LedgerTables tables, final LedgerEvents out)
    {
        this.tables = tables;
        this.out = out;
        this.reader = new PositionReader(tables);
    }

    LedgerEvents out()
    {
        return out;
    }

    void position(final int index, final BookingKind kind)
    {
        out.positionChanged(reader.read(index, view), kind);
    }

    void breakRaised(final BreakKind kind, final TradeEntry entry, final int asset, final Amount amount)
    {
        raise(kind, entry, entry.instrument, asset, entry.orderId, amount);
    }

    void breakRaised(final BreakKind kind, final BookingEntry<?> entry, final int asset, final Amount amount)
    {
        raise(kind, entry, 0, asset, 0, amount);
    }

    /** Lots that came in. */
    void lotsIn(
        final int account,
        final int book,
        final int asset,
        final int costAsset,
        final long timeNs,
        final BookingKind kind,
        final Amount qty,
        final MovedCost cost)
    {
        cost.wac(moved.costWac);
        cost.fifo(moved.costFifo);
        moved.qty.set(qty);
        moved.value.setNull();
        tell(account, book, asset, costAsset, timeNs, kind);
    }

    /** Lots that went out at cost. */
    void lotsOut(
        final BookingEntry<?> entry,
        final int asset,
        final int costAsset,
        final BookingKind kind,
        final Amount qty,
        final MovedCost cost)
    {
        cost.wac(moved.costWac).negate();
        cost.fifo(moved.costFifo).negate();
        moved.qty.set(qty).negate();
        moved.value.setNull();
        tell(entry.account, entry.book, asset, costAsset, entry.timeNs, kind);
    }

    /**
     * Fee units that were disposed of at a value: what they had cost is that value less the profit.
     *
     * @param value of the units, 0 or more for a fee paid.
     */
    void feeUnits(
        final BookingEntry<?> entry,
        final int asset,
        final int costAsset,
        final Amount units,
        final Amount value,
        final Amount realizedWac,
        final Amount realizedFifo)
    {
        moved.costWac.difference(realizedWac, value);
        moved.costFifo.difference(realizedFifo, value);
        moved.qty.set(units).negate();
        moved.value.set(value);
        tell(entry.account, entry.book, asset, costAsset, entry.timeNs, BookingKind.FEE);
    }

    private void tell(
        final int account,
        final int book,
        final int asset,
        final int costAsset,
        final long timeNs,
        final BookingKind kind)
    {
        moved.account = account;
        moved.book = book;
        moved.asset = asset;
        moved.costAsset = costAsset;
        moved.timeNs = timeNs;
        moved.kind = kind;
        out.lotsMoved(moved);
    }

    private void raise(
        final BreakKind kind,
        final BookingEntry<?> entry,
        final int instrument,
        final int asset,
        final long orderId,
        final Amount amount)
    {
        tables.breaks(tables.breaks() + 1);
        out.breakRaised(kind, entry.account, instrument, asset, entry.location, orderId, amount);
    }
}
