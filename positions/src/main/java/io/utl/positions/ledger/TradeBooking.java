package io.utl.positions.ledger;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.amount.AmountRangeException;
import io.utl.codecs.amount.Rounding;
import io.utl.codecs.sbe.BookingKind;
import io.utl.codecs.sbe.BreakKind;
import io.utl.codecs.sbe.FeePolicy;
import io.utl.codecs.sbe.Oversell;
import io.utl.codecs.sbe.Purpose;
import io.utl.codecs.sbe.RejectReason;
import io.utl.codecs.sbe.Side;
import io.utl.positions.cost.LotOrigin;
import io.utl.positions.cost.MovedCost;
import io.utl.positions.cost.PositionDraft;
import io.utl.positions.table.AccountFlyweight;
import io.utl.positions.table.InstrumentFlyweight;
import io.utl.positions.table.LedgerTables;

/**
 * Drafts and books a trade with its fee.
 * <p>
 * The value is rounded once. A fee in quote is an expense or joins the cost. A fee in base is a disposal of the fee
 * units at the trade's price: the position changes by the quantity less the fee units, at the value less theirs. A fee
 * in a third asset disposes of that asset's own lots at the mark; without a mark they leave at cost and a break says
 * so. Thread: core. Allocates: nothing. Source: docs/adr/0006.
 */
final class TradeBooking
{
    private static final Amount ZERO = new Amount();
    private static final Amount ONE = new Amount().setUnits(1);

    private final Reference reference;
    private final Marks marks;
    private final Telling telling;
    private final Legs legs;
    private final PositionDraft position;
    private final PositionDraft feePosition;
    private final BookedTrade booked = new BookedTrade();
    private final LotOrigin origin = new LotOrigin();
    private final LotOrigin feeOrigin = new LotOrigin();
    private final MovedCost feeCost = new MovedCost();
    private final Amount multiplier = new Amount();
    private final Amount scratch = new Amount();
    private final Amount mark = new Amount();
    private final Amount feeUnits = new Amount();
    private final Amount unbacked = new Amount();
    private boolean capitalise;
    private boolean reject;
    private boolean hasFeePosition;

    TradeBooking(
        final LedgerTables tables, final Reference reference, final Marks marks, final Legs legs, final Telling telling)
    {
        this.reference = reference;
        this.marks = marks;
        this.legs = legs;
        this.telling = telling;
        this.position = new PositionDraft(tables);
        this.feePosition = new PositionDraft(tables);
    }

    /** Decides, with every new total in scratch. Throws AmountRangeException for what does not fit. */
    RejectReason draft(final TradeEntry entry)
    {
        final RejectReason reason = resolve(entry);
        if (reason != RejectReason.NONE)
        {
            return reason;
        }
        if (!quantities(entry))
        {
            return RejectReason.INVALID_FIELD;
        }
        position.load(entry.account, entry.book, booked.base, booked.quote);
        scratch.sum(position.netQty(), booked.positionQty);
        if (reject && booked.positionQty.isNegative() && scratch.isNegative())
        {
            return RejectReason.INSUFFICIENT_QTY;
        }
        values(entry);
        origin.set(entry.acquiredTimeNs(), entry.price);
        scratch.set(booked.feeValue.isNull() ? ZERO : booked.feeValue);
        position.trade(booked.positionQty, booked.positionValue, scratch, capitalise, origin);
        if (booked.feeAsset == booked.base)
        {
            position.baseFee(entry.fee);
        }
        draftThirdAsset(entry);
        draftLegs(entry);
        return RejectReason.NONE;
    }

    /** Changes what was drafted, and tells it. */
    void commit(final TradeEntry entry)
    {
        booked.realizedWac.set(position.wac().stepRealized());
        booked.realizedFifo.set(position.fifo().stepRealized());
        booked.netQty.set(position.netQty());
        final int index = position.commit(entry.sequence);
        final int feeIndex = hasFeePosition ? feePosition.commit(entry.sequence) : -1;
        telling.out().tradeBooked(booked);
        if (hasFeePosition)
        {
            tellFeeLots(entry);
        }
        legs.post(telling.out());
        telling.position(index, BookingKind.TRADE);
        if (hasFeePosition)
        {
            telling.position(feeIndex, BookingKind.FEE);
        }
        if (booked.feeValue.isNull())
        {
            telling.breakRaised(BreakKind.UNPRICED_FEE, entry, booked.feeAsset, entry.fee);
        }
        if (!unbacked.isZero())
        {
            telling.breakRaised(BreakKind.OVERSOLD, entry, booked.feeAsset, unbacked);
        }
    }

    /** Drafts the legs of a fact that cannot be booked otherwise: those that fit. False if some do not. */
    boolean draftSuspense(final TradeEntry entry)
    {
        legs.clear();
        final RejectReason reason = resolve(entry);
        if (reason != RejectReason.NONE && reason != RejectReason.UNKNOWN_ASSET)
        {
            return false;
        }
        booked.qty.set(entry.qty);
        if (entry.side == Side.SELL)
        {
            booked.qty.negate();
        }
        boolean fits = addSuspense(entry, booked.base, booked.qty, BookingKind.SUSPENSE);
        try
        {
            value(entry);
            scratch.set(booked.value);
            if (entry.side == Side.BUY)
            {
                scratch.negate();
            }
            fits &= addSuspense(entry, booked.quote, scratch, BookingKind.SUSPENSE);
        }
        catch (final AmountRangeException tooLarge)
        {
            fits = false;
        }
        if (reason == RejectReason.UNKNOWN_ASSET)
        {
            return false;
        }
        scratch.set(entry.fee).negate();
        return addSuspense(entry, booked.feeAsset, scratch, BookingKind.SUSPENSE) && fits;
    }

    private boolean addSuspense(
        final TradeEntry entry, final int asset, final Amount amount, final BookingKind kind)
    {
        final int keep = legs.count();
        try
        {
            legs.move(entry, Purpose.SUSPENSE, asset, amount, kind);
            return true;
        }
        catch (final AmountRangeException tooLarge)
        {
            legs.truncate(keep);
            return false;
        }
    }

    private RejectReason resolve(final TradeEntry entry)
    {
        final AccountFlyweight account = reference.findAccount(entry.account);
        if (account == null)
        {
            return RejectReason.UNKNOWN_ACCOUNT;
        }
        capitalise = account.feePolicy() == FeePolicy.CAPITALISE.value();
        reject = account.oversell() != Oversell.FLIP.value();
        if (reference.findAccount(entry.contra) == null)
        {
            return RejectReason.UNKNOWN_ACCOUNT;
        }
        final InstrumentFlyweight instrument = reference.findInstrument(entry.instrument);
        if (instrument == null)
        {
            return RejectReason.UNKNOWN_SYMBOL;
        }
        booked.entry = entry;
        booked.base = instrument.base();
        booked.quote = instrument.quote();
        booked.feeAsset = entry.feeAsset == 0 ? booked.quote : entry.feeAsset;
        instrument.multiplier(multiplier);
        final boolean complete = entry.side != Side.NULL_VAL && !entry.price.isNull() && !entry.fee.isNull() &&
            !entry.qty.isNull() && entry.qty.signum() > 0 && entry.contra != entry.account;
        if (!complete)
        {
            return RejectReason.INVALID_FIELD;
        }
        return reference.hasAsset(booked.feeAsset) ? RejectReason.NONE : RejectReason.UNKNOWN_ASSET;
    }

    private void value(final TradeEntry entry)
    {
        if (entry.value.isNull())
        {
            times(entry.qty, entry.price, booked.value);
        }
        else
        {
            booked.value.set(entry.value);
        }
    }

    private void feeValue(final TradeEntry entry)
    {
        hasFeePosition = false;
        if (entry.fee.isZero() || booked.feeAsset == booked.quote)
        {
            booked.feeValue.set(entry.fee);
        }
        else if (booked.feeAsset != booked.base)
        {
            hasFeePosition = true;
            final int instrument = marks.instrumentOf(booked.feeAsset, booked.quote);
            if (instrument == 0)
            {
                booked.feeValue.setNull();
            }
            else
            {
                marks.price(instrument, mark);
                booked.feeValue.product(entry.fee, mark, Rounding.HALF_EVEN);
            }
        }
        else if (entry.fee.equals(entry.qty))
        {
            booked.feeValue.set(booked.value);
        }
        else
        {
            times(entry.fee, entry.price, booked.feeValue);
        }
    }

    /** Quantity by which the position changes; false if a base fee takes more than was bought. */
    private boolean quantities(final TradeEntry entry)
    {
        booked.qty.set(entry.qty);
        if (entry.side == Side.SELL)
        {
            booked.qty.negate();
        }
        booked.positionQty.set(booked.qty);
        if (booked.feeAsset == booked.base)
        {
            booked.positionQty.subtract(entry.fee);
        }
        return booked.positionQty.signum() * booked.qty.signum() >= 0;
    }

    private void values(final TradeEntry entry)
    {
        value(entry);
        feeValue(entry);
        booked.positionValue.set(booked.value);
        if (entry.side == Side.SELL)
        {
            booked.positionValue.negate();
        }
        if (booked.feeAsset == booked.base)
        {
            booked.positionValue.subtract(booked.feeValue);
        }
    }

    private void draftThirdAsset(final TradeEntry entry)
    {
        unbacked.setZero();
        if (!hasFeePosition)
        {
            return;
        }
        feePosition.load(entry.account, entry.book, booked.feeAsset, booked.quote);
        feeUnits.set(entry.fee);
        if (!booked.feeValue.isNull())
        {
            scratch.difference(feePosition.netQty(), feeUnits);
            if (reject && scratch.isNegative() && feeUnits.signum() > 0)
            {
                unbacked.set(feePosition.netQty().signum() > 0 ? scratch : feeUnits).abs();
            }
            feeOrigin.set(entry.acquiredTimeNs(), mark);
            scratch.set(feeUnits).negate();
            feeCost.setZero();
            mark.set(booked.feeValue).negate();
            feePosition.trade(scratch, mark, ZERO, false, feeOrigin);
            return;
        }
        if (feeUnits.compareTo(feePosition.netQty()) > 0)
        {
            feeUnits.set(feePosition.netQty());
        }
        hasFeePosition = feeUnits.signum() > 0;
        if (hasFeePosition)
        {
            feePosition.leave(feeUnits, feeCost, null);
        }
    }

    private void tellFeeLots(final TradeEntry entry)
    {
        if (booked.feeValue.isNull())
        {
            telling.lotsOut(entry, booked.feeAsset, booked.quote, BookingKind.FEE, feeUnits, feeCost);
        }
        else
        {
            telling.feeUnits(
                entry,
                booked.feeAsset,
                booked.quote,
                feeUnits,
                booked.feeValue,
                feePosition.wac().stepRealized(),
                feePosition.fifo().stepRealized());
        }
    }

    private void draftLegs(final TradeEntry entry)
    {
        legs.clear();
        legs.move(entry, Purpose.FREE, booked.base, booked.qty, BookingKind.TRADE);
        scratch.set(booked.value);
        if (entry.side == Side.BUY)
        {
            scratch.negate();
        }
        legs.move(entry, Purpose.FREE, booked.quote, scratch, BookingKind.TRADE);
        scratch.set(entry.fee).negate();
        legs.move(entry, Purpose.FREE, booked.feeAsset, scratch, BookingKind.FEE);
    }

    private void times(final Amount qty, final Amount price, final Amount into)
    {
        if (multiplier.equals(ONE))
        {
            into.product(qty, price, Rounding.HALF_EVEN);
        }
        else
        {
            scratch.product(qty, multiplier, Rounding.HALF_EVEN);
            into.product(scratch, price, Rounding.HALF_EVEN);
        }
    }
}
