package io.utl.positions.table;

import org.agrona.MutableDirectBuffer;

/**
 * One outside name that was booked, as it lies in its {@link KeyedTable}: half a cache line, little endian.
 * <pre>
 *    0        8        16             24      32
 *    | id high| id low | content hash | zeros |
 * </pre>
 * Thread: core. Allocates: nothing. Valid until the next {@code wrap}.
 */
public final class SeenFlyweight
{
    public static final int LENGTH = 32;

    static final int ID_HIGH_OFFSET = 0;
    static final int ID_LOW_OFFSET = 8;
    static final int CONTENT_HASH_OFFSET = 16;

    private MutableDirectBuffer buffer;
    private int offset;

    public SeenFlyweight wrap(final MutableDirectBuffer buffer, final int offset)
    {
        buffer.boundsCheck(offset, LENGTH);
        this.buffer = buffer;
        this.offset = offset;
        return this;
    }

    public SeenFlyweight wrap(final KeyedTable table, final int index)
    {
        return wrap(table.buffer(index), table.offset(index));
    }

    public long idHigh()
    {
        return buffer.getLong(offset + ID_HIGH_OFFSET);
    }

    public SeenFlyweight idHigh(final long value)
    {
        buffer.putLong(offset + ID_HIGH_OFFSET, value);
        return this;
    }

    public long idLow()
    {
        return buffer.getLong(offset + ID_LOW_OFFSET);
    }

    public SeenFlyweight idLow(final long value)
    {
        buffer.putLong(offset + ID_LOW_OFFSET, value);
        return this;
    }

    public long contentHash()
    {
        return buffer.getLong(offset + CONTENT_HASH_OFFSET);
    }

    public SeenFlyweight contentHash(final long value)
    {
        buffer.putLong(offset + CONTENT_HASH_OFFSET, value);
        return this;
    }
}
