package io.utl.codecs.amount;

import io.utl.codecs.amount.AmountFormatException.Code;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * Amounts from and to plain decimals in ASCII.
 * <p>
 * Taken: an optional sign, digits, an optional point; at least one digit; leading zeros, zeros after the 18th decimal,
 * {@code 5.} and {@code .5} as FIX allows them. Not taken: blanks, exponents, words.
 * Thread: any; no state. Allocates: nothing, except errors and {@link #toString(Amount)}.
 */
final class AmountText
{
    private static final int DECIMALS = 18;
    private static final int MAX_WHOLE_DIGITS = 21;
    private static final int MAX_QUOTED = 60;

    private AmountText()
    {
    }

    /** Reads from {@code chars}, or from {@code bytes} if that is null. */
    static Amount parse(
        final CharSequence chars, final DirectBuffer bytes, final int offset, final int length, final Amount into)
    {
        final int first = length > 0 ? at(chars, bytes, offset) : 0;
        final boolean negative = first == '-';
        int i = negative || first == '+' ? 1 : 0;
        if (i == length)
        {
            throw error(Code.MALFORMED, "has no digit", chars, bytes, offset, length);
        }

        long wholeHigh = 0;
        long whole = 0;
        int wholeDigits = 0;
        long fraction = 0;
        int decimals = -1;
        int digits = 0;
        boolean precise = true;
        for (; i < length; i++)
        {
            final int c = at(chars, bytes, offset + i);
            final int digit = c - '0';
            if (digit < 0 || digit > 9)
            {
                if (c != '.' || decimals >= 0)
                {
                    throw error(Code.MALFORMED, "must be a plain decimal like -12.5", chars, bytes, offset, length);
                }
                decimals = 0;
                continue;
            }
            digits++;
            if (decimals >= DECIMALS)
            {
                precise &= digit == 0;
            }
            else if (decimals >= 0)
            {
                fraction = fraction * 10 + digit;
                decimals++;
            }
            else if (wholeDigits < DECIMALS)
            {
                whole = whole * 10 + digit;
                wholeDigits += whole == 0 ? 0 : 1;
            }
            else if (wholeDigits++ < MAX_WHOLE_DIGITS)
            {
                wholeHigh = wholeHigh * 10 + Wide.multiplyHigh(whole, 10);
                final long tens = whole * 10;
                whole = tens + digit;
                wholeHigh += Wide.carry(whole, tens);
            }
        }
        if (digits == 0)
        {
            throw error(Code.MALFORMED, "has no digit", chars, bytes, offset, length);
        }
        for (int scale = Math.max(decimals, 0); scale < DECIMALS; scale++)
        {
            fraction *= 10;
        }
        if (wholeDigits > MAX_WHOLE_DIGITS || !assemble(wholeHigh, whole, fraction, negative, into, precise))
        {
            throw error(Code.AMOUNT_RANGE, "must lie within about 1.7 x 10^20", chars, bytes, offset, length);
        }
        if (!precise)
        {
            throw error(Code.AMOUNT_PRECISION, "must have at most 18 decimals", chars, bytes, offset, length);
        }
        return into;
    }

    /** False if out of range; writes only if {@code write} says so. */
    private static boolean assemble(
        final long wholeHigh,
        final long whole,
        final long fraction,
        final boolean negative,
        final Amount into,
        final boolean write)
    {
        final long product = whole * Wide.SCALE;
        final long low = product + fraction;
        final long middle = Wide.multiplyHigh(whole, Wide.SCALE) + Wide.carry(low, product);
        final long high = middle + wholeHigh * Wide.SCALE;
        final boolean lowest = negative && high == Long.MIN_VALUE && low == 0;
        if (wholeHigh > 9 || Wide.less(high, middle) || (high < 0 && !lowest))
        {
            return false;
        }
        final long signedHigh = negative ? ~high + (low == 0 ? 1 : 0) : high;
        final long signedLow = negative ? -low : low;
        if (Amount.isNull(signedHigh, signedLow))
        {
            return false;
        }
        if (write)
        {
            into.setRaw(signedHigh, signedLow);
        }
        return true;
    }

    static int format(final Amount amount, final MutableDirectBuffer buffer, final int offset)
    {
        int position = offset;
        if (amount.isNegative())
        {
            buffer.putByte(position++, (byte)'-');
        }
        final long high = amount.magnitudeHigh();
        final long low = amount.magnitudeLow();
        final long wholeHigh = Long.divideUnsigned(high, Wide.SCALE);
        final long whole = Wide.divideByScale(high - wholeHigh * Wide.SCALE, low);
        final long fraction = low - whole * Wide.SCALE;

        if (wholeHigh == 0 && whole >= 0)
        {
            position += buffer.putNaturalLongAscii(position, whole);
        }
        else
        {
            final long top = Wide.divideByScale(wholeHigh, whole);
            position += buffer.putNaturalLongAscii(position, top);
            position = putDigits(buffer, position, whole - top * Wide.SCALE, DECIMALS);
        }
        if (fraction != 0)
        {
            buffer.putByte(position++, (byte)'.');
            long shown = fraction;
            int decimals = DECIMALS;
            while (shown % 10 == 0)
            {
                shown /= 10;
                decimals--;
            }
            position = putDigits(buffer, position, shown, decimals);
        }
        return position - offset;
    }

    static String toString(final Amount amount)
    {
        final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(Amount.MAX_TEXT_LENGTH);
        return buffer.getStringWithoutLengthAscii(0, format(amount, buffer, 0));
    }

    /** Writes exactly {@code digits} digits, leading zeros included. */
    private static int putDigits(
        final MutableDirectBuffer buffer, final int position, final long value, final int digits)
    {
        long rest = value;
        for (int i = digits - 1; i >= 0; i--)
        {
            final long next = rest / 10;
            buffer.putByte(position + i, (byte)('0' + (rest - next * 10)));
            rest = next;
        }
        return position + digits;
    }

    private static int at(final CharSequence chars, final DirectBuffer bytes, final int index)
    {
        return chars != null ? chars.charAt(index) : bytes.getByte(index);
    }

    private static AmountFormatException error(
        final Code code,
        final String rule,
        final CharSequence chars,
        final DirectBuffer bytes,
        final int offset,
        final int length)
    {
        final StringBuilder message = new StringBuilder("amount '");
        for (int i = 0; i < Math.min(length, MAX_QUOTED); i++)
        {
            final int c = at(chars, bytes, offset + i);
            message.append(c >= ' ' && c <= '~' ? (char)c : '?');
        }
        message.append(length > MAX_QUOTED ? "...' " : "' ").append(rule);
        return new AmountFormatException(code, message.toString());
    }
}
