package io.utl.positions.table;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.Purpose;
import org.agrona.MutableDirectBuffer;

/**
 * The balances of one (account, book, location, asset), one column for each purpose, as they lie in their
 * {@link KeyedTable}: two cache lines, little endian. Three more purposes fit. The key is two longs: account and book,
 * location and asset, the first of each in the upper half.
 * <pre>
 *    0      4         8       12         16      32     48           64         80     128
 *    | book | account | asset | location | free | held | in transit | suspense | zeros |
 * </pre>
 * Thread: core. Allocates: nothing. Valid until the next {@code wrap}.
 */
public final class BalanceFlyweight
{
    public static final int LENGTH = 128;

    static final int BOOK_OFFSET = 0;
    static final int ACCOUNT_OFFSET = 4;
    static final int ASSET_OFFSET = 8;
    static final int LOCATION_OFFSET = 12;
    static final int FREE_OFFSET = 16;
    static final int HELD_OFFSET = 32;
    static final int IN_TRANSIT_OFFSET = 48;
    static final int SUSPENSE_OFFSET = 64;

    private MutableDirectBuffer buffer;
    private int offset;

    public BalanceFlyweight wrap(final MutableDirectBuffer buffer, final int offset)
    {
        buffer.boundsCheck(offset, LENGTH);
        this.buffer = buffer;
        this.offset = offset;
        return this;
    }

    public BalanceFlyweight wrap(final KeyedTable table, final int index)
    {
        return wrap(table.buffer(index), table.offset(index));
    }

    public int account()
    {
        return buffer.getInt(offset + ACCOUNT_OFFSET);
    }

    public int book()
    {
        return buffer.getInt(offset + BOOK_OFFSET);
    }

    public int location()
    {
        return buffer.getInt(offset + LOCATION_OFFSET);
    }

    public int asset()
    {
        return buffer.getInt(offset + ASSET_OFFSET);
    }

    /** The column of one purpose. */
    public Amount get(final Purpose purpose, final Amount into)
    {
        return into.get(buffer, offset + columnOf(purpose));
    }

    public BalanceFlyweight put(final Purpose purpose, final Amount value)
    {
        value.put(buffer, offset + columnOf(purpose));
        return this;
    }

    private static int columnOf(final Purpose purpose)
    {
        if (purpose == Purpose.NULL_VAL)
        {
            throw new IllegalArgumentException(
                "purpose=NULL_VAL has no balance: name FREE, HELD, IN_TRANSIT or SUSPENSE");
        }
        return FREE_OFFSET + purpose.value() * Amount.LENGTH;
    }

    /** May be used. */
    public Amount free(final Amount into)
    {
        return into.get(buffer, offset + FREE_OFFSET);
    }

    public BalanceFlyweight putFree(final Amount value)
    {
        value.put(buffer, offset + FREE_OFFSET);
        return this;
    }

    /** Reserved by working orders. */
    public Amount held(final Amount into)
    {
        return into.get(buffer, offset + HELD_OFFSET);
    }

    public BalanceFlyweight putHeld(final Amount value)
    {
        value.put(buffer, offset + HELD_OFFSET);
        return this;
    }

    /** Left one place, not seen at the other. */
    public Amount inTransit(final Amount into)
    {
        return into.get(buffer, offset + IN_TRANSIT_OFFSET);
    }

    public BalanceFlyweight putInTransit(final Amount value)
    {
        value.put(buffer, offset + IN_TRANSIT_OFFSET);
        return this;
    }

    /** Booked, but not understood. */
    public Amount suspense(final Amount into)
    {
        return into.get(buffer, offset + SUSPENSE_OFFSET);
    }

    public BalanceFlyweight putSuspense(final Amount value)
    {
        value.put(buffer, offset + SUSPENSE_OFFSET);
        return this;
    }
}
