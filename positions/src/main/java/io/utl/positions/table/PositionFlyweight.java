package io.utl.positions.table;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.CostMethod;

import org.agrona.MutableDirectBuffer;

/**
 * One position, as it lies in its {@link KeyedTable}: six cache lines, little endian. Behind the head follows one
 * {@link CostFlyweight} for each unit-cost method that is kept: a further method is a further block. The key is three
 * longs: account and book, asset and cost currency, location and instrument, the first of each in the upper half;
 * location is 0 unless the lots' scope is the location, instrument is 0 for spot.
 * <pre>
 *    0       4          8            12      16           20         24              32      48       64     80     96
 *    | book  | account  | cost asset | asset | instrument | location | last sequence | net qty | bought | sold | fees |
 *    96          112       128     160         272         384
 *    | base fees | funding | zeros | cost WAC  | cost FIFO |
 * </pre>
 * Thread: core. Allocates: nothing. Valid until the next {@code wrap}.
 */
public final class PositionFlyweight
{
    public static final int LENGTH = 384;

    static final int BOOK_OFFSET = 0;
    static final int ACCOUNT_OFFSET = 4;
    static final int COST_ASSET_OFFSET = 8;
    static final int ASSET_OFFSET = 12;
    static final int INSTRUMENT_OFFSET = 16;
    static final int LOCATION_OFFSET = 20;
    static final int LAST_SEQUENCE_OFFSET = 24;
    static final int NET_QTY_OFFSET = 32;
    static final int BOUGHT_QTY_OFFSET = 48;
    static final int SOLD_QTY_OFFSET = 64;
    static final int FEES_OFFSET = 80;
    static final int BASE_FEES_OFFSET = 96;
    static final int FUNDING_OFFSET = 112;
    static final int COST_OFFSET = 160;

    private MutableDirectBuffer buffer;
    private int offset;

    public PositionFlyweight wrap(final MutableDirectBuffer buffer, final int offset)
    {
        buffer.boundsCheck(offset, LENGTH);
        this.buffer = buffer;
        this.offset = offset;
        return this;
    }

    public PositionFlyweight wrap(final KeyedTable table, final int index)
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

    public int asset()
    {
        return buffer.getInt(offset + ASSET_OFFSET);
    }

    public int costAsset()
    {
        return buffer.getInt(offset + COST_ASSET_OFFSET);
    }

    public int location()
    {
        return buffer.getInt(offset + LOCATION_OFFSET);
    }

    public int instrument()
    {
        return buffer.getInt(offset + INSTRUMENT_OFFSET);
    }

    /** Points the flyweight at the block of one method. */
    public CostFlyweight cost(final CostMethod method, final CostFlyweight into)
    {
        return into.wrap(buffer, offset + COST_OFFSET + (method.value() - 1) * CostFlyweight.LENGTH);
    }

    /** Command that changed it last. */
    public long lastSequence()
    {
        return buffer.getLong(offset + LAST_SEQUENCE_OFFSET);
    }

    public PositionFlyweight lastSequence(final long value)
    {
        buffer.putLong(offset + LAST_SEQUENCE_OFFSET, value);
        return this;
    }

    /** Units in less units out; negative is short. */
    public Amount netQty(final Amount into)
    {
        return into.get(buffer, offset + NET_QTY_OFFSET);
    }

    public PositionFlyweight putNetQty(final Amount value)
    {
        value.put(buffer, offset + NET_QTY_OFFSET);
        return this;
    }

    /** Units that came in: running total. */
    public Amount boughtQty(final Amount into)
    {
        return into.get(buffer, offset + BOUGHT_QTY_OFFSET);
    }

    public PositionFlyweight putBoughtQty(final Amount value)
    {
        value.put(buffer, offset + BOUGHT_QTY_OFFSET);
        return this;
    }

    /** Units that went out: running total. */
    public Amount soldQty(final Amount into)
    {
        return into.get(buffer, offset + SOLD_QTY_OFFSET);
    }

    public PositionFlyweight putSoldQty(final Amount value)
    {
        value.put(buffer, offset + SOLD_QTY_OFFSET);
        return this;
    }

    /** Fees paid less rebates, cost currency: running total. */
    public Amount fees(final Amount into)
    {
        return into.get(buffer, offset + FEES_OFFSET);
    }

    public PositionFlyweight putFees(final Amount value)
    {
        value.put(buffer, offset + FEES_OFFSET);
        return this;
    }

    /** Fee units paid in the asset itself: running total. */
    public Amount baseFees(final Amount into)
    {
        return into.get(buffer, offset + BASE_FEES_OFFSET);
    }

    public PositionFlyweight putBaseFees(final Amount value)
    {
        value.put(buffer, offset + BASE_FEES_OFFSET);
        return this;
    }

    /** Funding received less paid: running total; zero for spot. */
    public Amount funding(final Amount into)
    {
        return into.get(buffer, offset + FUNDING_OFFSET);
    }

    public PositionFlyweight putFunding(final Amount value)
    {
        value.put(buffer, offset + FUNDING_OFFSET);
        return this;
    }
}
