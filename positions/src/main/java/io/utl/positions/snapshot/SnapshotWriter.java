package io.utl.positions.snapshot;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.frame.RecordSink;
import io.utl.codecs.sbe.AccountKind;
import io.utl.codecs.sbe.CostMethod;
import io.utl.codecs.sbe.FeePolicy;
import io.utl.codecs.sbe.InstrumentKind;
import io.utl.codecs.sbe.LedgerAccountRecordEncoder;
import io.utl.codecs.sbe.LedgerAssetRecordEncoder;
import io.utl.codecs.sbe.LedgerBalanceRecordEncoder;
import io.utl.codecs.sbe.LedgerCostRecordEncoder;
import io.utl.codecs.sbe.LedgerHeadRecordEncoder;
import io.utl.codecs.sbe.LedgerInstrumentRecordEncoder;
import io.utl.codecs.sbe.LedgerLotRecordEncoder;
import io.utl.codecs.sbe.LedgerPositionRecordEncoder;
import io.utl.codecs.sbe.LedgerSeenRecordEncoder;
import io.utl.codecs.sbe.MessageHeaderEncoder;
import io.utl.codecs.sbe.Oversell;
import io.utl.positions.table.AccountFlyweight;
import io.utl.positions.table.BalanceFlyweight;
import io.utl.positions.table.CostFlyweight;
import io.utl.positions.table.InstrumentFlyweight;
import io.utl.positions.table.KeyedTable;
import io.utl.positions.table.LedgerTables;
import io.utl.positions.table.LotFlyweight;
import io.utl.positions.table.PositionFlyweight;
import io.utl.positions.table.SeenFlyweight;

import org.agrona.concurrent.UnsafeBuffer;

/** Turns the tables into records, table by table, each in key order. Thread: the one that owns the ledger. */
final class SnapshotWriter
{
    private static final CostMethod[] METHODS = {CostMethod.WAC, CostMethod.FIFO};
    private static final short TRADES = 1;
    private static final short EXTERNAL = 2;

    private final LedgerTables tables;
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[1024]);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final LedgerPositionRecordEncoder positionRecord = new LedgerPositionRecordEncoder();
    private final LedgerCostRecordEncoder costRecord = new LedgerCostRecordEncoder();
    private final LedgerLotRecordEncoder lotRecord = new LedgerLotRecordEncoder();
    private final PositionFlyweight position = new PositionFlyweight();
    private final CostFlyweight cost = new CostFlyweight();
    private final LotFlyweight lot = new LotFlyweight();
    private final Amount amount = new Amount();

    SnapshotWriter(final LedgerTables tables)
    {
        this.tables = tables;
    }

    void write(final RecordSink sink)
    {
        final LedgerHeadRecordEncoder head = new LedgerHeadRecordEncoder();
        head.wrapAndApplyHeader(buffer, 0, header).lotSequence(tables.lotSequence()).breaks(tables.breaks());
        emit(sink, head.encodedLength());
        writeAssets(sink);
        writeInstruments(sink);
        writeAccounts(sink);
        writeBalances(sink);
        for (final int index : KeyOrder.of(tables.positions()))
        {
            writePosition(sink, index);
        }
        writeSeen(sink, tables.seenTrades(), TRADES);
        writeSeen(sink, tables.seenExternal(), EXTERNAL);
    }

    private void writeAssets(final RecordSink sink)
    {
        final LedgerAssetRecordEncoder record = new LedgerAssetRecordEncoder();
        for (final int index : KeyOrder.of(tables.assets()))
        {
            record.wrapAndApplyHeader(buffer, 0, header).asset((int)tables.assets().keyOf(index, 0));
            emit(sink, record.encodedLength());
        }
    }

    private void writeInstruments(final RecordSink sink)
    {
        final LedgerInstrumentRecordEncoder record = new LedgerInstrumentRecordEncoder();
        final InstrumentFlyweight instrument = new InstrumentFlyweight();
        for (final int index : KeyOrder.of(tables.instruments()))
        {
            instrument.wrap(tables.instruments(), index);
            record.wrapAndApplyHeader(buffer, 0, header);
            final int at = record.offset();
            instrument.multiplier(amount).put(buffer, at + LedgerInstrumentRecordEncoder.multiplierEncodingOffset());
            instrument.bid(amount).put(buffer, at + LedgerInstrumentRecordEncoder.bidEncodingOffset());
            instrument.ask(amount).put(buffer, at + LedgerInstrumentRecordEncoder.askEncodingOffset());
            instrument.price(amount).put(buffer, at + LedgerInstrumentRecordEncoder.priceEncodingOffset());
            record.markTimeNs(instrument.markTimeNs()).instrument((int)instrument.instrument())
                .baseAsset(instrument.base()).quoteAsset(instrument.quote())
                .kind(InstrumentKind.get(instrument.kind()));
            emit(sink, record.encodedLength());
        }
    }

    private void writeAccounts(final RecordSink sink)
    {
        final LedgerAccountRecordEncoder record = new LedgerAccountRecordEncoder();
        final AccountFlyweight account = new AccountFlyweight();
        for (final int index : KeyOrder.of(tables.accounts()))
        {
            account.wrap(tables.accounts(), index);
            record.wrapAndApplyHeader(buffer, 0, header).account((int)account.account()).entity(account.entity())
                .kind(AccountKind.get(account.kind())).feePolicy(FeePolicy.get(account.feePolicy()))
                .oversell(Oversell.get(account.oversell())).incomplete(account.incomplete());
            emit(sink, record.encodedLength());
        }
    }

    private void writeBalances(final RecordSink sink)
    {
        final LedgerBalanceRecordEncoder record = new LedgerBalanceRecordEncoder();
        final BalanceFlyweight balance = new BalanceFlyweight();
        for (final int index : KeyOrder.of(tables.balances()))
        {
            balance.wrap(tables.balances(), index);
            record.wrapAndApplyHeader(buffer, 0, header);
            final int at = record.offset();
            balance.free(amount).put(buffer, at + LedgerBalanceRecordEncoder.freeEncodingOffset());
            balance.held(amount).put(buffer, at + LedgerBalanceRecordEncoder.heldEncodingOffset());
            balance.inTransit(amount).put(buffer, at + LedgerBalanceRecordEncoder.inTransitEncodingOffset());
            balance.suspense(amount).put(buffer, at + LedgerBalanceRecordEncoder.suspenseEncodingOffset());
            record.account(balance.account()).book(balance.book()).location(balance.location())
                .asset(balance.asset());
            emit(sink, record.encodedLength());
        }
    }

    private void writePosition(final RecordSink sink, final int index)
    {
        position.wrap(tables.positions(), index);
        positionRecord.wrapAndApplyHeader(buffer, 0, header);
        final int at = positionRecord.offset();
        position.netQty(amount).put(buffer, at + LedgerPositionRecordEncoder.netQtyEncodingOffset());
        position.boughtQty(amount).put(buffer, at + LedgerPositionRecordEncoder.boughtQtyEncodingOffset());
        position.soldQty(amount).put(buffer, at + LedgerPositionRecordEncoder.soldQtyEncodingOffset());
        position.fees(amount).put(buffer, at + LedgerPositionRecordEncoder.feesEncodingOffset());
        position.baseFees(amount).put(buffer, at + LedgerPositionRecordEncoder.baseFeesEncodingOffset());
        position.funding(amount).put(buffer, at + LedgerPositionRecordEncoder.fundingEncodingOffset());
        positionRecord.lastSequence(position.lastSequence())
            .account(position.account()).book(position.book()).asset(position.asset())
            .costAsset(position.costAsset()).location(position.location()).instrument(position.instrument());
        emit(sink, positionRecord.encodedLength());
        for (final CostMethod method : METHODS)
        {
            position.cost(method, cost);
            writeCost(sink, method);
            for (int next = cost.firstLot(); next != 0; next = lot.next())
            {
                lot.wrap(tables.lots(), next - 1);
                writeLot(sink, method);
            }
        }
    }

    private void writeCost(final RecordSink sink, final CostMethod method)
    {
        costRecord.wrapAndApplyHeader(buffer, 0, header);
        final int at = costRecord.offset();
        cost.rawCost(amount).put(buffer, at + LedgerCostRecordEncoder.rawCostEncodingOffset());
        cost.feeCost(amount).put(buffer, at + LedgerCostRecordEncoder.feeCostEncodingOffset());
        cost.realized(amount).put(buffer, at + LedgerCostRecordEncoder.realizedEncodingOffset());
        cost.recognisedFees(amount).put(buffer, at + LedgerCostRecordEncoder.recognisedFeesEncodingOffset());
        cost.movedCost(amount).put(buffer, at + LedgerCostRecordEncoder.movedCostEncodingOffset());
        cost.movedFees(amount).put(buffer, at + LedgerCostRecordEncoder.movedFeesEncodingOffset());
        costRecord.account(position.account()).book(position.book()).asset(position.asset())
            .costAsset(position.costAsset()).location(position.location()).instrument(position.instrument())
            .method(method);
        emit(sink, costRecord.encodedLength());
    }

    private void writeLot(final RecordSink sink, final CostMethod method)
    {
        lotRecord.wrapAndApplyHeader(buffer, 0, header);
        final int at = lotRecord.offset();
        lot.qty(amount).put(buffer, at + LedgerLotRecordEncoder.qtyEncodingOffset());
        lot.rawCost(amount).put(buffer, at + LedgerLotRecordEncoder.rawCostEncodingOffset());
        lot.feeCost(amount).put(buffer, at + LedgerLotRecordEncoder.feeCostEncodingOffset());
        lot.price(amount).put(buffer, at + LedgerLotRecordEncoder.priceEncodingOffset());
        lotRecord.acquiredTimeNs(lot.acquiredTimeNs()).lotSequence(lot.lotSequence())
            .account(position.account()).book(position.book()).asset(position.asset())
            .costAsset(position.costAsset()).location(position.location()).instrument(position.instrument())
            .method(method);
        emit(sink, lotRecord.encodedLength());
    }

    private void writeSeen(final RecordSink sink, final KeyedTable table, final short kind)
    {
        final LedgerSeenRecordEncoder record = new LedgerSeenRecordEncoder();
        final SeenFlyweight seen = new SeenFlyweight();
        for (final int index : KeyOrder.of(table))
        {
            seen.wrap(table, index);
            record.wrapAndApplyHeader(buffer, 0, header).idHigh(seen.idHigh()).idLow(seen.idLow())
                .contentHash(seen.contentHash()).kind(kind);
            emit(sink, record.encodedLength());
        }
    }

    private void emit(final RecordSink sink, final int encodedLength)
    {
        sink.record(buffer, 0, MessageHeaderEncoder.ENCODED_LENGTH + encodedLength);
    }
}
