package io.utl.codecs.text;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * Fixed text fields: ASCII, zero padded, as the schema's char arrays lie in a message. The text ends at the first zero
 * or at the end of the field.
 * <p>
 * Thread: any; no state. Allocates: nothing, except {@link #toString(DirectBuffer, int, int)} and errors.
 */
public final class AsciiText
{
    private AsciiText()
    {
    }

    /** Bytes of text in the field, without its padding. */
    public static int length(final DirectBuffer buffer, final int offset, final int fieldLength)
    {
        for (int i = 0; i < fieldLength; i++)
        {
            if (buffer.getByte(offset + i) == 0)
            {
                return i;
            }
        }
        return fieldLength;
    }

    public static boolean isEmpty(final DirectBuffer buffer, final int offset)
    {
        return buffer.getByte(offset) == 0;
    }

    /** Whether two fields, of perhaps different length, hold the same text. */
    public static boolean equals(
        final DirectBuffer a,
        final int aOffset,
        final int aFieldLength,
        final DirectBuffer b,
        final int bOffset,
        final int bFieldLength)
    {
        return compare(a, aOffset, aFieldLength, b, bOffset, bFieldLength) == 0;
    }

    public static boolean equals(
        final DirectBuffer buffer, final int offset, final int fieldLength, final CharSequence text)
    {
        final int length = text.length();
        if (length > fieldLength)
        {
            return false;
        }
        for (int i = 0; i < length; i++)
        {
            if (buffer.getByte(offset + i) != text.charAt(i))
            {
                return false;
            }
        }
        return length == fieldLength || buffer.getByte(offset + length) == 0;
    }

    /** Byte order, a shorter text before the longer one it begins. */
    public static int compare(
        final DirectBuffer a,
        final int aOffset,
        final int aFieldLength,
        final DirectBuffer b,
        final int bOffset,
        final int bFieldLength)
    {
        final int common = Math.min(aFieldLength, bFieldLength);
        for (int i = 0; i < common; i++)
        {
            final int x = a.getByte(aOffset + i) & 0xFF;
            final int y = b.getByte(bOffset + i) & 0xFF;
            if (x != y)
            {
                return x < y ? -1 : 1;
            }
            if (x == 0)
            {
                return 0;
            }
        }
        if (aFieldLength > common && a.getByte(aOffset + common) != 0)
        {
            return 1;
        }
        return bFieldLength > common && b.getByte(bOffset + common) != 0 ? -1 : 0;
    }

    /**
     * Copies a text into a field and pads it with zeros.
     *
     * @throws IllegalArgumentException if the text is longer than the field.
     */
    public static void copy(
        final DirectBuffer source,
        final int sourceOffset,
        final int sourceLength,
        final MutableDirectBuffer target,
        final int targetOffset,
        final int fieldLength)
    {
        final int length = length(source, sourceOffset, sourceLength);
        requireFit(length, fieldLength);
        target.putBytes(targetOffset, source, sourceOffset, length);
        target.setMemory(targetOffset + length, fieldLength - length, (byte)0);
    }

    /**
     * Writes a text into a field and pads it with zeros.
     *
     * @throws IllegalArgumentException if the text is longer than the field or not printable ASCII.
     */
    public static void put(
        final CharSequence text, final MutableDirectBuffer target, final int targetOffset, final int fieldLength)
    {
        final int length = text.length();
        requireFit(length, fieldLength);
        for (int i = 0; i < length; i++)
        {
            final char c = text.charAt(i);
            if (c < ' ' || c > '~')
            {
                throw new IllegalArgumentException(
                    "text '" + text + "' must be printable ASCII, but holds character " + (int)c + " at " + i);
            }
            target.putByte(targetOffset + i, (byte)c);
        }
        target.setMemory(targetOffset + length, fieldLength - length, (byte)0);
    }

    public static void clear(final MutableDirectBuffer target, final int offset, final int fieldLength)
    {
        target.setMemory(offset, fieldLength, (byte)0);
    }

    /** Whether every byte is printable ASCII, blank included. */
    public static boolean isPrintable(final DirectBuffer buffer, final int offset, final int length)
    {
        for (int i = 0; i < length; i++)
        {
            final byte b = buffer.getByte(offset + i);
            if (b < ' ' || b > '~')
            {
                return false;
            }
        }
        return true;
    }

    /** Whether the bytes are one whole number that {@link #parseLong} takes. */
    public static boolean isLong(final DirectBuffer buffer, final int offset, final int length)
    {
        final int sign = length > 0 && buffer.getByte(offset) == '-' ? 1 : 0;
        if (length == sign)
        {
            return false;
        }
        final long limit = sign == 1 ? Long.MIN_VALUE : -Long.MAX_VALUE;
        long value = 0;
        for (int i = sign; i < length; i++)
        {
            final int digit = buffer.getByte(offset + i) - '0';
            if (digit < 0 || digit > 9 || value < limit / 10 || value * 10 < limit + digit)
            {
                return false;
            }
            value = value * 10 - digit;
        }
        return true;
    }

    /**
     * Reads a whole number: optional minus, digits, nothing else.
     *
     * @throws NumberFormatException if the bytes are none or leave 64 bits; ask {@link #isLong} first where that is
     *                               no error.
     */
    public static long parseLong(final DirectBuffer buffer, final int offset, final int length)
    {
        if (!isLong(buffer, offset, length))
        {
            throw new NumberFormatException(
                "'" + buffer.getStringWithoutLengthAscii(offset, length) + "' must be a whole number of 64 bits");
        }
        final boolean negative = buffer.getByte(offset) == '-';
        long value = 0;
        for (int i = negative ? 1 : 0; i < length; i++)
        {
            value = value * 10 - (buffer.getByte(offset + i) - '0');
        }
        return negative ? value : -value;
    }

    /** As {@link #parseLong}, within 32 bits. */
    public static int parseInt(final DirectBuffer buffer, final int offset, final int length)
    {
        final long value = parseLong(buffer, offset, length);
        if (value != (int)value)
        {
            throw new NumberFormatException(value + " must be a whole number of 32 bits");
        }
        return (int)value;
    }

    public static String toString(final DirectBuffer buffer, final int offset, final int fieldLength)
    {
        return buffer.getStringWithoutLengthAscii(offset, length(buffer, offset, fieldLength));
    }

    private static void requireFit(final int length, final int fieldLength)
    {
        if (length > fieldLength)
        {
            throw new IllegalArgumentException(
                "text of " + length + " bytes does not fit a field of " + fieldLength + "; shorten it");
        }
    }
}
