package io.utl.positions.ledger;

import io.utl.codecs.sbe.CostMethod;
import io.utl.positions.table.CostFlyweight;
import io.utl.positions.table.LedgerTables;
import io.utl.positions.table.PositionFlyweight;

/** Copies positions from the table into views. Thread: core. Allocates: nothing after construction. */
final class PositionReader
{
    private final LedgerTables tables;
    private final PositionFlyweight position = new PositionFlyweight();
    private final CostFlyweight cost = new CostFlyweight();

    PositionReader(final LedgerTables tables)
    {
        this.tables = tables;
    }

    PositionView read(final int index, final PositionView into)
    {
        position.wrap(tables.positions(), index);
        into.account = position.account();
        into.book = position.book();
        into.asset = position.asset();
        into.costAsset = position.costAsset();
        into.lastSequence = position.lastSequence();
        position.netQty(into.netQty);
        position.boughtQty(into.boughtQty);
        position.soldQty(into.soldQty);
        position.fees(into.fees);
        position.baseFees(into.baseFees);
        position.funding(into.funding);
        readCost(CostMethod.WAC, into.wac);
        readCost(CostMethod.FIFO, into.fifo);
        into.lotCount = cost.lotCount();
        return into;
    }

    private void readCost(final CostMethod method, final CostView into)
    {
        position.cost(method, cost);
        cost.rawCost(into.rawCost);
        cost.feeCost(into.feeCost);
        cost.realized(into.realized);
        cost.recognisedFees(into.recognisedFees);
        cost.movedCost(into.movedCost);
        cost.movedFees(into.movedFees);
    }
}
