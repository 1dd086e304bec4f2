package io.utl.connectivity.book;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.Side;

import java.util.Arrays;

/**
 * Levels of one update or of one snapshot, as parsed: filled, handed over, used again.
 * <p>
 * Thread: one at a time. Allocates: only when it grows.
 */
public final class BookDiff
{
    private static final int STRIDE = 4;

    private long[] words = new long[64 * STRIDE];
    private int bids;
    private int count;
    private long firstId;
    private long lastId;
    private long venueTimeMs;

    /** Empties it. Bids are added first, then asks. */
    public BookDiff clear()
    {
        bids = 0;
        count = 0;
        firstId = 0;
        lastId = 0;
        venueTimeMs = 0;
        return this;
    }

    /** Ids of the first and the last change in here; of a snapshot only the last matters. */
    public BookDiff ids(final long firstId, final long lastId)
    {
        this.firstId = firstId;
        this.lastId = lastId;
        return this;
    }

    public long firstId()
    {
        return firstId;
    }

    public long lastId()
    {
        return lastId;
    }

    /** The venue's event time in milliseconds since the epoch; 0 if it gives none. */
    public long venueTimeMs()
    {
        return venueTimeMs;
    }

    public BookDiff venueTimeMs(final long venueTimeMs)
    {
        this.venueTimeMs = venueTimeMs;
        return this;
    }

    /**
     * Adds one level.
     *
     * @throws IllegalArgumentException if a bid follows an ask.
     */
    public void add(final Side side, final Amount price, final Amount qty)
    {
        if (side == Side.BUY)
        {
            if (bids != count)
            {
                throw new IllegalArgumentException("bid after an ask: add all bids first");
            }
            bids++;
        }
        if ((count + 1) * STRIDE > words.length)
        {
            words = Arrays.copyOf(words, words.length * 2);
        }
        final int base = count * STRIDE;
        words[base] = price.high();
        words[base + 1] = price.low();
        words[base + 2] = qty.high();
        words[base + 3] = qty.low();
        count++;
    }

    public int levels(final Side side)
    {
        return side == Side.BUY ? bids : count - bids;
    }

    /** Copies the price of the nth level of a side, in the order added. */
    public Amount price(final Side side, final int index, final Amount into)
    {
        final int base = base(side, index);
        return into.setRaw(words[base], words[base + 1]);
    }

    /** Copies the quantity of the nth level of a side, in the order added. */
    public Amount qty(final Side side, final int index, final Amount into)
    {
        final int base = base(side, index);
        return into.setRaw(words[base + 2], words[base + 3]);
    }

    /** Adds all levels of one side of another one. */
    public void addAll(final Side side, final BookDiff other)
    {
        final Amount price = new Amount();
        final Amount qty = new Amount();
        for (int i = 0; i < other.levels(side); i++)
        {
            add(side, other.price(side, i, price), other.qty(side, i, qty));
        }
    }

    /** A copy that stays when this one is used again. */
    public BookDiff copy()
    {
        final BookDiff copy = new BookDiff();
        copy.words = Arrays.copyOf(words, Math.max(STRIDE, count * STRIDE));
        copy.bids = bids;
        copy.count = count;
        copy.firstId = firstId;
        copy.lastId = lastId;
        copy.venueTimeMs = venueTimeMs;
        return copy;
    }

    /** @throws IllegalArgumentException if a level cannot be; the book is then half changed and must not be used. */
    void applyTo(final OrderBook book)
    {
        for (int i = 0; i < count; i++)
        {
            final int base = i * STRIDE;
            book.set(i < bids ? Side.BUY : Side.SELL, words[base], words[base + 1], words[base + 2], words[base + 3]);
        }
    }

    private int base(final Side side, final int index)
    {
        if (index < 0 || index >= levels(side))
        {
            throw new IndexOutOfBoundsException("index=" + index + " of " + levels(side) + " levels of " + side);
        }
        return (side == Side.BUY ? index : bids + index) * STRIDE;
    }
}
