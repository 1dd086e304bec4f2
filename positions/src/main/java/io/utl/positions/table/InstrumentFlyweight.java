package io.utl.positions.table;

import io.utl.codecs.amount.Amount;

import org.agrona.MutableDirectBuffer;

/**
 * One instrument with its last mark, as it lies in its {@link KeyedTable}: two cache lines, little endian.
 * <pre>
 *    0            8      12      16     20     21      32           48    64    80      96          104     128
 *    | instrument | base | quote | next | kind | zeros | multiplier | bid | ask | price | mark time | zeros |
 * </pre>
 * Thread: core. Allocates: nothing. Valid until the next {@code wrap}.
 */
public final class InstrumentFlyweight
{
    public static final int LENGTH = 128;

    static final int INSTRUMENT_OFFSET = 0;
    static final int BASE_OFFSET = 8;
    static final int QUOTE_OFFSET = 12;
    static final int NEXT_SAME_PAIR_OFFSET = 16;
    static final int KIND_OFFSET = 20;
    static final int MULTIPLIER_OFFSET = 32;
    static final int BID_OFFSET = 48;
    static final int ASK_OFFSET = 64;
    static final int PRICE_OFFSET = 80;
    static final int MARK_TIME_NS_OFFSET = 96;

    private MutableDirectBuffer buffer;
    private int offset;

    public InstrumentFlyweight wrap(final MutableDirectBuffer buffer, final int offset)
    {
        buffer.boundsCheck(offset, LENGTH);
        this.buffer = buffer;
        this.offset = offset;
        return this;
    }

    public InstrumentFlyweight wrap(final KeyedTable table, final int index)
    {
        return wrap(table.buffer(index), table.offset(index));
    }

    public long instrument()
    {
        return buffer.getLong(offset + INSTRUMENT_OFFSET);
    }

    public InstrumentFlyweight instrument(final long value)
    {
        buffer.putLong(offset + INSTRUMENT_OFFSET, value);
        return this;
    }

    public int base()
    {
        return buffer.getInt(offset + BASE_OFFSET);
    }

    public InstrumentFlyweight base(final int value)
    {
        buffer.putInt(offset + BASE_OFFSET, value);
        return this;
    }

    public int quote()
    {
        return buffer.getInt(offset + QUOTE_OFFSET);
    }

    public InstrumentFlyweight quote(final int value)
    {
        buffer.putInt(offset + QUOTE_OFFSET, value);
        return this;
    }

    /** Next larger instrument of the same base and quote; 0 at the end. */
    public int nextSamePair()
    {
        return buffer.getInt(offset + NEXT_SAME_PAIR_OFFSET);
    }

    public InstrumentFlyweight nextSamePair(final int value)
    {
        buffer.putInt(offset + NEXT_SAME_PAIR_OFFSET, value);
        return this;
    }

    /** Value of InstrumentKind. */
    public short kind()
    {
        return (short)(buffer.getByte(offset + KIND_OFFSET) & 0xFF);
    }

    public InstrumentFlyweight kind(final short value)
    {
        buffer.putByte(offset + KIND_OFFSET, (byte)value);
        return this;
    }

    /** Base units in one unit of quantity. */
    public Amount multiplier(final Amount into)
    {
        return into.get(buffer, offset + MULTIPLIER_OFFSET);
    }

    public InstrumentFlyweight putMultiplier(final Amount value)
    {
        value.put(buffer, offset + MULTIPLIER_OFFSET);
        return this;
    }

    /** Best bid of the last mark; null if none. */
    public Amount bid(final Amount into)
    {
        return into.get(buffer, offset + BID_OFFSET);
    }

    public InstrumentFlyweight putBid(final Amount value)
    {
        value.put(buffer, offset + BID_OFFSET);
        return this;
    }

    /** Best ask; null if none. */
    public Amount ask(final Amount into)
    {
        return into.get(buffer, offset + ASK_OFFSET);
    }

    public InstrumentFlyweight putAsk(final Amount value)
    {
        value.put(buffer, offset + ASK_OFFSET);
        return this;
    }

    /** What valuations use; null if never marked. */
    public Amount price(final Amount into)
    {
        return into.get(buffer, offset + PRICE_OFFSET);
    }

    public InstrumentFlyweight putPrice(final Amount value)
    {
        value.put(buffer, offset + PRICE_OFFSET);
        return this;
    }

    /** Journal time of the mark, 0 if none. */
    public long markTimeNs()
    {
        return buffer.getLong(offset + MARK_TIME_NS_OFFSET);
    }

    public InstrumentFlyweight markTimeNs(final long value)
    {
        buffer.putLong(offset + MARK_TIME_NS_OFFSET, value);
        return this;
    }
}
