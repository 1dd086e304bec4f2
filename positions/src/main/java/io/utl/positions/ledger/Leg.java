package io.utl.positions.ledger;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.BookingKind;
import io.utl.codecs.sbe.Purpose;

/** One leg of a booking while it is drafted, with the totals it leads to. Reused; owned by {@link Legs}. */
final class Leg
{
    int account;
    int book;
    int location;
    int asset;
    Purpose purpose = Purpose.FREE;
    BookingKind kind = BookingKind.NULL_VAL;
    final Amount delta = new Amount();
    final Amount total = new Amount();
    final Amount holding = new Amount();

    boolean isSameBalance(final Leg other)
    {
        return account == other.account && book == other.book && location == other.location &&
            asset == other.asset && purpose == other.purpose;
    }
}
