package io.utl.positions.snapshot;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.LedgerAccountRecordDecoder;
import io.utl.codecs.sbe.LedgerAssetRecordDecoder;
import io.utl.codecs.sbe.LedgerBalanceRecordDecoder;
import io.utl.codecs.sbe.LedgerCostRecordDecoder;
import io.utl.codecs.sbe.LedgerHeadRecordDecoder;
import io.utl.codecs.sbe.LedgerInstrumentRecordDecoder;
import io.utl.codecs.sbe.LedgerLotRecordDecoder;
import io.utl.codecs.sbe.LedgerPositionRecordDecoder;
import io.utl.codecs.sbe.LedgerSeenRecordDecoder;
import io.utl.codecs.sbe.MessageHeaderDecoder;
import io.utl.codecs.sbe.Purpose;
import io.utl.positions.cost.LotChain;
import io.utl.positions.ledger.Ledger;
import io.utl.positions.table.AccountFlyweight;
import io.utl.positions.table.BalanceFlyweight;
import io.utl.positions.table.CostFlyweight;
import io.utl.positions.table.KeyedTable;
import io.utl.positions.table.LedgerTables;
import io.utl.positions.table.PositionFlyweight;
import io.utl.positions.table.SeenFlyweight;

import org.agrona.DirectBuffer;

/** Puts records back into the tables, and what follows from them beside. Thread: the one that owns the ledger. */
final class SnapshotLoader
{
    private final Ledger ledger;
    private final LedgerTables tables;
    private final LotChain lots;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final LedgerHeadRecordDecoder head = new LedgerHeadRecordDecoder();
    private final LedgerAssetRecordDecoder assetRecord = new LedgerAssetRecordDecoder();
    private final LedgerInstrumentRecordDecoder instrumentRecord = new LedgerInstrumentRecordDecoder();
    private final LedgerAccountRecordDecoder accountRecord = new LedgerAccountRecordDecoder();
    private final LedgerBalanceRecordDecoder balanceRecord = new LedgerBalanceRecordDecoder();
    private final LedgerPositionRecordDecoder positionRecord = new LedgerPositionRecordDecoder();
    private final LedgerCostRecordDecoder costRecord = new LedgerCostRecordDecoder();
    private final LedgerLotRecordDecoder lotRecord = new LedgerLotRecordDecoder();
    private final LedgerSeenRecordDecoder seenRecord = new LedgerSeenRecordDecoder();
    private final AccountFlyweight account = new AccountFlyweight();
    private final BalanceFlyweight balance = new BalanceFlyweight();
    private final PositionFlyweight position = new PositionFlyweight();
    private final CostFlyweight cost = new CostFlyweight();
    private final SeenFlyweight seen = new SeenFlyweight();
    private final Amount amount = new Amount();
    private final Amount raw = new Amount();
    private final Amount fee = new Amount();
    private final Amount price = new Amount();

    SnapshotLoader(final Ledger ledger)
    {
        this.ledger = ledger;
        this.tables = ledger.tables();
        this.lots = new LotChain(tables);
    }

    void load(final DirectBuffer buffer, final int offset)
    {
        switch (header.wrap(buffer, offset).templateId())
        {
            case LedgerHeadRecordDecoder.TEMPLATE_ID ->
            {
                head.wrapAndApplyHeader(buffer, offset, header);
                tables.lotSequence(head.lotSequence());
                tables.breaks(head.breaks());
            }
            case LedgerAssetRecordDecoder.TEMPLATE_ID ->
                ledger.defineAsset(assetRecord.wrapAndApplyHeader(buffer, offset, header).asset());
            case LedgerInstrumentRecordDecoder.TEMPLATE_ID ->
                loadInstrument(instrumentRecord.wrapAndApplyHeader(buffer, offset, header), buffer);
            case LedgerAccountRecordDecoder.TEMPLATE_ID ->
                loadAccount(accountRecord.wrapAndApplyHeader(buffer, offset, header));
            case LedgerBalanceRecordDecoder.TEMPLATE_ID ->
                loadBalance(balanceRecord.wrapAndApplyHeader(buffer, offset, header), buffer);
            case LedgerPositionRecordDecoder.TEMPLATE_ID ->
                loadPosition(positionRecord.wrapAndApplyHeader(buffer, offset, header), buffer);
            case LedgerCostRecordDecoder.TEMPLATE_ID ->
                loadCost(costRecord.wrapAndApplyHeader(buffer, offset, header), buffer);
            case LedgerLotRecordDecoder.TEMPLATE_ID ->
                loadLot(lotRecord.wrapAndApplyHeader(buffer, offset, header), buffer);
            case LedgerSeenRecordDecoder.TEMPLATE_ID ->
                loadSeen(seenRecord.wrapAndApplyHeader(buffer, offset, header));
            default -> throw new IllegalArgumentException("templateId=" + header.templateId() +
                " is no record of the ledger (600-608); give it to the part of the core it belongs to");
        }
    }

    private void loadInstrument(final LedgerInstrumentRecordDecoder record, final DirectBuffer buffer)
    {
        final int at = record.offset();
        amount.get(buffer, at + LedgerInstrumentRecordDecoder.multiplierEncodingOffset());
        ledger.defineInstrument(record.instrument(), record.baseAsset(), record.quoteAsset(), amount);
        price.get(buffer, at + LedgerInstrumentRecordDecoder.priceEncodingOffset());
        if (!price.isNull())
        {
            raw.get(buffer, at + LedgerInstrumentRecordDecoder.bidEncodingOffset());
            fee.get(buffer, at + LedgerInstrumentRecordDecoder.askEncodingOffset());
            ledger.marks().mark(record.instrument(), raw, fee, price, record.markTimeNs());
        }
    }

    private void loadAccount(final LedgerAccountRecordDecoder record)
    {
        ledger.defineAccount(
            record.account(), record.entity(), record.kind(), record.feePolicy(), record.oversell());
        account.wrap(tables.accounts(), tables.accounts().find(record.account(), 0, 0))
            .incomplete(record.incomplete());
    }

    private void loadBalance(final LedgerBalanceRecordDecoder record, final DirectBuffer buffer)
    {
        final int at = record.offset();
        balance.wrap(
            tables.balances(),
            tables.openBalance(record.account(), record.book(), record.location(), record.asset()));
        loadPurpose(record, Purpose.FREE, buffer, at + LedgerBalanceRecordDecoder.freeEncodingOffset());
        loadPurpose(record, Purpose.HELD, buffer, at + LedgerBalanceRecordDecoder.heldEncodingOffset());
        loadPurpose(record, Purpose.IN_TRANSIT, buffer, at + LedgerBalanceRecordDecoder.inTransitEncodingOffset());
        loadPurpose(record, Purpose.SUSPENSE, buffer, at + LedgerBalanceRecordDecoder.suspenseEncodingOffset());
    }

    private void loadPurpose(
        final LedgerBalanceRecordDecoder record, final Purpose purpose, final DirectBuffer buffer, final int at)
    {
        balance.put(purpose, amount.get(buffer, at));
        ledger.derive(record.account(), record.asset(), amount);
    }

    private void loadPosition(final LedgerPositionRecordDecoder record, final DirectBuffer buffer)
    {
        final int at = record.offset();
        final int index =
            tables.openPosition(record.account(), record.book(), record.asset(), record.costAsset());
        position.wrap(tables.positions(), index)
            .lastSequence(record.lastSequence())
            .putNetQty(amount.get(buffer, at + LedgerPositionRecordDecoder.netQtyEncodingOffset()))
            .putBoughtQty(amount.get(buffer, at + LedgerPositionRecordDecoder.boughtQtyEncodingOffset()))
            .putSoldQty(amount.get(buffer, at + LedgerPositionRecordDecoder.soldQtyEncodingOffset()))
            .putFees(amount.get(buffer, at + LedgerPositionRecordDecoder.feesEncodingOffset()))
            .putBaseFees(amount.get(buffer, at + LedgerPositionRecordDecoder.baseFeesEncodingOffset()))
            .putFunding(amount.get(buffer, at + LedgerPositionRecordDecoder.fundingEncodingOffset()));
    }

    private void loadCost(final LedgerCostRecordDecoder record, final DirectBuffer buffer)
    {
        final int at = record.offset();
        final int index =
            require(tables.findPosition(record.account(), record.book(), record.asset(), record.costAsset()));
        position.wrap(tables.positions(), index).cost(record.method(), cost)
            .putRawCost(amount.get(buffer, at + LedgerCostRecordDecoder.rawCostEncodingOffset()))
            .putFeeCost(amount.get(buffer, at + LedgerCostRecordDecoder.feeCostEncodingOffset()))
            .putRealized(amount.get(buffer, at + LedgerCostRecordDecoder.realizedEncodingOffset()))
            .putRecognisedFees(amount.get(buffer, at + LedgerCostRecordDecoder.recognisedFeesEncodingOffset()))
            .putMovedCost(amount.get(buffer, at + LedgerCostRecordDecoder.movedCostEncodingOffset()))
            .putMovedFees(amount.get(buffer, at + LedgerCostRecordDecoder.movedFeesEncodingOffset()));
    }

    private void loadLot(final LedgerLotRecordDecoder record, final DirectBuffer buffer)
    {
        final int at = record.offset();
        final int index =
            require(tables.findPosition(record.account(), record.book(), record.asset(), record.costAsset()));
        lots.add(
            index,
            amount.get(buffer, at + LedgerLotRecordDecoder.qtyEncodingOffset()),
            raw.get(buffer, at + LedgerLotRecordDecoder.rawCostEncodingOffset()),
            fee.get(buffer, at + LedgerLotRecordDecoder.feeCostEncodingOffset()),
            price.get(buffer, at + LedgerLotRecordDecoder.priceEncodingOffset()),
            record.acquiredTimeNs(),
            record.lotSequence());
    }

    private void loadSeen(final LedgerSeenRecordDecoder record)
    {
        final KeyedTable table = record.kind() == 1 ? tables.seenTrades() : tables.seenExternal();
        seen.wrap(table, table.findOrAdd(record.idHigh(), record.idLow(), 0)).contentHash(record.contentHash());
    }

    private static int require(final int positionIndex)
    {
        if (positionIndex == KeyedTable.ABSENT)
        {
            throw new IllegalArgumentException(
                "a cost or lot record came before its position: load the records in the order written");
        }
        return positionIndex;
    }
}
