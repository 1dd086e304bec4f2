package io.utl.gateway.core.event;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.frame.EventFrame;
import io.utl.codecs.sbe.BalanceChangedEncoder;
import io.utl.codecs.sbe.BookingKind;
import io.utl.codecs.sbe.BreakKind;
import io.utl.codecs.sbe.CostMethod;
import io.utl.codecs.sbe.LotsMovedEncoder;
import io.utl.codecs.sbe.MessageHeaderEncoder;
import io.utl.codecs.sbe.PositionChangedEncoder;
import io.utl.codecs.sbe.Purpose;
import io.utl.codecs.sbe.TradeBookedEncoder;
import io.utl.gateway.core.reference.Book;
import io.utl.gateway.core.reference.Reference;
import io.utl.positions.ledger.BookedTrade;
import io.utl.positions.ledger.LedgerEvents;
import io.utl.positions.ledger.MovedLots;
import io.utl.positions.ledger.PositionView;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Turns what the ledger says in numbers into events with names.
 * <p>
 * Thread: core. Allocates: nothing.
 */
public final class LedgerTeller implements LedgerEvents
{
    private static final int NAME_LENGTH = TradeBookedEncoder.venueTradeIdLength();

    private final EventWriter writer;
    private final Reference reference;
    private final Notices notices;
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final TradeBookedEncoder trade = new TradeBookedEncoder();
    private final LotsMovedEncoder lots = new LotsMovedEncoder();
    private final BalanceChangedEncoder balance = new BalanceChangedEncoder();
    private final PositionChangedEncoder position = new PositionChangedEncoder();
    private final UnsafeBuffer name = new UnsafeBuffer(new byte[NAME_LENGTH]);
    private final Amount amount = new Amount();
    private final Sentence words = new Sentence();
    private MutableDirectBuffer buffer;

    public LedgerTeller(final EventWriter writer, final Reference reference, final Notices notices)
    {
        this.writer = writer;
        this.reference = reference;
        this.notices = notices;
    }

    /** Outside name of what is booked next: 64 bytes, a venue's trade id or an external id. */
    public void named(final DirectBuffer from, final int offset)
    {
        name.putBytes(0, from, offset, NAME_LENGTH);
    }

    @Override
    public void tradeBooked(final BookedTrade booked)
    {
        final EventFrame frame = writer.next(reference.accounts.get(booked.entry().account()));
        buffer = frame.buffer();
        trade.wrapAndApplyHeader(buffer, frame.messageOffset(), header);
        final int base = trade.offset();
        buffer.setMemory(base, TradeBookedEncoder.BLOCK_LENGTH, (byte)0);
        booked.qty().put(buffer, base + TradeBookedEncoder.qtyEncodingOffset());
        booked.entry().price().put(buffer, base + TradeBookedEncoder.priceEncodingOffset());
        booked.value().put(buffer, base + TradeBookedEncoder.valueEncodingOffset());
        booked.entry().fee().put(buffer, base + TradeBookedEncoder.feeEncodingOffset());
        booked.feeValue().put(buffer, base + TradeBookedEncoder.feeValueEncodingOffset());
        booked.realizedWac().put(buffer, base + TradeBookedEncoder.realizedWacEncodingOffset());
        booked.realizedFifo().put(buffer, base + TradeBookedEncoder.realizedFifoEncodingOffset());
        booked.netQty().put(buffer, base + TradeBookedEncoder.netQtyEncodingOffset());
        buffer.putBytes(base + TradeBookedEncoder.venueTradeIdEncodingOffset(), name, 0, NAME_LENGTH);
        account(booked.entry().account(), base + TradeBookedEncoder.accountEncodingOffset());
        reference.instruments.names().copy(
            booked.entry().instrument(), buffer, base + TradeBookedEncoder.symbolEncodingOffset());
        book(booked.entry().book(), base + TradeBookedEncoder.bookEncodingOffset());
        asset(booked.feeAsset(), base + TradeBookedEncoder.feeAssetEncodingOffset());
        venue(booked.entry().location(), base + TradeBookedEncoder.venueEncodingOffset());
        trade.orderId(booked.entry().orderId()).venueTimeNs(booked.entry().acquiredTimeNs());
        writer.written(trade.encodedLength());
    }

    @Override
    public void lotsMoved(final MovedLots moved)
    {
        final EventFrame frame = writer.next(reference.accounts.get(moved.account()));
        buffer = frame.buffer();
        lots.wrapAndApplyHeader(buffer, frame.messageOffset(), header);
        final int base = lots.offset();
        buffer.setMemory(base, LotsMovedEncoder.BLOCK_LENGTH, (byte)0);
        moved.qty().put(buffer, base + LotsMovedEncoder.qtyEncodingOffset());
        moved.costWac().put(buffer, base + LotsMovedEncoder.costWacEncodingOffset());
        moved.costFifo().put(buffer, base + LotsMovedEncoder.costFifoEncodingOffset());
        buffer.putBytes(base + LotsMovedEncoder.externalIdEncodingOffset(), name, 0, NAME_LENGTH);
        account(moved.account(), base + LotsMovedEncoder.accountEncodingOffset());
        book(moved.book(), base + LotsMovedEncoder.bookEncodingOffset());
        asset(moved.asset(), base + LotsMovedEncoder.assetEncodingOffset());
        asset(moved.costAsset(), base + LotsMovedEncoder.costAssetEncodingOffset());
        lots.kind(moved.kind());
        writer.written(lots.encodedLength());
    }

    @Override
    public void balanceChanged(
        final int account,
        final int book,
        final int location,
        final int asset,
        final Purpose purpose,
        final BookingKind kind,
        final Amount delta,
        final Amount total)
    {
        final EventFrame frame = writer.next(reference.accounts.get(account));
        buffer = frame.buffer();
        balance.wrapAndApplyHeader(buffer, frame.messageOffset(), header);
        final int base = balance.offset();
        buffer.setMemory(base, BalanceChangedEncoder.BLOCK_LENGTH, (byte)0);
        delta.put(buffer, base + BalanceChangedEncoder.deltaEncodingOffset());
        total.put(buffer, base + BalanceChangedEncoder.totalEncodingOffset());
        account(account, base + BalanceChangedEncoder.accountEncodingOffset());
        book(book, base + BalanceChangedEncoder.bookEncodingOffset());
        asset(asset, base + BalanceChangedEncoder.assetEncodingOffset());
        venue(location, base + BalanceChangedEncoder.locationEncodingOffset());
        balance.purpose(purpose).kind(kind);
        writer.written(balance.encodedLength());
    }

    @Override
    public void positionChanged(final PositionView view, final BookingKind kind)
    {
        final EventFrame frame = writer.next(reference.accounts.get(view.account()));
        buffer = frame.buffer();
        position.wrapAndApplyHeader(buffer, frame.messageOffset(), header);
        final int base = position.offset();
        buffer.setMemory(base, PositionChangedEncoder.BLOCK_LENGTH, (byte)0);
        view.netQty().put(buffer, base + PositionChangedEncoder.netQtyEncodingOffset());
        view.cost(CostMethod.WAC).costBasis(amount).put(buffer, base + PositionChangedEncoder.costWacEncodingOffset());
        view.cost(CostMethod.FIFO).costBasis(amount)
            .put(buffer, base + PositionChangedEncoder.costFifoEncodingOffset());
        view.cost(CostMethod.WAC).realized().put(buffer, base + PositionChangedEncoder.realizedWacEncodingOffset());
        view.cost(CostMethod.FIFO).realized().put(buffer, base + PositionChangedEncoder.realizedFifoEncodingOffset());
        view.fees().put(buffer, base + PositionChangedEncoder.feesEncodingOffset());
        view.boughtQty().put(buffer, base + PositionChangedEncoder.boughtQtyEncodingOffset());
        view.soldQty().put(buffer, base + PositionChangedEncoder.soldQtyEncodingOffset());
        account(view.account(), base + PositionChangedEncoder.accountEncodingOffset());
        book(view.book(), base + PositionChangedEncoder.bookEncodingOffset());
        asset(view.asset(), base + PositionChangedEncoder.assetEncodingOffset());
        asset(view.costAsset(), base + PositionChangedEncoder.costAssetEncodingOffset());
        position.kind(kind);
        writer.written(position.encodedLength());
    }

    @Override
    public void breakRaised(
        final BreakKind kind,
        final int account,
        final int instrument,
        final int asset,
        final int location,
        final long orderId,
        final Amount qty)
    {
        words.clear().add(sentence(kind)).add("; quantity ").add(qty);
        if (orderId != 0)
        {
            words.add(", order ").add(orderId);
        }
        notices.broken(kind, account, instrument, asset, location, orderId, qty, name, 0, words);
    }

    private static String sentence(final BreakKind kind)
    {
        return switch (kind)
        {
            case UNKNOWN_ORDER -> "fill for an order that is unknown here";
            case OVERFILL -> "more was filled than ordered";
            case OVERSOLD -> "fill sells more than the account holds; booked to suspense";
            case PRECISION -> "fact has more than 18 decimals";
            case AMOUNT_RANGE -> "fact leaves the range of amounts; booked to suspense as far as it fits";
            case TRADE_CONTENT -> "trade id was seen before with other content";
            case UNKNOWN_SYMBOL -> "fill in a symbol that was never defined";
            case UNPRICED_FEE -> "fee in an asset without a mark; its cost left without profit or loss";
            case VENUE_ORDER -> "order works at the venue but not here";
            case AFTER_END -> "fill after the order had ended";
            default -> "fact could not be applied";
        };
    }

    private void account(final int number, final int at)
    {
        reference.accounts.names().copy(number, buffer, at);
    }

    private void book(final int number, final int at)
    {
        if (number != 0)
        {
            buffer.putBytes(at, reference.books.get(number).name, 0, Book.NAME_LENGTH);
        }
    }

    private void asset(final int number, final int at)
    {
        reference.assets.names().copy(number, buffer, at);
    }

    private void venue(final int number, final int at)
    {
        reference.venues.names().copy(number, buffer, at);
    }
}
