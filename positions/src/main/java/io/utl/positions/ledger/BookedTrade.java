package io.utl.positions.ledger;

import io.utl.codecs.amount.Amount;

/**
 * One fill as it was booked: everything that is needed to print the arithmetic. Filled by the ledger, reused.
 * Thread: core. Allocates: nothing after construction.
 */
public final class BookedTrade
{
    TradeEntry entry;
    int base;
    int quote;
    int feeAsset;
    final Amount qty = new Amount();
    final Amount value = new Amount();
    final Amount positionQty = new Amount();
    final Amount positionValue = new Amount();
    final Amount feeValue = new Amount();
    final Amount realizedWac = new Amount();
    final Amount realizedFifo = new Amount();
    final Amount netQty = new Amount();

    BookedTrade()
    {
    }

    /** What was asked to be booked: account, book, location, instrument, order, times, price, fee. */
    public TradeEntry entry()
    {
        return entry;
    }

    public int base()
    {
        return base;
    }

    /** Quote asset, which is the cost currency. */
    public int quote()
    {
        return quote;
    }

    /** Asset of the fee, never 0. */
    public int feeAsset()
    {
        return feeAsset;
    }

    /** Quantity traded; bought is positive. */
    public Amount qty()
    {
        return qty;
    }

    /** Quantity times multiplier times price, rounded once; 0 or more for a price of 0 or more. */
    public Amount value()
    {
        return value;
    }

    /** What the position changed by: the quantity, less fee units in base. */
    public Amount positionQty()
    {
        return positionQty;
    }

    /** What {@link #positionQty()} was booked at: the value less the fee units' value; sign of the quantity. */
    public Amount positionValue()
    {
        return positionValue;
    }

    /** Fee in the cost currency; null: there was no price for it. */
    public Amount feeValue()
    {
        return feeValue;
    }

    /** Profit of this fill under average cost, gross of fees. */
    public Amount realizedWac()
    {
        return realizedWac;
    }

    /** Profit of this fill, oldest lot first, gross of fees. */
    public Amount realizedFifo()
    {
        return realizedFifo;
    }

    /** Position after it. */
    public Amount netQty()
    {
        return netQty;
    }
}
