package io.utl.positions.ledger;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.BookingKind;
import io.utl.codecs.sbe.Purpose;
import io.utl.positions.table.AssetFlyweight;
import io.utl.positions.table.BalanceFlyweight;
import io.utl.positions.table.HoldingFlyweight;
import io.utl.positions.table.KeyedTable;
import io.utl.positions.table.LedgerTables;

/**
 * The legs of one booking: first drafted, with each new total in scratch, then posted together. After posting, the sum
 * of every asset touched must be zero over all accounts.
 * <p>
 * Thread: core. Allocates: nothing, growth of tables excepted.
 */
final class Legs
{
    private static final int MAX_LEGS = 8;

    private final LedgerTables tables;
    private final Leg[] legs = new Leg[MAX_LEGS];
    private final BalanceFlyweight balance = new BalanceFlyweight();
    private final HoldingFlyweight holding = new HoldingFlyweight();
    private final AssetFlyweight asset = new AssetFlyweight();
    private final Amount negative = new Amount();
    private int count;

    Legs(final LedgerTables tables)
    {
        this.tables = tables;
        for (int i = 0; i < MAX_LEGS; i++)
        {
            legs[i] = new Leg();
        }
    }

    Legs clear()
    {
        count = 0;
        return this;
    }

    int count()
    {
        return count;
    }

    /** Drops the legs drafted after there were {@code keep}. */
    void truncate(final int keep)
    {
        count = keep;
    }

    /** Takes {@code amount} from one side and gives it to the other; zero is no leg. */
    void move(
        final BookingEntry<?> to,
        final Purpose purpose,
        final int assetNumber,
        final Amount amount,
        final BookingKind kind)
    {
        negative.set(amount).negate();
        add(to.account, to.book, to.location, assetNumber, purpose, amount, kind);
        add(to.contra, 0, to.location, assetNumber, Purpose.FREE, negative, kind);
    }

    /**
     * Drafts one leg.
     *
     * @throws io.utl.codecs.amount.AmountRangeException if a total leaves the range; the leg is then not drafted.
     */
    void add(
        final int account,
        final int book,
        final int location,
        final int assetNumber,
        final Purpose purpose,
        final Amount delta,
        final BookingKind kind)
    {
        if (delta.isZero())
        {
            return;
        }
        final Leg leg = legs[count];
        leg.account = account;
        leg.book = book;
        leg.location = location;
        leg.asset = assetNumber;
        leg.purpose = purpose;
        leg.kind = kind;
        leg.delta.set(delta);
        totalBefore(leg);
        leg.total.add(delta);
        leg.holding.add(delta);
        count++;
    }

    /** Posts what was drafted and tells it. */
    void post(final LedgerEvents out)
    {
        for (int i = 0; i < count; i++)
        {
            final Leg leg = legs[i];
            balance.wrap(tables.balances(), tables.openBalance(leg.account, leg.book, leg.location, leg.asset))
                .put(leg.purpose, leg.total);
            holding.wrap(tables.holdings(), openHolding(leg.account, leg.asset)).putQty(leg.holding);
            addToSum(leg);
            out.balanceChanged(
                leg.account, leg.book, leg.location, leg.asset, leg.purpose, leg.kind, leg.delta, leg.total);
        }
        for (int i = 0; i < count; i++)
        {
            requireZeroSum(legs[i].asset);
        }
        count = 0;
    }

    private void totalBefore(final Leg leg)
    {
        boolean totalKnown = false;
        boolean holdingKnown = false;
        for (int i = count - 1; i >= 0; i--)
        {
            final Leg earlier = legs[i];
            if (!totalKnown && earlier.isSameBalance(leg))
            {
                leg.total.set(earlier.total);
                totalKnown = true;
            }
            if (!holdingKnown && earlier.account == leg.account && earlier.asset == leg.asset)
            {
                leg.holding.set(earlier.holding);
                holdingKnown = true;
            }
        }
        if (!totalKnown)
        {
            final int index = tables.findBalance(leg.account, leg.book, leg.location, leg.asset);
            if (index == KeyedTable.ABSENT)
            {
                leg.total.setZero();
            }
            else
            {
                balance.wrap(tables.balances(), index).get(leg.purpose, leg.total);
            }
        }
        if (!holdingKnown)
        {
            final int index = tables.holdings().find(KeyedTable.key(leg.account, leg.asset), 0, 0);
            if (index == KeyedTable.ABSENT)
            {
                leg.holding.setZero();
            }
            else
            {
                holding.wrap(tables.holdings(), index).qty(leg.holding);
            }
        }
    }

    private int openHolding(final int account, final int assetNumber)
    {
        final int known = tables.holdings().find(KeyedTable.key(account, assetNumber), 0, 0);
        if (known != KeyedTable.ABSENT)
        {
            return known;
        }
        final int index = tables.holdings().findOrAdd(KeyedTable.key(account, assetNumber), 0, 0);
        wrapAsset(assetNumber);
        holding.wrap(tables.holdings(), index).nextSameAsset(asset.firstHolding());
        asset.firstHolding(index + 1);
        return index;
    }

    private void addToSum(final Leg leg)
    {
        wrapAsset(leg.asset);
        final long low = asset.sumLow() + leg.delta.low();
        final long carry = Long.compareUnsigned(low, leg.delta.low()) < 0 ? 1 : 0;
        asset.sumHigh(asset.sumHigh() + leg.delta.high() + carry).sumLow(low);
    }

    private void requireZeroSum(final int assetNumber)
    {
        wrapAsset(assetNumber);
        if ((asset.sumLow() | asset.sumHigh()) != 0)
        {
            throw new LedgerException("legs do not sum to zero: asset=" + assetNumber + ", sum=" +
                new Amount().setRaw(asset.sumHigh(), asset.sumLow()));
        }
    }

    private void wrapAsset(final int assetNumber)
    {
        asset.wrap(tables.assets(), tables.assets().find(assetNumber, 0, 0));
    }

    /** Enters a loaded balance into what follows from balances. */
    void derive(final int account, final int assetNumber, final Amount amount)
    {
        final Leg leg = legs[0];
        leg.account = account;
        leg.asset = assetNumber;
        leg.delta.set(amount);
        holding.wrap(tables.holdings(), openHolding(account, assetNumber)).qty(leg.holding);
        holding.putQty(leg.holding.add(amount));
        addToSum(leg);
    }
}
