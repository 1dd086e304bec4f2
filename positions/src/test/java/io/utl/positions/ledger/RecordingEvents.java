package io.utl.positions.ledger;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.BookingKind;
import io.utl.codecs.sbe.BreakKind;
import io.utl.codecs.sbe.Purpose;

import java.util.ArrayList;
import java.util.List;

/** Keeps what the ledger told, one line for each event. */
public final class RecordingEvents implements LedgerEvents
{
    public final List<String> lines = new ArrayList<>();

    @Override
    public void tradeBooked(final BookedTrade trade)
    {
        lines.add("trade qty=" + trade.qty() + " price=" + trade.entry().price() + " value=" + trade.value() +
            " fee=" + trade.entry().fee() + "/" + trade.feeAsset() + " feeValue=" + trade.feeValue() +
            " wac=" + trade.realizedWac() + " fifo=" + trade.realizedFifo() + " net=" + trade.netQty());
    }

    @Override
    public void lotsMoved(final MovedLots lots)
    {
        lines.add("lots " + lots.kind() + " account=" + lots.account() + " asset=" + lots.asset() + " qty=" +
            lots.qty() + " value=" + lots.value() + " wac=" + lots.costWac() + " fifo=" + lots.costFifo());
    }

    @Override
    public void balanceChanged(
        final int account,
        final int book,
        final int location,
        final int asset,
        final Purpose purpose,
        final BookingKind kind,
        final Amount delta,
        final Amount total)
    {
        lines.add("leg " + kind + " account=" + account + " asset=" + asset + " " + purpose + " " + delta + " -> " +
            total);
    }

    @Override
    public void positionChanged(final PositionView position, final BookingKind kind)
    {
        lines.add("position " + kind + " account=" + position.account() + " asset=" + position.asset() + " net=" +
            position.netQty());
    }

    @Override
    public void breakRaised(
        final BreakKind kind,
        final int account,
        final int instrument,
        final int asset,
        final int location,
        final long orderId,
        final Amount amount)
    {
        lines.add("break " + kind + " account=" + account + " asset=" + asset + " amount=" + amount);
    }

    /** The first words of the lines, in order. */
    public List<String> kinds()
    {
        return lines.stream().map(line -> line.substring(0, line.indexOf(' '))).toList();
    }

    public boolean has(final String start)
    {
        return lines.stream().anyMatch(line -> line.startsWith(start));
    }
}
