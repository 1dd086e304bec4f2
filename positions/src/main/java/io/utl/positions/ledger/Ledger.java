package io.utl.positions.ledger;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.amount.AmountRangeException;
import io.utl.codecs.sbe.AccountKind;
import io.utl.codecs.sbe.BreakKind;
import io.utl.codecs.sbe.FeePolicy;
import io.utl.codecs.sbe.Oversell;
import io.utl.codecs.sbe.Purpose;
import io.utl.codecs.sbe.RejectReason;
import io.utl.positions.table.AccountFlyweight;
import io.utl.positions.table.KeyedTable;
import io.utl.positions.table.LedgerSizes;
import io.utl.positions.table.LedgerTables;

/**
 * The books: balances per (account, book, location, asset, purpose), positions per (account, book, asset, cost
 * currency) with their lots, under average cost and first-in-first-out at the same time.
 * <p>
 * Each booking takes two steps. {@code check} decides: it forms every new total in scratch and changes nothing. {@code
 * book} changes what was checked, tells it through {@link LedgerEvents}, and sums the legs once more. A booking that
 * {@code check} refuses must not be booked: that is a {@link LedgerException}.
 * <p>
 * Thread: core. Allocates: nothing, growth of a table excepted. Repeats: an outside name seen before books nothing.
 */
public final class Ledger
{
    private final LedgerTables tables;
    private final Reference reference;
    private final Marks marks;
    private final Legs legs;
    private final Holds holds;
    private final Telling telling;
    private final TradeBooking trades;
    private final DepositBooking deposits;
    private final MoveBooking moves;
    private final PositionReader positions;
    private final SeenIds seenTrades;
    private final SeenIds seenExternal;
    private final LedgerAudit audit;

    /** A ledger with the room that a gateway needs. */
    public Ledger(final LedgerEvents out)
    {
        this(out, LedgerSizes.GATEWAY);
    }

    public Ledger(final LedgerEvents out, final LedgerSizes sizes)
    {
        tables = new LedgerTables(sizes);
        reference = new Reference(tables);
        marks = new Marks(tables);
        legs = new Legs(tables);
        telling = new Telling(tables, out);
        holds = new Holds(tables, reference, legs, out);
        trades = new TradeBooking(tables, reference, marks, legs, telling);
        deposits = new DepositBooking(tables, reference, marks, legs, telling);
        moves = new MoveBooking(tables, reference, marks, legs, telling);
        positions = new PositionReader(tables);
        seenTrades = new SeenIds(tables.seenTrades());
        seenExternal = new SeenIds(tables.seenExternal());
        audit = new LedgerAudit(tables);
    }

    /** Makes an asset known. Again is no error. */
    public void defineAsset(final int asset)
    {
        reference.defineAsset(asset);
    }

    /** Makes a spot instrument known, or changes its multiplier while nothing is booked in it. */
    public void defineInstrument(final int instrument, final int base, final int quote, final Amount multiplier)
    {
        reference.defineInstrument(instrument, base, quote, multiplier);
    }

    /** Opens an account, or changes its policies for what is booked from now on. */
    public void defineAccount(
        final int account, final int entity, final AccountKind kind, final FeePolicy feePolicy, final Oversell oversell)
    {
        reference.defineAccount(account, entity, kind, feePolicy, oversell);
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
        return holds.balance(account, book, location, asset, purpose, into);
    }

    /** NONE, or INSUFFICIENT_BALANCE if less than {@code amount} is free; an external account may always. */
    public RejectReason checkHold(
        final int account, final int book, final int location, final int asset, final Amount amount)
    {
        return holds.check(account, book, location, asset, amount);
    }

    /** Moves from FREE to HELD; two legs of kind HOLD. */
    public void hold(final int account, final int book, final int location, final int asset, final Amount amount)
    {
        holds.hold(account, book, location, asset, amount);
    }

    /**
     * Moves back from HELD to FREE; two legs of kind RELEASE.
     *
     * @throws LedgerException if less is held: an upstream bug.
     */
    public void release(final int account, final int book, final int location, final int asset, final Amount amount)
    {
        holds.release(account, book, location, asset, amount);
    }

    /** Whether the entry's outside name was seen before, and with the same content. */
    public Repeat repeat(final BookingEntry<?> entry)
    {
        return seen(entry).look(entry.id, entry.contentHash());
    }

    /**
     * Decides about a trade. NONE also for a repeat with the same content, which {@link #book(TradeEntry)} then
     * ignores.
     * <p>
     * Refuses, in this order: DIFFERENT_CONTENT, UNKNOWN_ACCOUNT, UNKNOWN_SYMBOL, INVALID_FIELD, UNKNOWN_ASSET (fee),
     * INSUFFICIENT_QTY (sells more than there is where the account's policy is REJECT), AMOUNT_RANGE. A request is
     * answered with it; a fact is booked by {@link #bookSuspense} instead.
     */
    public RejectReason check(final TradeEntry entry)
    {
        final Repeat repeat = repeat(entry);
        if (repeat != Repeat.NEW)
        {
            return answer(repeat);
        }
        return draft(entry);
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
        if (isBooked(entry, check(entry)))
        {
            return false;
        }
        commit(entry);
        return true;
    }

    /**
     * Decides about a trade and books it if nothing speaks against it, with one draft: for facts, which are decided where
     * they are booked.
     *
     * @return as {@link #check(TradeEntry)}; NONE also for a repeat with the same content, which books nothing.
     */
    public RejectReason bookIfFits(final TradeEntry entry)
    {
        final Repeat repeat = repeat(entry);
        if (repeat != Repeat.NEW)
        {
            return answer(repeat);
        }
        final RejectReason reason = draft(entry);
        if (reason == RejectReason.NONE)
        {
            commit(entry);
        }
        return reason;
    }

    private RejectReason draft(final TradeEntry entry)
    {
        try
        {
            return trades.draft(entry);
        }
        catch (final AmountRangeException outOfRange)
        {
            return RejectReason.AMOUNT_RANGE;
        }
    }

    private void commit(final TradeEntry entry)
    {
        trades.commit(entry);
        seen(entry).add(entry.id, entry.contentHash());
    }

    /**
     * Books a fact that cannot be booked otherwise: its legs as far as they fit go to SUSPENSE of the entry's account,
     * no lot moves, and a break of that kind is raised. Account, contra and asset numbers that are unknown leave the
     * break alone; so does other content under a name seen before. The name counts as seen.
     *
     * @return false for a repeat with the same content.
     */
    public boolean bookSuspense(final TradeEntry entry, final BreakKind kind)
    {
        final Repeat repeat = repeat(entry);
        if (repeat == Repeat.SAME)
        {
            return false;
        }
        if (repeat == Repeat.NEW)
        {
            final boolean fits = trades.draftSuspense(entry);
            legs.post(telling.out());
            seenTrades.add(entry.id, entry.contentHash());
            if (!fits)
            {
                markIncomplete(entry.account);
            }
        }
        telling.breakRaised(kind, entry, 0, entry.qty);
        return true;
    }

    /** Decides about a deposit: as for a trade, and NO_MARK where the cost was left to a mark that is not there. */
    public RejectReason check(final DepositEntry entry)
    {
        final Repeat repeat = repeat(entry);
        if (repeat != Repeat.NEW)
        {
            return answer(repeat);
        }
        try
        {
            return deposits.draft(entry);
        }
        catch (final AmountRangeException outOfRange)
        {
            return RejectReason.AMOUNT_RANGE;
        }
    }

    public boolean book(final DepositEntry entry)
    {
        if (isBooked(entry, check(entry)))
        {
            return false;
        }
        deposits.commit(entry);
        seen(entry).add(entry.id, entry.contentHash());
        return true;
    }

    /** Decides about a withdrawal: INSUFFICIENT_BALANCE, INSUFFICIENT_QTY (of the lots named) beside the usual. */
    public RejectReason check(final WithdrawalEntry entry)
    {
        final Repeat repeat = repeat(entry);
        if (repeat != Repeat.NEW)
        {
            return answer(repeat);
        }
        try
        {
            return moves.draft(entry);
        }
        catch (final AmountRangeException outOfRange)
        {
            return RejectReason.AMOUNT_RANGE;
        }
    }

    public boolean book(final WithdrawalEntry entry)
    {
        if (isBooked(entry, check(entry)))
        {
            return false;
        }
        moves.commit();
        seen(entry).add(entry.id, entry.contentHash());
        return true;
    }

    /** Decides about a transfer: as for a withdrawal; more than there is is refused whatever the account's policy. */
    public RejectReason check(final TransferEntry entry)
    {
        final Repeat repeat = repeat(entry);
        if (repeat != Repeat.NEW)
        {
            return answer(repeat);
        }
        try
        {
            return moves.draft(entry);
        }
        catch (final AmountRangeException outOfRange)
        {
            return RejectReason.AMOUNT_RANGE;
        }
    }

    public boolean book(final TransferEntry entry)
    {
        if (isBooked(entry, check(entry)))
        {
            return false;
        }
        moves.commit();
        seen(entry).add(entry.id, entry.contentHash());
        return true;
    }

    /** Copies a position; false if there never was one, and {@code into} is unchanged. */
    public boolean position(
        final int account, final int book, final int asset, final int costAsset, final PositionView into)
    {
        final int index = tables.findPosition(account, book, asset, costAsset);
        if (index == KeyedTable.ABSENT)
        {
            return false;
        }
        positions.read(index, into);
        return true;
    }

    /** Positions ever opened. */
    public int positionCount()
    {
        return tables.positions().size();
    }

    /**
     * Copies position number {@code index}, 0 up to {@link #positionCount()}, for queries. The order is that of opening
     * and, after a snapshot was loaded, that of keys: no event may depend on it.
     */
    public PositionView positionAt(final int index, final PositionView into)
    {
        return positions.read(index, into);
    }

    /** The last mark of each instrument. */
    public Marks marks()
    {
        return marks;
    }

    /** Venue trade ids seen so far. */
    public SeenIds seenTrades()
    {
        return seenTrades;
    }

    /** The tables themselves: for snapshots and valuations. */
    public LedgerTables tables()
    {
        return tables;
    }

    /**
     * Sums all balances of each asset, all accounts and purposes, the long way, and compares with the running sums.
     *
     * @throws LedgerException if one is not zero: naming asset and sum.
     */
    public void assertConservation()
    {
        audit.assertConservation();
    }

    /**
     * Walks all lots: they sum to their positions, and what is flat has neither lots nor cost.
     *
     * @throws LedgerException naming the position that does not fit.
     */
    public void assertLots()
    {
        audit.assertLots();
    }

    /** Enters a balance that a snapshot brought into what follows from balances. */
    public void derive(final int account, final int asset, final Amount amount)
    {
        legs.clear().derive(account, asset, amount);
    }

    private SeenIds seen(final BookingEntry<?> entry)
    {
        return entry instanceof TradeEntry ? seenTrades : seenExternal;
    }

    /** What a name that was seen before means for what comes under it now. */
    private static RejectReason answer(final Repeat seenBefore)
    {
        return seenBefore == Repeat.SAME ? RejectReason.NONE : RejectReason.DIFFERENT_CONTENT;
    }

    private boolean isBooked(final BookingEntry<?> entry, final RejectReason reason)
    {
        if (reason != RejectReason.NONE)
        {
            throw new LedgerException(reason + ": sequence=" + entry.sequence + ", account=" + entry.account +
                " must not be booked; call check first");
        }
        return repeat(entry) == Repeat.SAME;
    }

    private void markIncomplete(final int account)
    {
        final AccountFlyweight found = reference.findAccount(account);
        if (found != null)
        {
            found.incomplete((short)1);
        }
    }
}
