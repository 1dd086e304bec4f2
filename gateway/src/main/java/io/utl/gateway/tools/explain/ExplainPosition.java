package io.utl.gateway.tools.explain;

import io.utl.codecs.frame.CommandFrame;
import io.utl.codecs.sbe.InstrumentDefinedDecoder;
import io.utl.codecs.sbe.MessageHeaderDecoder;
import io.utl.gateway.core.Core;
import io.utl.gateway.journal.JournalDirectory;
import io.utl.gateway.journal.JournalReader;
import io.utl.gateway.journal.RecordKind;
import io.utl.gateway.tools.journal.ToolExit;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * {@code utl explain position ACCOUNT SYMBOL|ASSET}: applies the journal from its first command and prints every step of
 * the position, the figures after it and the arithmetic of the last ones. Works on live and on killed directories; a live
 * one is read up to the last forced command. Exit: 0 explained, 1 nothing known under these names, 4 corrupt journal.
 */
public final class ExplainPosition
{
    private static final long NS_PER_S = 1_000_000_000L;

    /** Base and quote asset of an instrument. */
    private record Pair(String base, String quote)
    {
    }

    /** The commands of a journal, in order, as often as they are asked for. */
    @FunctionalInterface
    interface Commands
    {
        void each(Consumer<CommandFrame> use);
    }

    private final String account;
    private final String subject;

    /**
     * @param subject a symbol such as BTC-USDT, or an asset such as BTC: then each instrument that it is the base of.
     */
    public ExplainPosition(final String account, final String subject)
    {
        this.account = account;
        this.subject = subject;
    }

    public int run(final Path data, final PrintStream out)
    {
        return ToolExit.of(data, out, directory -> explain(use -> each(directory, use), out));
    }

    /** Explains what the given commands, all from the first, make of the position. */
    int explain(final Commands commands, final PrintStream out)
    {
        final Map<String, Pair> instruments = instruments(commands);
        boolean found = false;
        for (final Map.Entry<String, Pair> each : instruments.entrySet())
        {
            final Pair pair = each.getValue();
            if (subject.equals(each.getKey()) || subject.equals(pair.base()))
            {
                final PositionStory story = new PositionStory(account, pair.base(), pair.quote(), each.getKey());
                final Core core = new Core(story);
                commands.each(core::onCommand);
                if (!story.steps().isEmpty())
                {
                    found = true;
                    print(story, pair, out);
                    out.println("position " + account + " " + each.getKey() + " from commands 1.." +
                        core.lastSequence());
                }
            }
        }
        if (!found)
        {
            out.println("nothing was ever booked for account '" + account + "' in '" + subject +
                "'; instruments here: " + (instruments.isEmpty() ? "none" : String.join(", ", instruments.keySet())) +
                ". A name is case sensitive.");
            return ToolExit.ERROR;
        }
        return ToolExit.OK;
    }

    private static Map<String, Pair> instruments(final Commands commands)
    {
        final Map<String, Pair> found = new TreeMap<>();
        final InstrumentDefinedDecoder instrument = new InstrumentDefinedDecoder();
        final MessageHeaderDecoder header = new MessageHeaderDecoder();
        commands.each(frame ->
        {
            if (frame.templateId() == InstrumentDefinedDecoder.TEMPLATE_ID)
            {
                instrument.wrapAndApplyHeader(frame.buffer(), frame.messageOffset(), header);
                if (!instrument.symbol().isEmpty())
                {
                    found.put(instrument.symbol(), new Pair(instrument.baseAsset(), instrument.quoteAsset()));
                }
            }
        });
        return found;
    }

    private static void each(final JournalDirectory directory, final Consumer<CommandFrame> use)
    {
        final CommandFrame frame = new CommandFrame();
        try (JournalReader reader = JournalReader.open(directory, JournalDirectory.Stream.COMMANDS))
        {
            while (reader.next())
            {
                if (reader.kind() != RecordKind.HEAD)
                {
                    use.accept(reader.wrap(frame));
                }
            }
        }
    }

    private static void print(final PositionStory story, final Pair pair, final PrintStream out)
    {
        Figures before = Figures.FLAT;
        for (final Step step : story.steps())
        {
            out.println(line(step, pair));
            out.println("    net " + sum(before.net(), step.qty(), step.after().net()) + "   cost wac " +
                sum(before.costWac(), step.after().costWac().subtract(before.costWac()), step.after().costWac()) +
                "   fifo " +
                sum(before.costFifo(), step.after().costFifo().subtract(before.costFifo()), step.after().costFifo()));
            before = step.after();
        }
        total(story, pair, out);
    }

    private static String line(final Step step, final Pair pair)
    {
        final StringBuilder line = new StringBuilder();
        line.append(step.qty().signum() < 0 ? "" : "+").append(text(step.qty())).append(' ').append(pair.base())
            .append("  ").append(step.what()).append(' ').append(step.name()).append("  ")
            .append(Instant.ofEpochSecond(step.timeNs() / NS_PER_S, step.timeNs() % NS_PER_S));
        if (step.price() != null)
        {
            line.append("  at ").append(text(step.price())).append(" value ").append(text(step.value()));
        }
        if (!step.fee().isEmpty())
        {
            line.append("  fee ").append(step.fee());
        }
        if (step.realizedWac().signum() != 0 || step.realizedFifo().signum() != 0)
        {
            line.append("  realized wac ").append(text(step.realizedWac())).append(" fifo ")
                .append(text(step.realizedFifo()));
        }
        line.append("  seq ").append(step.seq());
        return step.source().isEmpty() ? line.toString() : line.append("  ").append(step.source()).toString();
    }

    private static void total(final PositionStory story, final Pair pair, final PrintStream out)
    {
        final Figures end = story.figures();
        out.println("= " + text(end.net()) + " " + pair.base() + "   bought " + text(end.bought()) + "   sold " +
            text(end.sold()) + "   fees " + text(end.fees()) + " " + pair.quote());
        method("wac", end.net(), end.costWac(), end.unitCost(end.costWac()), end.realizedWac(), story.lastMark(),
            pair.quote(), out);
        method("fifo", end.net(), end.costFifo(), end.unitCost(end.costFifo()), end.realizedFifo(), story.lastMark(),
            pair.quote(), out);
        final PositionStory.Mark mark = story.lastMark();
        out.println(mark == null ? "mark UNPRICED: no mark was ever seen" : "mark " + text(mark.price()) + " (bid " +
            text(mark.bid()) + ", ask " + text(mark.ask()) + ", " + mark.venue() + ", " +
            Instant.ofEpochSecond(mark.timeNs() / NS_PER_S, mark.timeNs() % NS_PER_S) + ")");
    }

    private static void method(
        final String name,
        final BigDecimal net,
        final BigDecimal cost,
        final BigDecimal unitCost,
        final BigDecimal realized,
        final PositionStory.Mark mark,
        final String quote,
        final PrintStream out)
    {
        final StringBuilder line = new StringBuilder("  ").append(name).append(": cost ").append(text(cost));
        if (unitCost != null)
        {
            line.append(" / ").append(text(net)).append(" = unit cost ").append(text(unitCost));
        }
        line.append("; realized ").append(text(realized));
        if (mark == null)
        {
            line.append("; unrealized UNPRICED");
        }
        else
        {
            final BigDecimal value = net.multiply(mark.price()).setScale(18, RoundingMode.HALF_EVEN);
            line.append("; unrealized ").append(text(net)).append(" x ").append(text(mark.price())).append(" - ")
                .append(text(cost)).append(" = ").append(text(value.subtract(cost)));
        }
        out.println(line.append(' ').append(quote));
    }

    private static String sum(final BigDecimal before, final BigDecimal change, final BigDecimal after)
    {
        return text(before) + (change.signum() < 0 ? " - " : " + ") + text(change.abs()) + " = " + text(after);
    }

    /** Shortest plain decimal. */
    static String text(final BigDecimal value)
    {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
