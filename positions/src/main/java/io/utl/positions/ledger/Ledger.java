package io.utl.positions.ledger;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.AccountKind;
import io.utl.codecs.sbe.BreakKind;
import io.utl.codecs.sbe.FeePolicy;
import io.utl.codecs.sbe.Oversell;
import io.utl.codecs.sbe.Purpose;
import io.utl.codecs.sbe.RejectReason;
import io.utl.positions.table.LedgerTables;
import io.utl.positions.valuation.Marks;
import io.utl.positions.valuation.Valuation;

/**
 * The books: balances per (account, book, location, asset, purpose), positions per (account, book, asset, cost currency)
 * with their lots, under average cost and first-in-first-out at the same time.
 * <p>
 * Each booking takes two steps. {@code check} decides: it forms every new total in scratch and changes nothing. {@code
 * book} changes what was checked, tells it through {@link LedgerEvents}, and sums the legs once more. A booking that
 * {@code check} refuses must not be booked: that is a {@link LedgerException}.
 * <p>
 * Thread: core. Allocates: nothing, growth of a table excepted. Repeats: an outside name seen before books nothing.
 */
public final class Ledger
{
    public Ledger(final LedgerEvents out)
    {
        throw new IllegalStateException("not built");
    }

    /** Makes an asset known. Again is no error. */
    public void defineAsset(final int asset)
    {
    }

    /** Makes a spot instrument known, or changes its multiplier while nothing is booked in it. */
    public void defineInstrument(final int instrument, final int base, final int quote, final Amount multiplier)
    {
    }

    /** Opens an account, or changes its policies for what is booked from now on. */
    public void defineAccount(
        final int account, final int entity, final AccountKind kind, final FeePolicy feePolicy, final Oversell oversell)
    {
    }

    /** Copies a balance; zero if nothing was ever booked there. */
    public Amount balance(
        final int account,
        final int book,
        final int location,
        final int asset,
        final Purpose purpose,
        final Amount into)
    {
        return into;
    }

    /** NONE, or INSUFFICIENT_BALANCE if less than {@code amount} is free; an external account may always. */
    public RejectReason checkHold(
        final int account, final int book, final int location, final int asset, final Amount amount)
    {
        return RejectReason.NONE;
    }

    /** Moves from FREE to HELD; two legs of kind HOLD. */
    public void hold(final int account, final int book, final int location, final int asset, final Amount amount)
    {
    }

    /**
     * Moves back from HELD to FREE; two legs of kind RELEASE.
     *
     * @throws LedgerException if less is held: an upstream bug.
     */
    public void release(final int account, final int book, final int location, final int asset, final Amount amount)
    {
    }

    /** Whether the entry's outside name was seen before, and with the same content. */
    public Repeat repeat(final BookingEntry<?> entry)
    {
        return Repeat.NEW;
    }

    /**
     * Decides about a trade. NONE also for a repeat with the same content, which {@link #book(TradeEntry)} then ignores.
     * <p>
     * Refuses, in this order: UNKNOWN_ACCOUNT, UNKNOWN_SYMBOL, UNKNOWN_ASSET (fee), INVALID_FIELD, DIFFERENT_CONTENT,
     * INSUFFICIENT_QTY (sells more than there is where the account's policy is REJECT), AMOUNT_RANGE. A request is answered
     * with it; a fact is booked by {@link #bookSuspense} instead.
     */
    public RejectReason check(final TradeEntry entry)
    {
        return RejectReason.NONE;
    }

    /**
     * Books a trade: base and quote against the contra account, the fee from the account to the contra account, lots
     * closed before others are opened.
     *
     * @return false for a repeat: nothing changed, nothing was told.
     * @throws LedgerException if {@link #check(TradeEntry)} would refuse it.
     */
    public boolean book(final TradeEntry entry)
    {
        return false;
    }

    /**
     * Books a fact that cannot be booked otherwise: its legs as far as they fit go to SUSPENSE of the entry's account, no
     * lot moves, and a break of that kind is raised. Account, contra and asset numbers that are unknown leave the break
     * alone. The name counts as seen.
     *
     * @return false for a repeat with the same content.
     */
    public boolean bookSuspense(final TradeEntry entry, final BreakKind kind)
    {
        return false;
    }

    /** Decides about a deposit: as for a trade, and NO_MARK where the cost was left to a mark that is not there. */
    public RejectReason check(final DepositEntry entry)
    {
        return RejectReason.NONE;
    }

    public boolean book(final DepositEntry entry)
    {
        return false;
    }

    /** Decides about a withdrawal: INSUFFICIENT_BALANCE, INSUFFICIENT_QTY (of the lots named) beside the usual. */
    public RejectReason check(final WithdrawalEntry entry)
    {
        return RejectReason.NONE;
    }

    public boolean book(final WithdrawalEntry entry)
    {
        return false;
    }

    /** Decides about a transfer: as for a withdrawal; more than there is is refused whatever the account's policy. */
    public RejectReason check(final TransferEntry entry)
    {
        return RejectReason.NONE;
    }

    public boolean book(final TransferEntry entry)
    {
        return false;
    }

    /** Copies a position; false if there never was one, and {@code into} is unchanged. */
    public boolean position(
        final int account, final int book, final int asset, final int costAsset, final PositionView into)
    {
        return false;
    }

    /** Positions ever opened. */
    public int positionCount()
    {
        return 0;
    }

    /** Copies the position opened as number {@code index}, 0 up to {@link #positionCount()}: stable, for iteration. */
    public PositionView positionAt(final int index, final PositionView into)
    {
        return into;
    }

    public Marks marks()
    {
        return null;
    }

    public Valuation valuation()
    {
        return null;
    }

    /** Venue trade ids seen so far. */
    public SeenIds seenTrades()
    {
        return null;
    }

    /** The tables themselves: for snapshots and valuations. */
    public LedgerTables tables()
    {
        return null;
    }

    /**
     * Sums all balances of each asset, all accounts and purposes, the long way, and compares with the running sums.
     *
     * @throws LedgerException if one is not zero: naming asset and sum.
     */
    public void assertConservation()
    {
    }
}
