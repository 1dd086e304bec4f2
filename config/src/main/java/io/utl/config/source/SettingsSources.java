package io.utl.config.source;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import com.typesafe.config.ConfigValueType;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Lays the sources over each other and remembers where each value came from.
 * <p>
 * Thread: the caller's. Allocates: at start only.
 */
final class SettingsSources
{
    private static final String ROOT = "utl.";
    /** Environment names that speak to the launcher and the tests, not to the settings. */
    private static final List<String> NOT_SETTINGS = List.of("UTL_JAVA", "UTL_MAVEN", "UTL_SHARED");

    private final List<String> problems;
    private final List<String> warnings = new ArrayList<>();
    private final Config defaults;
    private final Map<String, String> keysByEnvironment = new TreeMap<>();

    /** @param profile name of the embedded file laid over the reference: demo or run. */
    SettingsSources(final String profile, final List<String> problems)
    {
        this.problems = problems;
        final Config reference = embedded("reference.conf");
        this.defaults = embedded(profile + ".conf").withFallback(reference);
        reference.entrySet().forEach(entry -> keysByEnvironment.put(environmentName(entry.getKey()), entry.getKey()));
    }

    /** What is odd but does not stop a start. */
    List<String> warnings()
    {
        return warnings;
    }

    /** The sources as one, strongest first; what could not be read is in the problems. */
    Config merge(final Path file, final List<String> sets, final Map<String, String> environment)
    {
        Config merged = fromSets(sets).withFallback(fromEnvironment(environment));
        if (file != null)
        {
            merged = merged.withFallback(fromFile(file));
        }
        refuseUnknown(merged);
        try
        {
            return merged.withFallback(defaults).resolve();
        }
        catch (final ConfigException e)
        {
            problems.add(e.getMessage());
            return defaults.resolve();
        }
    }

    private Config fromSets(final List<String> sets)
    {
        Config result = ConfigFactory.empty();
        for (final String set : sets)
        {
            final int equals = set.indexOf('=');
            if (equals <= 0)
            {
                problems.add("--set " + set + ": write --set key=value, as in --set utl.market.atEnd=loop");
                continue;
            }
            final String key = set.substring(0, equals).trim();
            result = with(result, key, set.substring(equals + 1), "--set " + key);
        }
        return result;
    }

    private Config fromEnvironment(final Map<String, String> environment)
    {
        Config result = ConfigFactory.empty();
        for (final Map.Entry<String, String> entry : new TreeMap<>(environment).entrySet())
        {
            final String name = entry.getKey();
            if (!name.startsWith("UTL_") || NOT_SETTINGS.contains(name))
            {
                continue;
            }
            final String key = keysByEnvironment.get(name);
            if (key == null)
            {
                warnings.add("environment " + name + " names no setting and is ignored");
                continue;
            }
            result = with(result, key, entry.getValue(), "environment " + name);
        }
        return result;
    }

    private Config with(final Config config, final String key, final String text, final String origin)
    {
        try
        {
            final boolean list = defaults.hasPath(key) && defaults.getValue(key).valueType() == ConfigValueType.LIST;
            final ConfigValue value = list
                ? ConfigFactory.parseString("v = " + text, ConfigParseOptions.defaults().setOriginDescription(origin))
                    .getValue("v")
                : ConfigValueFactory.fromAnyRef(text, origin);
            return config.withValue(key, value);
        }
        catch (final ConfigException e)
        {
            problems.add(origin + ": " + e.getMessage());
            return config;
        }
    }

    private Config fromFile(final Path file)
    {
        try (Reader reader = Files.newBufferedReader(file))
        {
            return ConfigFactory.parseReader(reader, ConfigParseOptions.defaults()
                .setSyntax(ConfigSyntax.CONF).setOriginDescription(file.toString()));
        }
        catch (final IOException e)
        {
            problems.add("--config " + file + ": cannot be read (" + e + "); name a readable HOCON file");
        }
        catch (final ConfigException e)
        {
            problems.add(e.getMessage());
        }
        return ConfigFactory.empty();
    }

    private void refuseUnknown(final Config given)
    {
        given.root().keySet().stream().filter(key -> !"utl".equals(key)).sorted().forEach(key -> problems.add(
            given.root().get(key).origin().description() + ": " + key + " is no setting; every key begins with utl."));
        given.entrySet().stream().filter(entry -> entry.getKey().startsWith(ROOT)).sorted(Map.Entry.comparingByKey())
            .filter(entry -> !defaults.hasPathOrNull(entry.getKey()))
            .forEach(entry -> problems.add(entry.getValue().origin().description() + ": " + entry.getKey() +
                " is no setting; nearest is " + nearest(entry.getKey())));
    }

    private String nearest(final String key)
    {
        String best = "";
        int least = Integer.MAX_VALUE;
        for (final String known : keysByEnvironment.values())
        {
            final int distance = distance(key, known);
            if (distance < least)
            {
                least = distance;
                best = known;
            }
        }
        return best;
    }

    /** utl.market.atEnd is UTL_MARKET_AT_END. */
    static String environmentName(final String key)
    {
        return key.replaceAll("([a-z])([A-Z])", "$1_$2").replace('.', '_').toUpperCase(java.util.Locale.ROOT);
    }

    private static int distance(final String left, final String right)
    {
        int[] row = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++)
        {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++)
        {
            final int[] next = new int[right.length() + 1];
            next[0] = i;
            for (int j = 1; j <= right.length(); j++)
            {
                final int change = row[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                next[j] = Math.min(change, Math.min(row[j], next[j - 1]) + 1);
            }
            row = next;
        }
        return row[right.length()];
    }

    private static Config embedded(final String name)
    {
        try (InputStream stream = SettingsSources.class.getResourceAsStream("/utl/" + name))
        {
            return ConfigFactory.parseReader(new InputStreamReader(stream, StandardCharsets.UTF_8),
                ConfigParseOptions.defaults().setOriginDescription(name));
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(e);
        }
    }
}
