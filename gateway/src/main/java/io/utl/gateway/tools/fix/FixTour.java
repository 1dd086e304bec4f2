package io.utl.gateway.tools.fix;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import quickfix.ConfigError;
import quickfix.Message;

/**
 * {@code utl fix tour HOST:PORT}: what a new client tries first, as an ordinary QuickFIX/J initiator with the unchanged
 * FIX44.xml and every validation on. Logs on, enters an order that rests, asks for it, replaces and cancels it, trades,
 * repeats a ClOrdID, cancels all; checks each answer and that neither side rejected a message.
 * <p>
 * Thread: the caller's. Allocates freely. Exit codes: 0 all as expected, 1 not, 2 usage.
 */
public final class FixTour
{
    private static final long LOGON_MS = 10_000;
    private static final String USAGE = "usage: FixTour HOST:PORT SENDER PASSWORD SYMBOL QTY [PRICE] [WAIT_MS]\n" +
        "  PRICE is one at which the order trades now; without it a market order finds it";

    /**
     * @param host         of the gateway.
     * @param port         of the gateway.
     * @param senderCompId our name and Username (553).
     * @param password     Password (554).
     * @param symbol       to trade.
     * @param qty          of each order, a plain decimal.
     * @param price        at which a buy trades now, or null.
     * @param waitMs       longest wait for one answer.
     */
    public record Settings(String host, int port, String senderCompId, String password, String symbol, String qty,
                           String price, long waitMs)
    {
    }

    private final Settings settings;
    private final PrintStream out;
    private final FixLine writer = new FixLine(System.currentTimeMillis());
    private final List<String> wrong = new ArrayList<>();
    private int steps;

    public FixTour(final Settings settings, final PrintStream out)
    {
        this.settings = settings;
        this.out = out;
    }

    public static void main(final String[] args) throws Exception
    {
        final int colon = args.length == 0 ? -1 : args[0].lastIndexOf(':');
        if (args.length < 5 || args.length > 7 || colon < 1)
        {
            System.err.println(USAGE);
            System.exit(2);
        }
        final int port = Integer.parseInt(args[0].substring(colon + 1));
        final Settings settings = new Settings(args[0].substring(0, colon), port, args[1], args[2],
            args[3], args[4], args.length > 5 ? args[5] : null,
            args.length > 6 ? Long.parseLong(args[6]) : 5_000);
        System.exit(new FixTour(settings, System.out).run());
    }

    /** @return 0 if every answer was as expected and nothing was rejected, else 1. */
    public int run() throws InterruptedException
    {
        try (FixClient client = new FixClient(
            FixClient.settings(settings.host(), settings.port(), settings.senderCompId(), settings.password()), out))
        {
            final String refused = client.logon(LOGON_MS);
            if (refused != null)
            {
                out.println("fix tour: " + refused);
                return 1;
            }
            tour(client);
            if (client.rejects() > 0)
            {
                wrong.add(client.rejects() + " messages were rejected (35=3 or 35=j), see above");
            }
            wrong.forEach(text -> out.println("WRONG " + text));
            out.println("fix tour: " + steps + " steps, " + wrong.size() + " wrong, " + client.messages() +
                " messages, " + client.rejects() + " Rejects");
            return wrong.isEmpty() ? 0 : 1;
        }
        catch (final ConfigError e)
        {
            out.println("fix tour: " + e.getMessage());
            return 1;
        }
    }

    private void tour(final FixClient client) throws InterruptedException
    {
        final String order = " 55=" + settings.symbol() + " 54=1 38=" + settings.qty();
        final String price = settings.price() == null ? marketPrice(client, order) : settings.price();
        if (price.isEmpty())
        {
            return;
        }
        final BigDecimal near = new BigDecimal(price);
        final String below = scaled(near, "0.95");
        final String lower = scaled(near, "0.94");
        final String above = scaled(near, "1.01");

        step(client, "an order below the market rests", "D" + order + " 40=2 59=1 44=" + below, "150=A", "150=0");
        step(client, "its status", "H", "150=I 39=0");
        step(client, "a replace moves it", "G 44=" + lower, "150=5 39=0");
        step(client, "a cancel ends it", "F", "150=4 39=4");
        step(client, "an order through the market trades", "D" + order + " 40=2 59=3 44=" + above,
            "150=A", "150=0", "150=F", "39=2");
        repeat(client, order, above);
        step(client, "a sell gives it back", "D 55=" + settings.symbol() + " 54=2 40=1 59=3 38=" + settings.qty(),
            "150=F", "39=2");
        step(client, "a first order rests", "D" + order + " 40=2 59=1 44=" + below, "150=0");
        step(client, "a second order rests", "D" + order + " 40=2 59=1 44=" + lower, "150=0");
        step(client, "a mass cancel reaches both", "q 530=1 55=" + settings.symbol(), "531=1", "150=4", "150=4");
        step(client, "an unknown order is said to be unknown",
            "H 11=never-" + System.currentTimeMillis() + " 55=" + settings.symbol() + " 54=1", "150=I 39=8 37=NONE");
    }

    private String marketPrice(final FixClient client, final String order) throws InterruptedException
    {
        final List<Message> got = step(client, "a market order trades", "D" + order + " 40=1 59=3", "150=F", "39=2");
        String price = "";
        for (final Message message : got)
        {
            price = FixAnswer.value(message, 31).isEmpty() ? price : FixAnswer.value(message, 31);
        }
        return price;
    }

    private void repeat(final FixClient client, final String order, final String above) throws InterruptedException
    {
        final String id = " 11=t-" + Long.toString(System.currentTimeMillis(), 36);
        final String line = "D" + id + order + " 40=2 59=3 44=" + above;
        final List<Message> first = step(client, "an order of a chosen id trades", line, "150=F", "39=2");
        final List<Message> again = step(client, "its repeat is answered with its state", line, "150=I 39=2");
        if (!first.isEmpty() && !again.isEmpty() &&
            !FixAnswer.value(first.get(0), 37).equals(FixAnswer.value(again.get(0), 37)))
        {
            wrong.add("the repeat has another OrderID (37)");
        }
        step(client, "and sold again", "D 55=" + settings.symbol() + " 54=2 40=1 59=3 38=" + settings.qty(),
            "150=F", "39=2");
    }

    /** Sends one line and waits until each of {@code expected} was seen, in any order, each in its own message. */
    private List<Message> step(final FixClient client, final String what, final String line, final String... expected)
        throws InterruptedException
    {
        steps++;
        out.println("# " + what);
        final List<Message> got = new ArrayList<>();
        final List<String> missing = new ArrayList<>(List.of(expected));
        client.send(writer.parse(line, System.currentTimeMillis()));
        final long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(settings.waitMs());
        while (!missing.isEmpty())
        {
            final Message message = client.next(
                Math.max(0, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
            if (message == null)
            {
                wrong.add(what + ": no " + missing + " within " + settings.waitMs() + " ms after '" + line + "'");
                return got;
            }
            got.add(message);
            strike(missing, message);
        }
        return got;
    }

    /** A trade that also fills strikes both "150=F" and "39=2"; two cancels need two messages. */
    private static void strike(final List<String> missing, final Message message)
    {
        for (final String pattern : List.copyOf(new LinkedHashSet<>(missing)))
        {
            if (matches(message, pattern))
            {
                missing.remove(pattern);
            }
        }
    }

    private static boolean matches(final Message message, final String pattern)
    {
        for (final String word : pattern.split(" "))
        {
            final int at = word.indexOf('=');
            if (!FixAnswer.value(message, Integer.parseInt(word.substring(0, at))).equals(word.substring(at + 1)))
            {
                return false;
            }
        }
        return true;
    }

    private static String scaled(final BigDecimal price, final String factor)
    {
        return price.multiply(new BigDecimal(factor)).setScale(price.scale(), RoundingMode.HALF_EVEN).toPlainString();
    }
}
