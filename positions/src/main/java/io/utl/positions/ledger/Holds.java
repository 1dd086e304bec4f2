package io.utl.positions.ledger;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.BookingKind;
import io.utl.codecs.sbe.Purpose;
import io.utl.codecs.sbe.RejectReason;
import io.utl.positions.table.BalanceFlyweight;
import io.utl.positions.table.KeyedTable;
import io.utl.positions.table.LedgerTables;

/** Reads balances, and reserves parts of them for working orders. Thread: core. Allocates: nothing. */
final class Holds
{
    private final LedgerTables tables;
    private final Reference reference;
    private final Legs legs;
    private final LedgerEvents out;
    private final BalanceFlyweight flyweight = new BalanceFlyweight();
    private final Amount scratch = new Amount();

    Holds(final LedgerTables tables, final Reference reference, final Legs legs, final LedgerEvents out)
    {
        this.tables = tables;
        this.reference = reference;
        this.legs = legs;
        this.out = out;
    }

    Amount balance(
        final int account,
        final int book,
        final int location,
        final int asset,
        final Purpose purpose,
        final Amount into)
    {
        final int index = tables.findBalance(account, book, location, asset);
        return index == KeyedTable.ABSENT ?
            into.setZero() : flyweight.wrap(tables.balances(), index).get(purpose, into);
    }

    RejectReason check(
        final int account, final int book, final int location, final int asset, final Amount amount)
    {
        if (amount.isNegative())
        {
            return RejectReason.INVALID_FIELD;
        }
        balance(account, book, location, asset, Purpose.FREE, scratch);
        final boolean enough = amount.isZero() || scratch.compareTo(amount) >= 0 || reference.isExternal(account);
        return enough ? RejectReason.NONE : RejectReason.INSUFFICIENT_BALANCE;
    }

    void hold(final int account, final int book, final int location, final int asset, final Amount amount)
    {
        final RejectReason reason = check(account, book, location, asset, amount);
        if (reason != RejectReason.NONE)
        {
            throw new LedgerException(reason + ": account=" + account + ", asset=" + asset + ", amount=" + amount +
                ", free=" + scratch + "; call checkHold first");
        }
        post(Purpose.FREE, Purpose.HELD, account, book, location, asset, amount, BookingKind.HOLD);
    }

    void release(final int account, final int book, final int location, final int asset, final Amount amount)
    {
        balance(account, book, location, asset, Purpose.HELD, scratch);
        if (amount.isNegative() || scratch.compareTo(amount) < 0)
        {
            throw new LedgerException("less is held: account=" + account + ", asset=" + asset + ", release=" + amount +
                ", held=" + scratch + "; release what was held");
        }
        post(Purpose.HELD, Purpose.FREE, account, book, location, asset, amount, BookingKind.RELEASE);
    }

    private void post(
        final Purpose from,
        final Purpose to,
        final int account,
        final int book,
        final int location,
        final int asset,
        final Amount amount,
        final BookingKind kind)
    {
        scratch.set(amount).negate();
        legs.clear();
        legs.add(account, book, location, asset, from, scratch, kind);
        legs.add(account, book, location, asset, to, amount, kind);
        legs.post(out);
    }
}
