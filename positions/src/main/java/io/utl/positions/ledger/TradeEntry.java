package io.utl.positions.ledger;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.Side;

/**
 * One fill or trade to be booked.
 * <p>
 * Units: quantity in base, more than 0; price in quote per base; fee in its own asset, negative is a rebate. The name
 * ({@link #id()}) of a venue fill is made of venue, symbol and venue trade id.
 * Thread: one. Allocates: nothing after construction.
 */
public final class TradeEntry extends BookingEntry<TradeEntry>
{
    int instrument;
    Side side;
    int feeAsset;
    long orderId;
    long tradeTimeNs;
    final Amount qty = new Amount();
    final Amount price = new Amount();
    final Amount fee = new Amount();
    final Amount value = new Amount();

    public TradeEntry()
    {
        reset();
    }

    /** Each number 0, side absent, fee zero, value null. */
    public TradeEntry reset()
    {
        resetCommon();
        instrument = 0;
        side = Side.NULL_VAL;
        feeAsset = 0;
        orderId = 0;
        tradeTimeNs = 0;
        qty.setZero();
        price.setZero();
        fee.setZero();
        value.setNull();
        return this;
    }

    public TradeEntry instrument(final int number)
    {
        instrument = number;
        return this;
    }

    public TradeEntry side(final Side bought)
    {
        side = bought;
        return this;
    }

    /** Asset of the fee; 0 is the quote asset. */
    public TradeEntry feeAsset(final int number)
    {
        feeAsset = number;
        return this;
    }

    /** Our order, 0 if none. */
    public TradeEntry orderId(final long number)
    {
        orderId = number;
        return this;
    }

    /** When it was traded, as the venue says: the date of the lot. 0: the time of the command. */
    public TradeEntry tradeTimeNs(final long atNs)
    {
        tradeTimeNs = atNs;
        return this;
    }

    /** Base units, to be filled; more than 0. */
    public Amount qty()
    {
        return qty;
    }

    /** Quote per base, to be filled. */
    public Amount price()
    {
        return price;
    }

    /** Fee paid, to be filled; negative is a rebate. */
    public Amount fee()
    {
        return fee;
    }

    /** Exact value in quote where the venue gives one, to be filled; null: quantity times multiplier times price. */
    public Amount value()
    {
        return value;
    }

    public int instrument()
    {
        return instrument;
    }

    public Side side()
    {
        return side;
    }

    public int feeAsset()
    {
        return feeAsset;
    }

    public long orderId()
    {
        return orderId;
    }

    /** Date of the lot: the venue's time, else the command's. */
    public long acquiredTimeNs()
    {
        return tradeTimeNs == 0 ? timeNs : tradeTimeNs;
    }

    @Override
    TradeEntry self()
    {
        return this;
    }

    @Override
    long contentHash()
    {
        long hash = ContentHash.next(1, instrument);
        hash = ContentHash.next(hash, side.value());
        hash = ContentHash.next(hash, feeAsset);
        hash = ContentHash.next(hash, qty);
        hash = ContentHash.next(hash, price);
        return ContentHash.next(hash, fee);
    }
}
