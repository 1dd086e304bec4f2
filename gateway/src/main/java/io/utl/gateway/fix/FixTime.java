package io.utl.gateway.fix;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * UTCTimestamp and LocalMktDate of FIX, to and from nanoseconds since the Unix epoch.
 * Source: FIX 4.4 data types; more than three decimals of a second as in later versions.
 * <p>
 * Thread: any. Allocates: strings.
 */
public final class FixTime
{
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long SECONDS_PER_DAY = 86_400L;
    /** Length of {@code yyyyMMdd-HH:mm:ss}. */
    private static final int SECONDS_LENGTH = 17;

    private FixTime()
    {
    }

    /** {@code yyyyMMdd-HH:mm:ss.SSSSSS}, cut to microseconds. */
    public static String format(final long timeNs)
    {
        final long seconds = Math.floorDiv(timeNs, NANOS_PER_SECOND);
        final LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(seconds, SECONDS_PER_DAY));
        final int second = (int)Math.floorMod(seconds, SECONDS_PER_DAY);
        final StringBuilder text = new StringBuilder(24);
        digits(text, date.getYear(), 4);
        digits(text, date.getMonthValue(), 2);
        digits(text, date.getDayOfMonth(), 2);
        text.append('-');
        digits(text, second / 3_600, 2);
        text.append(':');
        digits(text, second / 60 % 60, 2);
        text.append(':');
        digits(text, second % 60, 2);
        text.append('.');
        digits(text, (int)(Math.floorMod(timeNs, NANOS_PER_SECOND) / 1_000), 6);
        return text.toString();
    }

    /**
     * @param text {@code yyyyMMdd-HH:mm:ss} with up to nine decimals.
     * @throws DateTimeException if it is not such a time, or lies outside the years 1971 to 2261.
     */
    public static long parse(final String text)
    {
        if (text.length() < SECONDS_LENGTH || text.charAt(8) != '-' || text.charAt(11) != ':' || text.charAt(14) != ':')
        {
            throw new DateTimeException("not of the form yyyyMMdd-HH:mm:ss.SSS");
        }
        final LocalTime time = LocalTime.of(number(text, 9, 11), number(text, 12, 14), number(text, 15, 17));
        long fraction = 0;
        if (text.length() > SECONDS_LENGTH)
        {
            final int decimals = text.length() - SECONDS_LENGTH - 1;
            if (text.charAt(SECONDS_LENGTH) != '.' || decimals < 1 || decimals > 9)
            {
                throw new DateTimeException("not of the form yyyyMMdd-HH:mm:ss.SSS");
            }
            fraction = number(text, SECONDS_LENGTH + 1, text.length());
            for (int i = decimals; i < 9; i++)
            {
                fraction *= 10;
            }
        }
        return dayStart(text.substring(0, 8)) + time.toSecondOfDay() * NANOS_PER_SECOND + fraction;
    }

    /**
     * @param text {@code yyyyMMdd}.
     * @return the first nanosecond of the day after it, UTC.
     * @throws DateTimeException as {@link #parse}.
     */
    public static long endOfDay(final String text)
    {
        if (text.length() != 8)
        {
            throw new DateTimeException("not of the form yyyyMMdd");
        }
        return dayStart(text) + SECONDS_PER_DAY * NANOS_PER_SECOND;
    }

    private static long dayStart(final String text)
    {
        final int year = number(text, 0, 4);
        if (year < 1971 || year > 2261)
        {
            throw new DateTimeException("year " + year + " is outside 1971 to 2261");
        }
        return LocalDate.of(year, number(text, 4, 6), number(text, 6, 8)).toEpochDay() *
            SECONDS_PER_DAY * NANOS_PER_SECOND;
    }

    private static int number(final String text, final int from, final int to)
    {
        int value = 0;
        for (int i = from; i < to; i++)
        {
            final char c = text.charAt(i);
            if (c < '0' || c > '9')
            {
                throw new DateTimeException("'" + c + "' is no digit");
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }

    private static void digits(final StringBuilder text, final int value, final int count)
    {
        int power = 1;
        for (int i = 1; i < count; i++)
        {
            power *= 10;
        }
        for (int i = 0; i < count; i++, power /= 10)
        {
            text.append((char)('0' + value / power % 10));
        }
    }
}
