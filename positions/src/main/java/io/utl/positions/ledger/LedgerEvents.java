package io.utl.positions.ledger;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.BookingKind;
import io.utl.codecs.sbe.BreakKind;
import io.utl.codecs.sbe.Purpose;

/**
 * How the ledger speaks. For one booking: first the trade or the lots that moved, then the legs, then the positions,
 * then the breaks. The legs of one booking sum to zero for each asset, contra accounts included.
 * <p>
 * Thread: core, inside the call that books. Arguments are reused: valid during the call only, to be read, not changed.
 */
public interface LedgerEvents
{
    /** A fill is in the books. */
    void tradeBooked(BookedTrade trade);

    /** Lots entered or left without a trade: deposit, withdrawal, transfer, fee units of a third asset. */
    void lotsMoved(MovedLots lots);

    /**
     * One leg.
     *
     * @param delta what this leg added, signed.
     * @param total of this account, book, location, asset and purpose after it.
     */
    void balanceChanged(
        int account, int book, int location, int asset, Purpose purpose, BookingKind kind, Amount delta, Amount total);

    /** A position after a booking. */
    void positionChanged(PositionView position, BookingKind kind);

    /**
     * A fact that needs a person.
     *
     * @param instrument 0 if it is not about one.
     * @param asset      0 if it is not about one.
     * @param orderId    our order, 0 if none.
     * @param amount     quantity concerned.
     */
    void breakRaised(
        BreakKind kind, int account, int instrument, int asset, int location, long orderId, Amount amount);
}
