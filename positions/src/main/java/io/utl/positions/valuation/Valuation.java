package io.utl.positions.valuation;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.amount.Rounding;
import io.utl.codecs.sbe.AccountKind;
import io.utl.codecs.sbe.CostMethod;
import io.utl.positions.ledger.Ledger;
import io.utl.positions.ledger.Marks;
import io.utl.positions.ledger.PositionView;
import io.utl.positions.table.AccountFlyweight;
import io.utl.positions.table.AssetFlyweight;
import io.utl.positions.table.HoldingFlyweight;
import io.utl.positions.table.InstrumentFlyweight;
import io.utl.positions.table.KeyedTable;
import io.utl.positions.table.LedgerTables;

/**
 * Values positions and holdings at the marks, when asked.
 * <p>
 * Thread: core. Allocates: nothing. Each method that returns false says UNPRICED: there is no mark, and {@code into} is
 * null. A value that does not fit 128 bits throws AmountRangeException: the caller says so instead of a figure.
 */
public final class Valuation
{
    private static final Amount ONE = new Amount().setUnits(1);

    private final LedgerTables tables;
    private final Marks marks;
    private final AssetFlyweight assetRecord = new AssetFlyweight();
    private final AccountFlyweight accountRecord = new AccountFlyweight();
    private final InstrumentFlyweight instrumentRecord = new InstrumentFlyweight();
    private final HoldingFlyweight holding = new HoldingFlyweight();
    private final Amount basis = new Amount();
    private final Amount price = new Amount();
    private final Amount qty = new Amount();

    public Valuation(final Ledger ledger)
    {
        this.tables = ledger.tables();
        this.marks = ledger.marks();
    }

    /** Open quantity at the mark, less cost with capitalised fees; zero when flat, also without a mark. */
    public boolean unrealized(final PositionView position, final CostMethod method, final Amount into)
    {
        if (position.netQty().isZero())
        {
            into.setZero();
            return true;
        }
        final int instrument = marks.instrumentOf(position.asset(), position.costAsset());
        if (instrument == 0)
        {
            into.setNull();
            return false;
        }
        valueAt(instrument, position.netQty(), into);
        into.subtract(position.cost(method).costBasis(basis));
        return true;
    }

    /** Realized net of fees, plus unrealized. */
    public boolean total(final PositionView position, final CostMethod method, final Amount into)
    {
        if (!unrealized(position, method, into))
        {
            return false;
        }
        into.add(position.realizedNet(method, basis));
        return true;
    }

    /**
     * Holdings of one asset, all books, locations and purposes, valued in another.
     *
     * @param account 0: the firm, that is all accounts that are not external.
     * @return {@code into.isPriced()}.
     */
    public boolean exposure(final int account, final int asset, final int valueAsset, final Exposure into)
    {
        into.netQty.setZero();
        into.grossQty.setZero();
        final int assetIndex = tables.assets().find(asset, 0, 0);
        int at = assetIndex == KeyedTable.ABSENT ? 0 : assetRecord.wrap(tables.assets(), assetIndex).firstHolding();
        while (at != 0)
        {
            holding.wrap(tables.holdings(), at - 1);
            if (account == 0 ? isOwn(holding.account()) : holding.account() == account)
            {
                into.netQty.add(holding.qty(qty));
                into.grossQty.add(qty.abs());
            }
            at = holding.nextSameAsset();
        }
        return value(asset, valueAsset, into);
    }

    private boolean value(final int asset, final int valueAsset, final Exposure into)
    {
        final int instrument = asset == valueAsset ? 0 : marks.instrumentOf(asset, valueAsset);
        into.priced = asset == valueAsset || instrument != 0;
        into.markTimeNs = asset == valueAsset ? Long.MAX_VALUE : marks.timeNs(instrument);
        if (!into.priced)
        {
            into.netValue.setNull();
            into.grossValue.setNull();
        }
        else if (asset == valueAsset)
        {
            into.netValue.set(into.netQty);
            into.grossValue.set(into.grossQty);
        }
        else
        {
            marks.price(instrument, price);
            into.netValue.product(into.netQty, price, Rounding.HALF_EVEN);
            into.grossValue.product(into.grossQty, price, Rounding.HALF_EVEN);
        }
        return into.priced;
    }

    private void valueAt(final int instrument, final Amount units, final Amount into)
    {
        marks.price(instrument, price);
        instrumentRecord.wrap(tables.instruments(), tables.instruments().find(instrument, 0, 0));
        if (instrumentRecord.multiplier(qty).equals(ONE))
        {
            into.product(units, price, Rounding.HALF_EVEN);
        }
        else
        {
            into.product(units, qty, Rounding.HALF_EVEN);
            into.product(into, price, Rounding.HALF_EVEN);
        }
    }

    private boolean isOwn(final int account)
    {
        final int index = tables.accounts().find(account, 0, 0);
        return accountRecord.wrap(tables.accounts(), index).kind() != AccountKind.EXTERNAL.value();
    }
}
