package io.utl.positions.ledger;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.AccountKind;
import io.utl.codecs.sbe.FeePolicy;
import io.utl.codecs.sbe.InstrumentKind;
import io.utl.codecs.sbe.Oversell;
import io.utl.positions.table.AccountFlyweight;
import io.utl.positions.table.InstrumentFlyweight;
import io.utl.positions.table.KeyedTable;
import io.utl.positions.table.LedgerTables;

/**
 * What the ledger knows of accounts, assets and instruments: only what bookings depend on.
 * Thread: core. Allocates: nothing, growth of tables excepted.
 */
final class Reference
{
    private final LedgerTables tables;
    private final AccountFlyweight account = new AccountFlyweight();
    private final InstrumentFlyweight instrument = new InstrumentFlyweight();
    private final InstrumentFlyweight other = new InstrumentFlyweight();
    private final Amount scratch = new Amount();

    Reference(final LedgerTables tables)
    {
        this.tables = tables;
    }

    void defineAsset(final int asset)
    {
        requireNumber("asset", asset);
        tables.assets().findOrAdd(asset, 0, 0);
    }

    void defineAccount(
        final int number, final int entity, final AccountKind kind, final FeePolicy feePolicy, final Oversell oversell)
    {
        requireNumber("account", number);
        account.wrap(tables.accounts(), tables.accounts().findOrAdd(number, 0, 0))
            .entity(entity).kind(kind.value()).feePolicy(feePolicy.value()).oversell(oversell.value());
    }

    void defineInstrument(final int number, final int base, final int quote, final Amount multiplier)
    {
        requireNumber("instrument", number);
        if (!hasAsset(base) || !hasAsset(quote) || base == quote || multiplier.signum() <= 0)
        {
            throw new LedgerException("instrument=" + number + ": base=" + base + ", quote=" + quote + ", multiplier=" +
                multiplier + " must be two defined assets and a number above 0");
        }
        if (findInstrument(number) == null)
        {
            instrument.wrap(tables.instruments(), tables.instruments().findOrAdd(number, 0, 0))
                .base(base).quote(quote).kind(InstrumentKind.SPOT.value());
            scratch.setNull();
            instrument.putBid(scratch).putAsk(scratch).putPrice(scratch);
            linkPair(number, base, quote);
        }
        else if (instrument.base() != base || instrument.quote() != quote)
        {
            throw new LedgerException("instrument=" + number + ": base=" + base + ", quote=" + quote +
                " differ from " + instrument.base() + ", " + instrument.quote() + "; use a new number");
        }
        instrument.putMultiplier(multiplier);
    }

    boolean hasAsset(final int asset)
    {
        return tables.assets().find(asset, 0, 0) != KeyedTable.ABSENT;
    }

    /** The account, or null; valid until the next call. */
    AccountFlyweight findAccount(final int number)
    {
        final int index = tables.accounts().find(number, 0, 0);
        return index == KeyedTable.ABSENT ? null : account.wrap(tables.accounts(), index);
    }

    /** The instrument, or null; valid until the next call. */
    InstrumentFlyweight findInstrument(final int number)
    {
        final int index = tables.instruments().find(number, 0, 0);
        return index == KeyedTable.ABSENT ? null : instrument.wrap(tables.instruments(), index);
    }

    boolean isExternal(final int number)
    {
        final AccountFlyweight found = findAccount(number);
        return found != null && found.kind() == AccountKind.EXTERNAL.value();
    }

    /** Puts an instrument into the list of those with the same base and quote, smallest number first. */
    private void linkPair(final int number, final int base, final int quote)
    {
        final int first = tables.firstOfPair(base, quote);
        if (first == 0 || first > number)
        {
            instrument.nextSamePair(first);
            tables.firstOfPair(base, quote, number);
            return;
        }
        wrapOther(first);
        while (other.nextSamePair() != 0 && other.nextSamePair() < number)
        {
            wrapOther(other.nextSamePair());
        }
        instrument.nextSamePair(other.nextSamePair());
        other.nextSamePair(number);
    }

    private void wrapOther(final int number)
    {
        other.wrap(tables.instruments(), tables.instruments().find(number, 0, 0));
    }

    private static void requireNumber(final String field, final int number)
    {
        if (number < 1)
        {
            throw new LedgerException(field + "=" + number + ": numbers begin at 1");
        }
    }
}
