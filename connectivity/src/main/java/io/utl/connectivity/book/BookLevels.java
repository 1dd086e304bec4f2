package io.utl.connectivity.book;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.Side;

/** What may be read of a book: levels of a side, 0 is the best. Thread: the one that writes the book. */
public interface BookLevels
{
    /** Levels of this side; 0 when it is empty. */
    int levels(Side side);

    /**
     * Copies the price of a level.
     *
     * @param level 0 is the best, below {@link #levels}.
     * @return {@code into}.
     * @throws IndexOutOfBoundsException if there is no such level.
     */
    Amount price(Side side, int level, Amount into);

    /** Copies the quantity of a level, base units, more than 0; as {@link #price}. */
    Amount qty(Side side, int level, Amount into);
}
