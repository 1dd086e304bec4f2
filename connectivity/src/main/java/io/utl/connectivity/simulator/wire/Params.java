package io.utl.connectivity.simulator.wire;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.amount.AmountFormatException;
import io.utl.connectivity.simulator.match.VenueError;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The parameters of one request by name, as text. Empty counts as absent, as at the venue.
 * Thread: one at a time. Errors: {@link VenueError} -1100, -1102, -1104, -1111, -1130, named as errors.md does.
 */
final class Params
{
    private static final String DECIMAL_RANGE = "^([0-9]{1,20})(\\.[0-9]{1,20})?$";
    private static final Pattern DECIMAL = Pattern.compile(DECIMAL_RANGE);
    private static final String SYMBOL_RANGE = "^[A-Z0-9-_.]{1,20}$";
    private static final Pattern SYMBOL = Pattern.compile("^[A-Z0-9\\-_.]{1,20}$");
    private static final String CLIENT_ID_RANGE = "^[\\.A-Z\\:/a-z0-9_-]{1,36}$";
    private static final Pattern CLIENT_ID = Pattern.compile(CLIENT_ID_RANGE);
    private static final int PRECISION = 8;

    private final Map<String, String> values = new TreeMap<>();

    void put(final String name, final String value)
    {
        values.put(name, value);
    }

    /** All of them, sorted by name. */
    Map<String, String> all()
    {
        return values;
    }

    boolean has(final String name)
    {
        final String value = values.get(name);
        return value != null && !value.isEmpty();
    }

    /** The value; null if absent. */
    String text(final String name)
    {
        return has(name) ? values.get(name) : null;
    }

    String mandatory(final String name)
    {
        if (!has(name))
        {
            throw VenueError.mandatory(name);
        }
        return values.get(name);
    }

    String symbol()
    {
        return matching("symbol", mandatory("symbol"), SYMBOL, SYMBOL_RANGE);
    }

    String clientId(final String name)
    {
        return has(name) ? matching(name, text(name), CLIENT_ID, CLIENT_ID_RANGE) : null;
    }

    private static String matching(final String name, final String value, final Pattern pattern, final String range)
    {
        if (!pattern.matcher(value).matches())
        {
            throw new VenueError(
                -1100, "Illegal characters found in parameter '" + name + "'; legal range is '" + range + "'.");
        }
        return value;
    }

    /** A plain decimal of at most eight places; null if absent. */
    Amount decimal(final String name)
    {
        if (!has(name))
        {
            return null;
        }
        final String value = matching(name, text(name), DECIMAL, DECIMAL_RANGE);
        final int point = value.indexOf('.');
        if (point >= 0 && value.replaceAll("0+$", "").length() - point - 1 > PRECISION)
        {
            throw new VenueError(-1111, "Parameter '" + name + "' has too much precision.");
        }
        try
        {
            return Amount.of(value);
        }
        catch (final AmountFormatException e)
        {
            throw new VenueError(-1108, "Parameter '" + name + "' overflowed.");
        }
    }

    /** A whole number; null if absent. */
    Long number(final String name)
    {
        if (!has(name))
        {
            return null;
        }
        try
        {
            return Long.valueOf(text(name));
        }
        catch (final NumberFormatException e)
        {
            throw new VenueError(-1100, "Illegal characters found in parameter '" + name +
                "'; legal range is '^[0-9]{1,20}$'.");
        }
    }

    boolean flag(final String name, final boolean absent)
    {
        return has(name) ? "true".equalsIgnoreCase(text(name)) : absent;
    }

    /** One of the names of {@code type}; null if absent; {@code error} if it is none of them. */
    <E extends Enum<E>> E choice(final String name, final Class<E> type, final VenueError error)
    {
        if (!has(name))
        {
            return null;
        }
        for (final E constant : type.getEnumConstants())
        {
            if (constant.name().equals(text(name)))
            {
                return constant;
            }
        }
        throw error;
    }

    /** Refuses names that the method does not know. */
    void only(final Set<String> known)
    {
        final long read = values.keySet().stream().filter(known::contains).count();
        if (read < values.size())
        {
            throw new VenueError(-1104, "Not all sent parameters were read; read '" + read +
                "' parameter(s) but was sent '" + values.size() + "'.");
        }
    }
}
