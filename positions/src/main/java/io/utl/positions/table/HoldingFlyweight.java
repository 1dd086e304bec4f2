package io.utl.positions.table;

import io.utl.codecs.amount.Amount;

import org.agrona.MutableDirectBuffer;

/**
 * What one account holds of one asset, over all books, locations and purposes; follows from the balances. As it lies in
 * its {@link KeyedTable}: half a cache line, little endian. The key is one long, the account in the upper half.
 * <pre>
 *    0       4         8      12      16        32
 *    | asset | account | next | zeros | quantity |
 * </pre>
 * Thread: core. Allocates: nothing. Valid until the next {@code wrap}.
 */
public final class HoldingFlyweight
{
    public static final int LENGTH = 32;

    static final int ASSET_OFFSET = 0;
    static final int ACCOUNT_OFFSET = 4;
    static final int NEXT_SAME_ASSET_OFFSET = 8;
    static final int QTY_OFFSET = 16;

    private MutableDirectBuffer buffer;
    private int offset;

    public HoldingFlyweight wrap(final MutableDirectBuffer buffer, final int offset)
    {
        buffer.boundsCheck(offset, LENGTH);
        this.buffer = buffer;
        this.offset = offset;
        return this;
    }

    public HoldingFlyweight wrap(final KeyedTable table, final int index)
    {
        return wrap(table.buffer(index), table.offset(index));
    }

    public int asset()
    {
        return buffer.getInt(offset + ASSET_OFFSET);
    }

    public int account()
    {
        return buffer.getInt(offset + ACCOUNT_OFFSET);
    }

    /** Index + 1 of the next holding of the same asset; 0 at the end. */
    public int nextSameAsset()
    {
        return buffer.getInt(offset + NEXT_SAME_ASSET_OFFSET);
    }

    public HoldingFlyweight nextSameAsset(final int value)
    {
        buffer.putInt(offset + NEXT_SAME_ASSET_OFFSET, value);
        return this;
    }

    /** Sum of all balances of the account in the asset. */
    public Amount qty(final Amount into)
    {
        return into.get(buffer, offset + QTY_OFFSET);
    }

    public HoldingFlyweight putQty(final Amount value)
    {
        value.put(buffer, offset + QTY_OFFSET);
        return this;
    }
}
