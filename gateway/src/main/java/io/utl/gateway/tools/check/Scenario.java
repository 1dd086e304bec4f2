package io.utl.gateway.tools.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One scenario: commands, the events they must cause, and state, in lines.
 * <pre>
 *  # The first comment says the rule.
 *  # setup: standard              lines of setup/standard.txt are applied first, without looking at their events
 *  # events: report route break   only these verbs are compared; without it every event is
 *  &gt; new C1 id=a1 FUND1 ...       a command
 *  + 5s                           time passes: ns, us, ms, s, m, h, d
 *  &lt; report C1 id=a1 ...          the next event has these fields; all events of a command are listed, in order
 *  = position FUND1 BTC-USDT net=1   state
 * </pre>
 *
 * @param name   of the file, without its ending.
 * @param title  the rule it shows.
 * @param setup  names of setups to be applied first.
 * @param events verbs that are compared; empty for all.
 * @param lines  all lines, for messages.
 */
public record Scenario(String name, String title, List<String> setup, Set<String> events, List<String> lines)
{
    private static final String ROOT = "/scenarios/";

    /** Names of all scenarios, in the order of their index. */
    public static List<String> names()
    {
        return read("INDEX").stream().filter(line -> !line.isBlank()).toList();
    }

    /** Reads a scenario that is part of the product. */
    public static Scenario load(final String name)
    {
        return parse(name, read(name + ".txt"));
    }

    /** Reads a scenario from its lines. */
    public static Scenario parse(final String name, final List<String> lines)
    {
        return new Scenario(
            name,
            lines.isEmpty() ? "" : lines.get(0).replaceFirst("^#\\s*", ""),
            words(lines, "# setup:"),
            new TreeSet<>(words(lines, "# events:")),
            lines);
    }

    /** Lines of a setup. */
    static List<String> setupLines(final String name)
    {
        return read("setup/" + name + ".txt");
    }

    private static List<String> words(final List<String> lines, final String directive)
    {
        return lines.stream().filter(line -> line.startsWith(directive))
            .flatMap(line -> Arrays.stream(line.substring(directive.length()).trim().split("\\s+")))
            .filter(word -> !word.isEmpty()).toList();
    }

    private static List<String> read(final String path)
    {
        try (InputStream in = Scenario.class.getResourceAsStream(ROOT + path))
        {
            if (in == null)
            {
                throw new IllegalArgumentException(
                    "scenario file " + ROOT + path + " is missing; known are those listed in " + ROOT + "INDEX");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII)).lines().toList();
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException("scenario file " + ROOT + path + " cannot be read", e);
        }
    }
}
