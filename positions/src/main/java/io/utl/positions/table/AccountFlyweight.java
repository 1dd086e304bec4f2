package io.utl.positions.table;

import org.agrona.MutableDirectBuffer;

/**
 * One account, as it lies in its {@link KeyedTable}: half a cache line, little endian.
 * <pre>
 *    0         8        12     13       14          15           16       32
 *    | account | entity | kind | fees   | oversell  | incomplete | zeros  |
 * </pre>
 * Thread: core. Allocates: nothing. Valid until the next {@code wrap}.
 */
public final class AccountFlyweight
{
    public static final int LENGTH = 32;

    static final int ACCOUNT_OFFSET = 0;
    static final int ENTITY_OFFSET = 8;
    static final int KIND_OFFSET = 12;
    static final int FEE_POLICY_OFFSET = 13;
    static final int OVERSELL_OFFSET = 14;
    static final int INCOMPLETE_OFFSET = 15;

    private MutableDirectBuffer buffer;
    private int offset;

    public AccountFlyweight wrap(final MutableDirectBuffer buffer, final int offset)
    {
        buffer.boundsCheck(offset, LENGTH);
        this.buffer = buffer;
        this.offset = offset;
        return this;
    }

    public AccountFlyweight wrap(final KeyedTable table, final int index)
    {
        return wrap(table.buffer(index), table.offset(index));
    }

    public long account()
    {
        return buffer.getLong(offset + ACCOUNT_OFFSET);
    }

    public AccountFlyweight account(final long value)
    {
        buffer.putLong(offset + ACCOUNT_OFFSET, value);
        return this;
    }

    /** Legal entity, 0 if none. */
    public int entity()
    {
        return buffer.getInt(offset + ENTITY_OFFSET);
    }

    public AccountFlyweight entity(final int value)
    {
        buffer.putInt(offset + ENTITY_OFFSET, value);
        return this;
    }

    /** Value of AccountKind. */
    public short kind()
    {
        return (short)(buffer.getByte(offset + KIND_OFFSET) & 0xFF);
    }

    public AccountFlyweight kind(final short value)
    {
        buffer.putByte(offset + KIND_OFFSET, (byte)value);
        return this;
    }

    /** Value of FeePolicy. */
    public short feePolicy()
    {
        return (short)(buffer.getByte(offset + FEE_POLICY_OFFSET) & 0xFF);
    }

    public AccountFlyweight feePolicy(final short value)
    {
        buffer.putByte(offset + FEE_POLICY_OFFSET, (byte)value);
        return this;
    }

    /** Value of Oversell. */
    public short oversell()
    {
        return (short)(buffer.getByte(offset + OVERSELL_OFFSET) & 0xFF);
    }

    public AccountFlyweight oversell(final short value)
    {
        buffer.putByte(offset + OVERSELL_OFFSET, (byte)value);
        return this;
    }

    /** 1: a fact did not fit, figures lack it. */
    public short incomplete()
    {
        return (short)(buffer.getByte(offset + INCOMPLETE_OFFSET) & 0xFF);
    }

    public AccountFlyweight incomplete(final short value)
    {
        buffer.putByte(offset + INCOMPLETE_OFFSET, (byte)value);
        return this;
    }
}
