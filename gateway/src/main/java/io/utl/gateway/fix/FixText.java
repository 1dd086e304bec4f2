package io.utl.gateway.fix;

import java.util.regex.Pattern;

/**
 * FIX messages as people read them: a bar for the field delimiter, secrets as ***.
 * <p>
 * Thread: any. Allocates: strings.
 */
public final class FixText
{
    private static final char SOH = '\001';
    /** Password (554), NewPassword (925) and RawData (96), which may hold a signature. */
    private static final Pattern SECRET = Pattern.compile("(^|\001)(554|925|96)=[^\001]*");

    private FixText()
    {
    }

    /** One line for a log or a screen. */
    public static String readable(final String message)
    {
        return SECRET.matcher(message).replaceAll("$1$2=***").replace(SOH, '|');
    }

    /** True for 1 to {@code most} characters from '!' to '~'. */
    public static boolean isPrintable(final String value, final int most)
    {
        if (value.isEmpty() || value.length() > most)
        {
            return false;
        }
        for (int i = 0; i < value.length(); i++)
        {
            if (value.charAt(i) < '!' || value.charAt(i) > '~')
            {
                return false;
            }
        }
        return true;
    }

    /** Text that may be put into a field: printable ASCII and blanks, at most {@code most} characters. */
    static String clean(final String value, final int most)
    {
        final StringBuilder clean = new StringBuilder(Math.min(value.length(), most));
        for (int i = 0; i < value.length() && clean.length() < most; i++)
        {
            final char c = value.charAt(i);
            clean.append(c >= ' ' && c <= '~' ? c : '?');
        }
        return clean.toString();
    }

    /** Value of a tag in a raw message, or null. Reads the first occurrence. */
    static String value(final String message, final int tag)
    {
        final String key = SOH + Integer.toString(tag) + '=';
        final int at = message.indexOf(key);
        if (at < 0)
        {
            return null;
        }
        final int from = at + key.length();
        final int to = message.indexOf(SOH, from);
        return message.substring(from, to < 0 ? message.length() : to);
    }
}
