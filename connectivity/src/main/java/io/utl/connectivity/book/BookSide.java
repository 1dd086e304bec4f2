package io.utl.connectivity.book;

import java.util.Arrays;

/**
 * One side of a book: levels in one array of words, worst first and best last, so that the busy end moves least.
 * <pre>
 *   word  0           1          2         3        4 ...
 *         | price high | price low | qty high | qty low | next level, nearer to the best
 * </pre>
 * Allocates: only when it grows.
 */
final class BookSide
{
    private static final int STRIDE = 4;
    private static final int INITIAL_LEVELS = 256;

    private final boolean highestIsBest;
    private long[] words = new long[INITIAL_LEVELS * STRIDE];
    private int count;

    BookSide(final boolean highestIsBest)
    {
        this.highestIsBest = highestIsBest;
    }

    int count()
    {
        return count;
    }

    void clear()
    {
        count = 0;
    }

    long word(final int level, final int word)
    {
        if (level < 0 || level >= count)
        {
            throw new IndexOutOfBoundsException("level=" + level + " of " + count + " levels; ask levels(side) first");
        }
        return words[(count - 1 - level) * STRIDE + word];
    }

    /** Sets the absolute quantity at a price; a zero quantity deletes the level, which need not exist. */
    void set(final long priceHigh, final long priceLow, final long qtyHigh, final long qtyLow)
    {
        final int at = insertionPoint(priceHigh, priceLow);
        final int base = at * STRIDE;
        final boolean exists = at < count && words[base] == priceHigh && words[base + 1] == priceLow;
        if ((qtyHigh | qtyLow) == 0)
        {
            if (exists)
            {
                System.arraycopy(words, base + STRIDE, words, base, (count - at - 1) * STRIDE);
                count--;
            }
            return;
        }
        if (!exists)
        {
            if ((count + 1) * STRIDE > words.length)
            {
                words = Arrays.copyOf(words, words.length * 2);
            }
            System.arraycopy(words, base, words, base + STRIDE, (count - at) * STRIDE);
            words[base] = priceHigh;
            words[base + 1] = priceLow;
            count++;
        }
        words[base + 2] = qtyHigh;
        words[base + 3] = qtyLow;
    }

    /** How many levels are at this price or better. */
    int atOrBetter(final long priceHigh, final long priceLow)
    {
        return count - insertionPoint(priceHigh, priceLow);
    }

    /** First place whose price is not worse than this one. */
    private int insertionPoint(final long priceHigh, final long priceLow)
    {
        int low = 0;
        int high = count;
        while (low < high)
        {
            final int middle = (low + high) >>> 1;
            final int order = compare(words[middle * STRIDE], words[middle * STRIDE + 1], priceHigh, priceLow);
            if (highestIsBest ? order < 0 : order > 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }
        return low;
    }

    private static int compare(final long high, final long low, final long otherHigh, final long otherLow)
    {
        return high != otherHigh ? Long.compare(high, otherHigh) : Long.compareUnsigned(low, otherLow);
    }
}
