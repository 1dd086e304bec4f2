package io.utl.codecs.script;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** Texts and times as a line shows them. A char of a text stands for one byte, 0 to 255. Thread: any; no state. */
final class ScriptText
{
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder().appendInstant(9).toFormatter();
    private static final long NS_PER_SECOND = 1_000_000_000L;

    private ScriptText()
    {
    }

    /** As it is, or in quotes with escapes where blanks, quotes or unprintable bytes demand it. */
    static String quote(final String text)
    {
        boolean plain = !text.isEmpty();
        for (int i = 0; i < text.length(); i++)
        {
            final char c = text.charAt(i);
            plain &= c > ' ' && c <= '~' && c != '"' && c != '\\';
        }
        if (plain)
        {
            return text;
        }
        final StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++)
        {
            final char c = text.charAt(i);
            if (c == '"' || c == '\\')
            {
                quoted.append('\\').append(c);
            }
            else if (c >= ' ' && c <= '~')
            {
                quoted.append(c);
            }
            else
            {
                quoted.append(String.format("\\x%02x", (int)c));
            }
        }
        return quoted.append('"').toString();
    }

    /** ISO-8601 in UTC with nine decimals; any 64-bit number of nanoseconds has such a form. */
    static String time(final long timeNs)
    {
        return TIME.format(Instant.ofEpochSecond(
            Math.floorDiv(timeNs, NS_PER_SECOND), Math.floorMod(timeNs, NS_PER_SECOND)));
    }

    /** @throws IllegalArgumentException if the text is neither a whole number nor ISO-8601, or leaves 64 bits. */
    static long time(final String text)
    {
        if (text.matches("-?[0-9]+"))
        {
            return Long.parseLong(text);
        }
        try
        {
            final Instant instant = Instant.parse(text);
            final long seconds = instant.getEpochSecond();
            // Before 1970 the part below the second counts forwards, so it is added to a second that is one too low.
            return seconds >= 0 ?
                Math.addExact(Math.multiplyExact(seconds, NS_PER_SECOND), instant.getNano()) :
                Math.addExact(Math.multiplyExact(seconds + 1, NS_PER_SECOND), instant.getNano() - NS_PER_SECOND);
        }
        catch (final DateTimeException | ArithmeticException e)
        {
            throw new IllegalArgumentException(
                "a time must be nanoseconds since 1970 or like 2026-11-21T12:00:00.000000001Z, within 64 bits", e);
        }
    }
}
