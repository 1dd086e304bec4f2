package io.utl.positions.ledger;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.BookingKind;

/** What moves out of positions and where: a withdrawal or a transfer in one form. Reused; owned by one booking. */
final class MoveOrder
{
    BookingEntry<?> entry;
    BookingKind kind = BookingKind.NULL_VAL;
    int asset;
    int costAsset;
    boolean hasTarget;
    int toAccount;
    int toBook;
    final Amount amount = new Amount();
    final Amount fee = new Amount();
    final Amount feePrice = new Amount();

    MoveOrder set(final WithdrawalEntry from)
    {
        entry = from;
        kind = BookingKind.WITHDRAWAL;
        asset = from.asset;
        costAsset = from.costAsset;
        hasTarget = false;
        toAccount = 0;
        toBook = 0;
        amount.set(from.amount);
        fee.set(from.fee);
        feePrice.setNull();
        return this;
    }

    MoveOrder set(final TransferEntry from)
    {
        entry = from;
        kind = BookingKind.TRANSFER;
        asset = from.asset;
        costAsset = from.costAsset;
        hasTarget = true;
        toAccount = from.toAccount;
        toBook = from.toBook;
        amount.set(from.amount);
        fee.set(from.fee);
        feePrice.set(from.feePrice);
        return this;
    }
}
