package io.utl.positions.ledger;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.amount.Rounding;
import io.utl.codecs.sbe.BookingKind;
import io.utl.codecs.sbe.Purpose;
import io.utl.codecs.sbe.RejectReason;
import io.utl.positions.cost.LotOrigin;
import io.utl.positions.cost.MovedCost;
import io.utl.positions.cost.PositionDraft;
import io.utl.positions.table.LedgerTables;

/**
 * Drafts and books units that arrive from outside: one lot with the cost given; first against what is short, which
 * closes at that cost. Cash has no lots. Thread: core. Allocates: nothing.
 */
final class DepositBooking
{
    private final Reference reference;
    private final Marks marks;
    private final Telling telling;
    private final Legs legs;
    private final PositionDraft position;
    private final LotOrigin origin = new LotOrigin();
    private final MovedCost part = new MovedCost();
    private final MovedCost whole = new MovedCost();
    private final Amount cost = new Amount();
    private final Amount price = new Amount();
    private final Amount closing = new Amount();
    private final Amount rest = new Amount();
    private final Amount partCost = new Amount();

    DepositBooking(
        final LedgerTables tables, final Reference reference, final Marks marks, final Legs legs, final Telling telling)
    {
        this.reference = reference;
        this.marks = marks;
        this.legs = legs;
        this.telling = telling;
        this.position = new PositionDraft(tables);
    }

    RejectReason draft(final DepositEntry entry)
    {
        if (reference.findAccount(entry.account) == null || reference.findAccount(entry.contra) == null)
        {
            return RejectReason.UNKNOWN_ACCOUNT;
        }
        if (!reference.hasAsset(entry.asset) || !entry.isCash() && !reference.hasAsset(entry.costAsset))
        {
            return RejectReason.UNKNOWN_ASSET;
        }
        if (entry.amount.isNull() || entry.amount.signum() <= 0 || entry.account == entry.contra)
        {
            return RejectReason.INVALID_FIELD;
        }
        if (!entry.isCash())
        {
            final RejectReason reason = cost(entry);
            if (reason != RejectReason.NONE)
            {
                return reason;
            }
            draftLots(entry);
        }
        legs.clear();
        legs.move(entry, Purpose.FREE, entry.asset, entry.amount, BookingKind.DEPOSIT);
        return RejectReason.NONE;
    }

    void commit(final DepositEntry entry)
    {
        final int index = entry.isCash() ? -1 : position.commit(entry.sequence);
        if (!entry.isCash())
        {
            telling.lotsIn(
                entry.account,
                entry.book,
                entry.asset,
                entry.costAsset,
                entry.timeNs,
                BookingKind.DEPOSIT,
                entry.amount,
                whole);
        }
        legs.post(telling.out());
        if (!entry.isCash())
        {
            telling.position(index, BookingKind.DEPOSIT);
        }
    }

    private RejectReason cost(final DepositEntry entry)
    {
        if (!entry.cost.isNull())
        {
            cost.set(entry.cost);
            price.quotient(cost, entry.amount, Rounding.HALF_EVEN);
        }
        else
        {
            price.set(entry.costPrice);
            if (price.isNull())
            {
                final int instrument = marks.instrumentOf(entry.asset, entry.costAsset);
                if (instrument == 0)
                {
                    return RejectReason.NO_MARK;
                }
                marks.price(instrument, price);
            }
            cost.product(entry.amount, price, Rounding.HALF_EVEN);
        }
        return cost.isNegative() ? RejectReason.INVALID_FIELD : RejectReason.NONE;
    }

    private void draftLots(final DepositEntry entry)
    {
        position.load(entry.account, entry.book, entry.asset, entry.costAsset);
        rest.set(entry.amount);
        whole.set(cost);
        if (position.netQty().isNegative())
        {
            closing.set(position.netQty()).negate();
            if (closing.compareTo(rest) > 0)
            {
                closing.set(rest);
            }
            partCost.proportion(cost, closing, entry.amount, Rounding.HALF_EVEN);
            position.arrive(closing, part.set(partCost));
            rest.subtract(closing);
            cost.subtract(partCost);
        }
        if (!rest.isZero())
        {
            part.set(cost);
            position.arrive(rest, part);
            position.arrivedAsLot(rest, part, origin.set(entry.acquiredTimeNs(), price));
        }
    }
}
