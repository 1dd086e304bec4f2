package io.utl.positions.table;

import org.agrona.MutableDirectBuffer;

/**
 * One asset, as it lies in its {@link KeyedTable}: half a cache line, little endian. The sum over all accounts is kept
 * here.
 * <pre>
 *    0       8           12        16           32
 *    | asset | 1st hold. | zeros   | sum (must 0) |
 * </pre>
 * Thread: core. Allocates: nothing. Valid until the next {@code wrap}.
 */
public final class AssetFlyweight
{
    public static final int LENGTH = 32;

    static final int ASSET_OFFSET = 0;
    static final int FIRST_HOLDING_OFFSET = 8;
    static final int SUM_LOW_OFFSET = 16;
    static final int SUM_HIGH_OFFSET = 24;

    private MutableDirectBuffer buffer;
    private int offset;

    public AssetFlyweight wrap(final MutableDirectBuffer buffer, final int offset)
    {
        buffer.boundsCheck(offset, LENGTH);
        this.buffer = buffer;
        this.offset = offset;
        return this;
    }

    public AssetFlyweight wrap(final KeyedTable table, final int index)
    {
        return wrap(table.buffer(index), table.offset(index));
    }

    public long asset()
    {
        return buffer.getLong(offset + ASSET_OFFSET);
    }

    public AssetFlyweight asset(final long value)
    {
        buffer.putLong(offset + ASSET_OFFSET, value);
        return this;
    }

    /** Index + 1 of the first holding of this asset; 0 if there is none. */
    public int firstHolding()
    {
        return buffer.getInt(offset + FIRST_HOLDING_OFFSET);
    }

    public AssetFlyweight firstHolding(final int value)
    {
        buffer.putInt(offset + FIRST_HOLDING_OFFSET, value);
        return this;
    }

    /** Sum of all balances, modulo 2^128: low word. Zero after each booking. */
    public long sumLow()
    {
        return buffer.getLong(offset + SUM_LOW_OFFSET);
    }

    public AssetFlyweight sumLow(final long value)
    {
        buffer.putLong(offset + SUM_LOW_OFFSET, value);
        return this;
    }

    /** High word. */
    public long sumHigh()
    {
        return buffer.getLong(offset + SUM_HIGH_OFFSET);
    }

    public AssetFlyweight sumHigh(final long value)
    {
        buffer.putLong(offset + SUM_HIGH_OFFSET, value);
        return this;
    }
}
