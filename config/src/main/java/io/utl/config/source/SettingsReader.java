package io.utl.config.source;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads single values; what is wrong becomes a problem with its origin, and reading goes on with a value that is
 * inside the range, so that one look finds everything.
 * <p>
 * Thread: the caller's. Allocates: at start only.
 */
final class SettingsReader
{
    private static final String PRINTABLE = "[!-~]+";
    private static final Pattern BYTES = Pattern.compile("([0-9]{1,10}) *([kmg]?)(?:i?b)?", Pattern.CASE_INSENSITIVE);
    private static final String UNITS = " kmg";
    private static final int TEN = 10;

    private final Config config;
    private final String prefix;
    private final List<String> problems;

    SettingsReader(final Config config, final String prefix, final List<String> problems)
    {
        this.config = config;
        this.prefix = prefix;
        this.problems = problems;
    }

    /** Text of at most {@code most} characters; may be empty. */
    String text(final String key, final int most)
    {
        final String value = read(key, config::getString, "");
        if (value.length() > most)
        {
            problem(key, value, "must have at most " + most + " characters");
            return "";
        }
        return value;
    }

    /** A name of 1 to {@code most} printable ASCII characters without blanks. */
    String name(final String key, final int most)
    {
        final String value = read(key, config::getString, "");
        if (!value.matches(PRINTABLE) || value.length() > most)
        {
            problem(key, value, "must be 1 to " + most + " printable ASCII characters");
        }
        return value;
    }

    /** {@link #name} or, where the key is absent, {@code absent}. */
    String name(final String key, final int most, final String absent)
    {
        return config.hasPath(key) ? name(key, most) : absent;
    }

    boolean flag(final String key, final boolean absent)
    {
        return config.hasPath(key) ? read(key, config::getBoolean, absent) : absent;
    }

    int integer(final String key, final int least, final int most)
    {
        return (int)whole(key, least, most);
    }

    long whole(final String key, final long least, final long most)
    {
        return bounded(key, read(key, config::getLong, least), least, most);
    }

    /** Bytes, as in 64m, 64MB or 64MiB: all three the binary unit, as blocks of memory are counted. */
    long bytes(final String key, final long least, final long most)
    {
        final String value = read(key, config::getString, Long.toString(least));
        final Matcher parts = BYTES.matcher(value.strip());
        if (!parts.matches())
        {
            problem(key, value, "must be bytes, as in 1048576, 64m or 1g");
            return least;
        }
        final int shift = parts.group(2).isEmpty() ? 0 : UNITS.indexOf(parts.group(2).toLowerCase(Locale.ROOT)) * TEN;
        return bounded(key, Long.parseLong(parts.group(1)) << shift, least, most);
    }

    /** A plain decimal above zero with at most 18 decimals. */
    String amount(final String key)
    {
        final String value = read(key, config::getString, "1");
        if (!value.matches("[0-9]{1,20}(\\.[0-9]{1,18})?") || value.matches("[0.]+"))
        {
            problem(key, value, "must be a plain decimal above 0 with at most 18 decimals");
            return "1";
        }
        return value;
    }

    /** One of an enum's values, lower case in the file. */
    <E extends Enum<E>> E choice(final String key, final Class<E> type, final E absent)
    {
        if (!config.hasPath(key))
        {
            return absent;
        }
        final String value = read(key, config::getString, "");
        final List<String> offered = new ArrayList<>();
        for (final E constant : type.getEnumConstants())
        {
            if ("NULL_VAL".equals(constant.name()))
            {
                continue;
            }
            if (constant.name().equalsIgnoreCase(value))
            {
                return constant;
            }
            offered.add(constant.name().toLowerCase(Locale.ROOT));
        }
        problem(key, value, "must be one of " + String.join(", ", offered));
        return absent;
    }

    /** One reader for each object of a list. */
    List<SettingsReader> objects(final String key)
    {
        final List<SettingsReader> result = new ArrayList<>();
        final List<? extends Config> list = read(key, config::getConfigList, List.of());
        for (int i = 0; i < list.size(); i++)
        {
            result.add(new SettingsReader(list.get(i), prefix + key + "[" + i + "].", problems));
        }
        return result;
    }

    List<String> texts(final String key)
    {
        return config.hasPath(key) ? read(key, config::getStringList, List.of()) : List.of();
    }

    /** Names every key of this object that is not among {@code known}. */
    SettingsReader only(final String... known)
    {
        config.root().keySet().stream().filter(key -> !List.of(known).contains(key)).sorted()
            .forEach(key -> problem(key, config.root().get(key).render(), "is no setting; known here are " +
                String.join(", ", known)));
        return this;
    }

    /** Adds a problem with the value that is there. */
    void problem(final String key, final String value, final String rule)
    {
        final String origin = config.hasPathOrNull(key) ? config.getValue(key).origin().description() + ": " : "";
        problems.add(origin + prefix + key + " = " + value + ": " + rule);
    }

    private long bounded(final String key, final long value, final long least, final long most)
    {
        if (value < least || value > most)
        {
            problem(key, Long.toString(value), "must be " + least + " to " + most);
            return least;
        }
        return value;
    }

    private <T> T read(final String key, final Function<String, T> getter, final T absent)
    {
        try
        {
            return getter.apply(key);
        }
        catch (final ConfigException.Missing e)
        {
            problems.add(prefix + key + ": is missing");
        }
        catch (final ConfigException e)
        {
            problems.add(e.getMessage());
        }
        return absent;
    }
}
