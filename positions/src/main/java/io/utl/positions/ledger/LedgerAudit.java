package io.utl.positions.ledger;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.CostMethod;
import io.utl.codecs.sbe.Purpose;
import io.utl.positions.table.AssetFlyweight;
import io.utl.positions.table.BalanceFlyweight;
import io.utl.positions.table.CostFlyweight;
import io.utl.positions.table.LedgerTables;
import io.utl.positions.table.LotFlyweight;
import io.utl.positions.table.PositionFlyweight;

import java.util.Arrays;

/**
 * Sums the books the long way. Thread: the one that owns the ledger. Allocates: when assets were added.
 */
final class LedgerAudit
{
    private static final Purpose[] PURPOSES = Purpose.values();

    private final LedgerTables tables;
    private final BalanceFlyweight balance = new BalanceFlyweight();
    private final AssetFlyweight asset = new AssetFlyweight();
    private final PositionFlyweight position = new PositionFlyweight();
    private final CostFlyweight cost = new CostFlyweight();
    private final LotFlyweight lot = new LotFlyweight();
    private final Amount amount = new Amount();
    private final Amount qty = new Amount();
    private final Amount raw = new Amount();
    private final Amount fee = new Amount();
    private long[] sums = new long[256];

    LedgerAudit(final LedgerTables tables)
    {
        this.tables = tables;
    }

    void assertConservation()
    {
        if (sums.length < tables.assets().size() * 2)
        {
            sums = new long[tables.assets().size() * 4];
        }
        Arrays.fill(sums, 0);
        for (int i = 0; i < tables.balances().size(); i++)
        {
            balance.wrap(tables.balances(), i);
            final int at = tables.assets().find(balance.asset(), 0, 0) * 2;
            for (final Purpose purpose : PURPOSES)
            {
                if (purpose != Purpose.NULL_VAL)
                {
                    balance.get(purpose, amount);
                    final long low = sums[at] + amount.low();
                    sums[at + 1] += amount.high() + (Long.compareUnsigned(low, amount.low()) < 0 ? 1 : 0);
                    sums[at] = low;
                }
            }
        }
        for (int i = 0; i < tables.assets().size(); i++)
        {
            asset.wrap(tables.assets(), i);
            if ((sums[2 * i] | sums[2 * i + 1] | asset.sumLow() | asset.sumHigh()) != 0)
            {
                throw new LedgerException("books do not sum to zero: asset=" + asset.asset() + ", sum=" +
                    amount.setRaw(sums[2 * i + 1], sums[2 * i]) + ", running sum=" +
                    qty.setRaw(asset.sumHigh(), asset.sumLow()));
            }
        }
    }

    void assertLots()
    {
        for (int i = 0; i < tables.positions().size(); i++)
        {
            position.wrap(tables.positions(), i).cost(CostMethod.FIFO, cost);
            qty.setZero();
            raw.setZero();
            fee.setZero();
            int count = 0;
            for (int at = cost.firstLot(); at != 0; at = lot.next())
            {
                lot.wrap(tables.lots(), at - 1);
                qty.add(lot.qty(amount));
                raw.add(lot.rawCost(amount));
                fee.add(lot.feeCost(amount));
                count++;
            }
            require(count == cost.lotCount() && qty.equals(position.netQty(amount)), "quantity of lots", qty);
            require(raw.equals(cost.rawCost(amount)), "raw cost of lots", raw);
            require(fee.equals(cost.feeCost(amount)), "fees of lots", fee);
            require(position.boughtQty(raw).subtract(position.soldQty(fee)).equals(qty), "in less out", raw);
            position.cost(CostMethod.WAC, cost);
            final boolean costless = cost.rawCost(raw).isZero() && cost.feeCost(fee).isZero();
            require(!qty.isZero() || costless && count == 0, "cost of a flat position", raw);
        }
    }

    private void require(final boolean holds, final String what, final Amount value)
    {
        if (!holds)
        {
            throw new LedgerException(what + "=" + value + " does not fit the position: account=" + position.account() +
                ", book=" + position.book() + ", asset=" + position.asset() + ", costAsset=" + position.costAsset() +
                ", lots=" + qty + ", net=" + position.netQty(amount));
        }
    }
}
