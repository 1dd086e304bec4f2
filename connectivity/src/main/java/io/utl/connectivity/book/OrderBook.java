package io.utl.connectivity.book;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.Side;

/**
 * Price levels of one instrument, bids from the highest down and asks from the lowest up. Quantities are absolute.
 * <p>
 * Thread: one at a time. Allocates: nothing once it has seen its largest depth.
 */
public final class OrderBook implements BookLevels
{
    private final BookSide bids = new BookSide(true);
    private final BookSide asks = new BookSide(false);

    /** Takes all levels away. */
    public void clear()
    {
        bids.clear();
        asks.clear();
    }

    /**
     * Sets what stands at a price.
     *
     * @param side  BUY is the bid side, SELL the ask side.
     * @param price quote per base, more than 0; copied.
     * @param qty   base units now at that price; 0 deletes the level, which need not exist; copied.
     * @throws IllegalArgumentException if the price is not positive or the quantity is negative: a corrupt frame.
     */
    public void set(final Side side, final Amount price, final Amount qty)
    {
        set(side, price.high(), price.low(), qty.high(), qty.low());
    }

    void set(final Side side, final long priceHigh, final long priceLow, final long qtyHigh, final long qtyLow)
    {
        if (priceHigh < 0 || (priceHigh | priceLow) == 0)
        {
            throw new IllegalArgumentException("price of a level is not more than 0: side=" + side);
        }
        if (qtyHigh < 0)
        {
            throw new IllegalArgumentException("quantity of a level is negative: side=" + side);
        }
        side(side).set(priceHigh, priceLow, qtyHigh, qtyLow);
    }

    @Override
    public int levels(final Side side)
    {
        return side(side).count();
    }

    @Override
    public Amount price(final Side side, final int level, final Amount into)
    {
        final BookSide levels = side(side);
        return into.setRaw(levels.word(level, 0), levels.word(level, 1));
    }

    @Override
    public Amount qty(final Side side, final int level, final Amount into)
    {
        final BookSide levels = side(side);
        return into.setRaw(levels.word(level, 2), levels.word(level, 3));
    }

    /** How many levels of a side are at this price or better. */
    public int atOrBetter(final Side side, final Amount price)
    {
        return side(side).atOrBetter(price.high(), price.low());
    }

    /** True if the best bid is not below the best ask: such a book cannot be. */
    public boolean crossed()
    {
        if (bids.count() == 0 || asks.count() == 0)
        {
            return false;
        }
        final long bidHigh = bids.word(0, 0);
        final long askHigh = asks.word(0, 0);
        return bidHigh != askHigh
            ? bidHigh > askHigh
            : Long.compareUnsigned(bids.word(0, 1), asks.word(0, 1)) >= 0;
    }

    private BookSide side(final Side side)
    {
        return side == Side.BUY ? bids : asks;
    }
}
