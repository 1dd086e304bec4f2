package io.utl.positions.table;

import io.utl.codecs.amount.Amount;

import org.agrona.MutableDirectBuffer;

/**
 * One open lot, as it lies in the {@link LotSlab}: one and a half cache lines, little endian.
 * <pre>
 *    0     16         32         48      64         72         80     84         88      92
 *    | qty | raw cost | fee cost | price | acquired | sequence | next | previous | owner | method, zeros |
 * </pre>
 * Thread: core. Allocates: nothing. Valid until the next {@code wrap}.
 */
public final class LotFlyweight
{
    public static final int LENGTH = 96;

    static final int QTY_OFFSET = 0;
    static final int RAW_COST_OFFSET = 16;
    static final int FEE_COST_OFFSET = 32;
    static final int PRICE_OFFSET = 48;
    static final int ACQUIRED_TIME_NS_OFFSET = 64;
    static final int LOT_SEQUENCE_OFFSET = 72;
    static final int NEXT_OFFSET = 80;
    static final int PREVIOUS_OFFSET = 84;
    static final int OWNER_OFFSET = 88;
    static final int METHOD_OFFSET = 92;

    private MutableDirectBuffer buffer;
    private int offset;

    public LotFlyweight wrap(final MutableDirectBuffer buffer, final int offset)
    {
        buffer.boundsCheck(offset, LENGTH);
        this.buffer = buffer;
        this.offset = offset;
        return this;
    }

    public LotFlyweight wrap(final LotSlab slab, final int index)
    {
        return wrap(slab.buffer(index), slab.offset(index));
    }

    /** Units open, sign of the position. */
    public Amount qty(final Amount into)
    {
        return into.get(buffer, offset + QTY_OFFSET);
    }

    public LotFlyweight putQty(final Amount value)
    {
        value.put(buffer, offset + QTY_OFFSET);
        return this;
    }

    /** Entry value of them without fees, sign of the quantity. */
    public Amount rawCost(final Amount into)
    {
        return into.get(buffer, offset + RAW_COST_OFFSET);
    }

    public LotFlyweight putRawCost(final Amount value)
    {
        value.put(buffer, offset + RAW_COST_OFFSET);
        return this;
    }

    /** Capitalised fees of them. */
    public Amount feeCost(final Amount into)
    {
        return into.get(buffer, offset + FEE_COST_OFFSET);
    }

    public LotFlyweight putFeeCost(final Amount value)
    {
        value.put(buffer, offset + FEE_COST_OFFSET);
        return this;
    }

    /** Entry price without fees. */
    public Amount price(final Amount into)
    {
        return into.get(buffer, offset + PRICE_OFFSET);
    }

    public LotFlyweight putPrice(final Amount value)
    {
        value.put(buffer, offset + PRICE_OFFSET);
        return this;
    }

    /** When the units were acquired, nanoseconds since the Unix epoch. */
    public long acquiredTimeNs()
    {
        return buffer.getLong(offset + ACQUIRED_TIME_NS_OFFSET);
    }

    public LotFlyweight acquiredTimeNs(final long value)
    {
        buffer.putLong(offset + ACQUIRED_TIME_NS_OFFSET, value);
        return this;
    }

    /** Order of booking: decides among equal times; kept through transfers. */
    public long lotSequence()
    {
        return buffer.getLong(offset + LOT_SEQUENCE_OFFSET);
    }

    public LotFlyweight lotSequence(final long value)
    {
        buffer.putLong(offset + LOT_SEQUENCE_OFFSET, value);
        return this;
    }

    /** Index + 1 of the lot that is relieved after this one; in the free list, of the next free record. */
    public int next()
    {
        return buffer.getInt(offset + NEXT_OFFSET);
    }

    public LotFlyweight next(final int value)
    {
        buffer.putInt(offset + NEXT_OFFSET, value);
        return this;
    }

    /** Index + 1 of the lot before this one. */
    public int previous()
    {
        return buffer.getInt(offset + PREVIOUS_OFFSET);
    }

    public LotFlyweight previous(final int value)
    {
        buffer.putInt(offset + PREVIOUS_OFFSET, value);
        return this;
    }

    /** Index + 1 of the position. */
    public int owner()
    {
        return buffer.getInt(offset + OWNER_OFFSET);
    }

    public LotFlyweight owner(final int value)
    {
        buffer.putInt(offset + OWNER_OFFSET, value);
        return this;
    }

    /** Value of CostMethod: whose order the chain follows. */
    public short method()
    {
        return (short)(buffer.getByte(offset + METHOD_OFFSET) & 0xFF);
    }

    public LotFlyweight method(final short value)
    {
        buffer.putByte(offset + METHOD_OFFSET, (byte)value);
        return this;
    }
}
