package io.utl.positions.table;

import io.utl.codecs.amount.Amount;

import org.agrona.MutableDirectBuffer;

/**
 * One position under one unit-cost method: a part of the position record, little endian.
 * <pre>
 *    0          16         32         48                64           80           96
 *    | raw cost | fee cost | realized | recognised fees | moved cost | moved fees |
 *    96          100        104     108      112
 *    | first lot | last lot | count | finger |
 * </pre>
 * Thread: core. Allocates: nothing. Valid until the next {@code wrap}.
 */
public final class CostFlyweight
{
    public static final int LENGTH = 112;

    static final int RAW_COST_OFFSET = 0;
    static final int FEE_COST_OFFSET = 16;
    static final int REALIZED_OFFSET = 32;
    static final int RECOGNISED_FEES_OFFSET = 48;
    static final int MOVED_COST_OFFSET = 64;
    static final int MOVED_FEES_OFFSET = 80;
    static final int FIRST_LOT_OFFSET = 96;
    static final int LAST_LOT_OFFSET = 100;
    static final int LOT_COUNT_OFFSET = 104;
    static final int FINGER_OFFSET = 108;

    private MutableDirectBuffer buffer;
    private int offset;

    public CostFlyweight wrap(final MutableDirectBuffer buffer, final int offset)
    {
        buffer.boundsCheck(offset, LENGTH);
        this.buffer = buffer;
        this.offset = offset;
        return this;
    }

    /** Entry value of what is open, sign of the quantity. */
    public Amount rawCost(final Amount into)
    {
        return into.get(buffer, offset + RAW_COST_OFFSET);
    }

    public CostFlyweight putRawCost(final Amount value)
    {
        value.put(buffer, offset + RAW_COST_OFFSET);
        return this;
    }

    /** Capitalised fees of what is open. */
    public Amount feeCost(final Amount into)
    {
        return into.get(buffer, offset + FEE_COST_OFFSET);
    }

    public CostFlyweight putFeeCost(final Amount value)
    {
        value.put(buffer, offset + FEE_COST_OFFSET);
        return this;
    }

    /** Profit of closings, gross of fees. */
    public Amount realized(final Amount into)
    {
        return into.get(buffer, offset + REALIZED_OFFSET);
    }

    public CostFlyweight putRealized(final Amount value)
    {
        value.put(buffer, offset + REALIZED_OFFSET);
        return this;
    }

    /** Fees that profit has borne. */
    public Amount recognisedFees(final Amount into)
    {
        return into.get(buffer, offset + RECOGNISED_FEES_OFFSET);
    }

    public CostFlyweight putRecognisedFees(final Amount value)
    {
        value.put(buffer, offset + RECOGNISED_FEES_OFFSET);
        return this;
    }

    /** Raw cost that left without profit or loss, less what came so. */
    public Amount movedCost(final Amount into)
    {
        return into.get(buffer, offset + MOVED_COST_OFFSET);
    }

    public CostFlyweight putMovedCost(final Amount value)
    {
        value.put(buffer, offset + MOVED_COST_OFFSET);
        return this;
    }

    /** Capitalised fees that left so, less what came so. */
    public Amount movedFees(final Amount into)
    {
        return into.get(buffer, offset + MOVED_FEES_OFFSET);
    }

    public CostFlyweight putMovedFees(final Amount value)
    {
        value.put(buffer, offset + MOVED_FEES_OFFSET);
        return this;
    }

    /** Index + 1 of the lot that is relieved first; 0 if there is none or the method keeps no lots. */
    public int firstLot()
    {
        return buffer.getInt(offset + FIRST_LOT_OFFSET);
    }

    public CostFlyweight firstLot(final int value)
    {
        buffer.putInt(offset + FIRST_LOT_OFFSET, value);
        return this;
    }

    /** Index + 1 of the last lot. */
    public int lastLot()
    {
        return buffer.getInt(offset + LAST_LOT_OFFSET);
    }

    public CostFlyweight lastLot(final int value)
    {
        buffer.putInt(offset + LAST_LOT_OFFSET, value);
        return this;
    }

    public int lotCount()
    {
        return buffer.getInt(offset + LOT_COUNT_OFFSET);
    }

    public CostFlyweight lotCount(final int value)
    {
        buffer.putInt(offset + LOT_COUNT_OFFSET, value);
        return this;
    }

    /** Index + 1 of the lot that was added last between others, 0 if it is gone: where a search may begin; no state. */
    public int finger()
    {
        return buffer.getInt(offset + FINGER_OFFSET);
    }

    public CostFlyweight finger(final int value)
    {
        buffer.putInt(offset + FINGER_OFFSET, value);
        return this;
    }
}
