package io.utl.gateway.tools.check;

import io.utl.codecs.frame.CommandFrame;
import io.utl.codecs.frame.EventFrame;
import io.utl.codecs.script.ScriptReader;
import io.utl.codecs.script.ScriptWriter;
import io.utl.gateway.core.Core;
import io.utl.gateway.core.CoreSizes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Runs scenarios through a core of their own. After the last line the books must sum to zero, and the state must
 * survive a snapshot: the loaded core has the same digest.
 * <p>
 * Thread: one. Allocates freely.
 */
public final class ScenarioRunner
{
    /** 2026-01-05T12:00:00Z, the time before the first command. */
    public static final long START_NS = 1_767_614_400_000_000_000L;
    /** Between two commands. */
    public static final long STEP_NS = 1_000_000L;

    private final CapturedEvents captured = new CapturedEvents();
    private final Core core = new Core(captured, CoreSizes.SMALL);
    private final ScenarioState state = new ScenarioState(core);
    private final ScriptReader reader = new ScriptReader();
    private final ScriptWriter writer = new ScriptWriter();
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[CommandFrame.MAX_LENGTH]);
    private final UnsafeBuffer expected = new UnsafeBuffer(new byte[EventFrame.MAX_LENGTH]);
    private final CommandFrame frame = new CommandFrame();
    private final Deque<EventFrame> pending = new ArrayDeque<>();
    private long timeNs = START_NS;

    /**
     * Runs one scenario.
     *
     * @throws ScenarioMismatch at the first line that does not hold.
     */
    public static void run(final Scenario scenario)
    {
        new ScenarioRunner().play(scenario);
    }

    private void play(final Scenario scenario)
    {
        for (final String setup : scenario.setup())
        {
            for (final String line : Scenario.setupLines(setup))
            {
                if (line.startsWith(">"))
                {
                    refuseRefusals(line, apply(line.substring(1)));
                }
            }
        }
        int number = 0;
        for (final String line : scenario.lines())
        {
            number++;
            play(scenario, number, line);
        }
        nothingLeft(number, "end");
        core.parts().ledger.assertConservation();
        survivesASnapshot(number);
    }

    private void play(final Scenario scenario, final int number, final String line)
    {
        if (line.isBlank() || line.startsWith("#"))
        {
            return;
        }
        final String rest = line.substring(1).trim();
        switch (line.charAt(0))
        {
            case '>' ->
            {
                nothingLeft(number, line);
                for (final EventFrame event : apply(rest))
                {
                    if (scenario.events().isEmpty() || scenario.events().contains(verb(event)))
                    {
                        pending.add(event);
                    }
                }
            }
            case '<' -> expect(number, line, rest);
            case '+' ->
            {
                nothingLeft(number, line);
                timeNs += duration(rest);
            }
            case '=' ->
            {
                nothingLeft(number, line);
                final String problem = state.check(rest);
                if (problem != null)
                {
                    throw new ScenarioMismatch(number, line, problem);
                }
            }
            default -> throw new ScenarioMismatch(number, line, "a line begins with #, >, <, + or =");
        }
    }

    private List<EventFrame> apply(final String line)
    {
        timeNs += STEP_NS;
        frame.wrap(buffer, 0);
        final int length = reader.parse(line.trim(), buffer, frame.messageOffset());
        frame.length(length).session(reader.session()).sequence(core.lastSequence() + 1).timeNs(timeNs).ingressNs(0);
        core.onCommand(frame);
        return captured.take();
    }

    private void refuseRefusals(final String line, final List<EventFrame> events)
    {
        for (final EventFrame event : events)
        {
            if (verb(event).equals("refused"))
            {
                throw new IllegalArgumentException("setup line was refused: " + line + "\n    " + text(event));
            }
        }
    }

    private void expect(final int number, final String line, final String rest)
    {
        if (pending.isEmpty())
        {
            throw new ScenarioMismatch(number, line, "no further event was told");
        }
        final EventFrame event = pending.remove();
        final String actual = text(event);
        final List<String> wanted = given(rest);
        final List<String> found = new ArrayList<>(tokens(actual));
        for (final String token : wanted)
        {
            if (!found.remove(token))
            {
                throw new ScenarioMismatch(number, line, "expected " + token + " in: " + actual);
            }
        }
    }

    /** The fields a line gives, as the writer spells them; defaults count only where the line says them. */
    private List<String> given(final String line)
    {
        final List<String> said = tokens(line);
        final List<String> defaults = normal(said.get(0));
        return normal(line).stream().filter(token -> !defaults.contains(token) || said.contains(token)).toList();
    }

    private List<String> normal(final String line)
    {
        final int length = reader.parse(line, expected, 0);
        return tokens(writer.format(reader.session(), expected, 0, length));
    }

    private void nothingLeft(final int number, final String line)
    {
        if (!pending.isEmpty())
        {
            throw new ScenarioMismatch(number, line, "an event before this line is not listed: " +
                text(pending.remove()));
        }
    }

    private void survivesASnapshot(final int number)
    {
        final Core loaded = new Core(new CapturedEvents(), CoreSizes.SMALL);
        core.writeSnapshot(loaded::loadRecord);
        if (loaded.digest() != core.digest())
        {
            throw new ScenarioMismatch(number, "end", "the state that a snapshot gives back differs");
        }
    }

    private String text(final EventFrame event)
    {
        return writer.format(event.session(), event.buffer(), event.messageOffset(), event.length());
    }

    private String verb(final EventFrame event)
    {
        final String text = text(event);
        final int blank = text.indexOf(' ');
        return blank < 0 ? text : text.substring(0, blank);
    }

    /** Cuts at blanks outside quotes. */
    static List<String> tokens(final String line)
    {
        final List<String> tokens = new ArrayList<>();
        final StringBuilder token = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++)
        {
            final char c = line.charAt(i);
            quoted ^= c == '"' && (i == 0 || line.charAt(i - 1) != '\\');
            if (c == ' ' && !quoted)
            {
                if (token.length() > 0)
                {
                    tokens.add(token.toString());
                    token.setLength(0);
                }
            }
            else
            {
                token.append(c);
            }
        }
        if (token.length() > 0)
        {
            tokens.add(token.toString());
        }
        return tokens;
    }

    static long duration(final String text)
    {
        final String number = text.replaceAll("[a-z]+$", "");
        final long unit = switch (text.substring(number.length()))
        {
            case "ns" -> 1L;
            case "us" -> 1_000L;
            case "ms" -> 1_000_000L;
            case "s" -> 1_000_000_000L;
            case "m" -> 60_000_000_000L;
            case "h" -> 3_600_000_000_000L;
            case "d" -> 86_400_000_000_000L;
            default -> throw new IllegalArgumentException("time " + text + " must end with ns, us, ms, s, m, h or d");
        };
        return Math.multiplyExact(Long.parseLong(number), unit);
    }
}
