package io.utl.positions.ledger;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.BookingKind;
import io.utl.codecs.sbe.Purpose;
import io.utl.codecs.sbe.RejectReason;
import io.utl.positions.table.BalanceFlyweight;
import io.utl.positions.table.KeyedTable;
import io.utl.positions.table.LedgerTables;

/** Drafts and books withdrawals and transfers: free units only, with their lots. Thread: core. Allocates: nothing. */
final class MoveBooking
{
    private final LedgerTables tables;
    private final Reference reference;
    private final Legs legs;
    private final Telling telling;
    private final LotMoves moves;
    private final MoveOrder order = new MoveOrder();
    private final BalanceFlyweight balance = new BalanceFlyweight();
    private final Amount free = new Amount();
    private final Amount scratch = new Amount();

    MoveBooking(
        final LedgerTables tables, final Reference reference, final Marks marks, final Legs legs, final Telling telling)
    {
        this.tables = tables;
        this.reference = reference;
        this.legs = legs;
        this.telling = telling;
        this.moves = new LotMoves(tables, marks, telling);
    }

    RejectReason draft(final WithdrawalEntry entry)
    {
        final RejectReason reason = draftCommon(order.set(entry), true);
        if (reason == RejectReason.NONE)
        {
            legs.clear();
            scratch.set(entry.amount).negate();
            legs.move(entry, Purpose.FREE, entry.asset, scratch, BookingKind.WITHDRAWAL);
            draftFeeLeg();
        }
        return reason;
    }

    RejectReason draft(final TransferEntry entry)
    {
        if (reference.findAccount(entry.toAccount) == null)
        {
            return RejectReason.UNKNOWN_ACCOUNT;
        }
        if (entry.account == entry.toAccount && entry.book == entry.toBook && entry.location == entry.toLocation)
        {
            return RejectReason.INVALID_FIELD;
        }
        final boolean hasFee = entry.fee.isNull() || !entry.fee.isZero();
        final RejectReason reason = draftCommon(order.set(entry), hasFee);
        if (reason == RejectReason.NONE)
        {
            legs.clear();
            scratch.set(entry.amount).negate();
            legs.add(
                entry.account,
                entry.book,
                entry.location,
                entry.asset,
                Purpose.FREE,
                scratch,
                BookingKind.TRANSFER);
            legs.add(
                entry.toAccount,
                entry.toBook,
                entry.toLocation,
                entry.asset,
                Purpose.FREE,
                entry.amount,
                BookingKind.TRANSFER);
            draftFeeLeg();
        }
        return reason;
    }

    /** Changes what was drafted last, and tells it. */
    void commit()
    {
        moves.walk(order, true);
        legs.post(telling.out());
        moves.tellPositions(order);
    }

    private RejectReason draftCommon(final MoveOrder what, final boolean needsContra)
    {
        final BookingEntry<?> entry = what.entry;
        if (reference.findAccount(entry.account) == null ||
            needsContra && reference.findAccount(entry.contra) == null)
        {
            return RejectReason.UNKNOWN_ACCOUNT;
        }
        if (!reference.hasAsset(what.asset) || what.costAsset != 0 && !reference.hasAsset(what.costAsset))
        {
            return RejectReason.UNKNOWN_ASSET;
        }
        if (what.amount.isNull() || what.amount.signum() <= 0 || what.fee.isNull() || what.fee.isNegative() ||
            needsContra && entry.account == entry.contra)
        {
            return RejectReason.INVALID_FIELD;
        }
        final int index = tables.findBalance(entry.account, entry.book, entry.location, what.asset);
        if (index == KeyedTable.ABSENT)
        {
            return RejectReason.INSUFFICIENT_BALANCE;
        }
        balance.wrap(tables.balances(), index).free(free);
        if (scratch.sum(what.amount, what.fee).compareTo(free) > 0)
        {
            return RejectReason.INSUFFICIENT_BALANCE;
        }
        return moves.walk(what, false);
    }

    private void draftFeeLeg()
    {
        scratch.set(order.fee).negate();
        legs.move(order.entry, Purpose.FREE, order.asset, scratch, BookingKind.FEE);
    }
}
