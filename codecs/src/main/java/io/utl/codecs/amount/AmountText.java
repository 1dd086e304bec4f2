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
    private static final long[] POWERS_OF_TEN = new long[DECIMALS + 1];

    static
    {
        POWERS_OF_TEN[0] = 1;
        for (int i = 1; i <= DECIMALS; i++)
        {
            POWERS_OF_TEN[i] = POWERS_OF_TEN[i - 1] * 10;
        }
    }

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
        long wholeHigh = 0;
        long whole = 0;
        int wholeDigits = 0;
        int digit = digitAt(chars, bytes, offset, i, length);
        final int firstDigit = i;
        while (digit >= 0)
        {
            if (wholeDigits < DECIMALS)
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
            digit = digitAt(chars, bytes, offset, ++i, length);
        }
        int digits = i - firstDigit;
        long fraction = 0;
        boolean precise = true;
        if (i < length && at(chars, bytes, offset + i) == '.')
        {
            final int firstDecimal = ++i;
            final int lastExact = Math.min(length, i + DECIMALS);
            digit = digitAt(chars, bytes, offset, i, lastExact);
            while (digit >= 0)
            {
                fraction = fraction * 10 + digit;
                digit = digitAt(chars, bytes, offset, ++i, lastExact);
            }
            fraction *= POWERS_OF_TEN[DECIMALS - (i - firstDecimal)];
            digit = digitAt(chars, bytes, offset, i, length);
            while (digit >= 0)
            {
                precise &= digit == 0;
                digit = digitAt(chars, bytes, offset, ++i, length);
            }
            digits += i - firstDecimal;
        }
        if (i < length)
        {
            throw error(Code.MALFORMED, "must be a plain decimal like -12.5", chars, bytes, offset, length);
        }
        if (digits == 0)
        {
            throw error(Code.MALFORMED, "has no digit", chars, bytes, offset, length);
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
            while (shown % 100_000_000 == 0)
            {
                shown /= 100_000_000;
                decimals -= 8;
            }
            if (shown % 10_000 == 0)
            {
                shown /= 10_000;
                decimals -= 4;
            }
            if (shown % 100 == 0)
            {
                shown /= 100;
                decimals -= 2;
            }
            if (shown % 10 == 0)
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

    /** Value of the digit at {@code index}, or a negative number where there is none or the text has ended. */
    private static int digitAt(
        final CharSequence chars, final DirectBuffer bytes, final int offset, final int index, final int length)
    {
        final int digit = index < length ? at(chars, bytes, offset + index) - '0' : -1;
        return digit <= 9 ? digit : -1;
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
