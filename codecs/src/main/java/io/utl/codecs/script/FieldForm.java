package io.utl.codecs.script;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import uk.co.real_logic.sbe.PrimitiveType;

import java.nio.ByteOrder;
import java.util.Map;

import static io.utl.codecs.amount.Amount.NULL_WORD;

/**
 * One field of a message, as the schema says it.
 *
 * @param name        in the schema.
 * @param key         in a line; the name is understood as well.
 * @param offset      in the block; of DATA the place among the data fields.
 * @param length      bytes in the block; of DATA the most bytes it may have.
 * @param type        of the encoding; null for AMOUNT and DATA.
 * @param typeName    in the schema.
 * @param optional    whether null is its absence.
 * @param since       schema version it came with.
 * @param nullRaw     its null, as {@link #raw(DirectBuffer, int)} gives it.
 * @param defaultRaw  what it is when a line does not name it.
 * @param values      of an ENUM: number to word.
 * @param description in the schema, or empty.
 */
record FieldForm(
    String name,
    String key,
    FieldKind kind,
    int offset,
    int length,
    PrimitiveType type,
    String typeName,
    boolean optional,
    int since,
    long nullRaw,
    long defaultRaw,
    Map<Long, String> values,
    String description)
{
    private static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;

    /** The number in the block at {@code base}. */
    long raw(final DirectBuffer buffer, final int base)
    {
        final int at = base + offset;
        switch (type)
        {
            case CHAR:
            case INT8:
                return buffer.getByte(at);
            case UINT8:
                return buffer.getByte(at) & 0xFF;
            case INT16:
                return buffer.getShort(at, ORDER);
            case UINT16:
                return buffer.getShort(at, ORDER) & 0xFFFF;
            case INT32:
                return buffer.getInt(at, ORDER);
            case UINT32:
                return buffer.getInt(at, ORDER) & 0xFFFF_FFFFL;
            default:
                return buffer.getLong(at, ORDER);
        }
    }

    void raw(final MutableDirectBuffer buffer, final int base, final long value)
    {
        final int at = base + offset;
        switch (type.size())
        {
            case 1:
                buffer.putByte(at, (byte)value);
                break;
            case 2:
                buffer.putShort(at, (short)value, ORDER);
                break;
            case 4:
                buffer.putInt(at, (int)value, ORDER);
                break;
            default:
                buffer.putLong(at, value, ORDER);
                break;
        }
    }

    /** Whether the number fits the encoding. */
    boolean fits(final long value)
    {
        if (type.size() == Long.BYTES)
        {
            return true;
        }
        final int bits = type.size() * Byte.SIZE;
        final boolean unsigned = type == PrimitiveType.UINT8 || type == PrimitiveType.UINT16 ||
            type == PrimitiveType.UINT32;
        return unsigned ? value >= 0 && value < 1L << bits : value >= -1L << bits - 1 && value < 1L << bits - 1;
    }

    /** Writes what the field is when a line does not name it. */
    void clear(final MutableDirectBuffer buffer, final int base)
    {
        switch (kind)
        {
            case AMOUNT:
                buffer.putLong(base + offset, NULL_WORD, ORDER);
                buffer.putLong(base + offset + Long.BYTES, NULL_WORD, ORDER);
                break;
            case TEXT:
                buffer.setMemory(base + offset, length, (byte)0);
                break;
            default:
                raw(buffer, base, defaultRaw);
                break;
        }
    }

    /** Bytes of a TEXT up to the last that is not zero. */
    int textLength(final DirectBuffer buffer, final int base)
    {
        int end = length;
        while (end > 0 && buffer.getByte(base + offset + end - 1) == 0)
        {
            end--;
        }
        return end;
    }

    /** Name, and key if it differs. */
    String shown()
    {
        return key.equals(name) ? name : key + " (" + name + ")";
    }
}
