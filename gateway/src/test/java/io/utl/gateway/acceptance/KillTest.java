package io.utl.gateway.acceptance;

import static io.utl.gateway.acceptance.StockClient.field;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quickfix.Message;

/** The real process is killed in the middle of a burst; the judge knows only what the client's log holds. */
final class KillTest
{
    private static final int CYCLES = 5;
    private static final int ACKED_BEFORE_KILL = 60;
    private static final Pattern FILL =
        Pattern.compile("(?m)^\\+([0-9.]+) [A-Z]+  fill .* fee ([0-9.]+) [A-Z]+ = .* trade ([0-9]+)$");

    @TempDir
    private Path directory;

    private final Map<String, String> orderIdByClOrdId = new HashMap<>();
    private final Map<String, String> execIdByTrade = new HashMap<>();
    private final Set<String> refused = new HashSet<>();
    private int next = 1;

    @Test
    void everyAcknowledgedOrderIsKnownAndNoFillIsBookedTwiceAfterKill9() throws Exception
    {
        final long seed = Long.getLong("utl.test.seed", System.nanoTime());
        System.out.println("KillTest seed " + seed);
        final Random random = new Random(seed);
        final Path data = directory.resolve("data");
        for (int cycle = 0; cycle < CYCLES; cycle++)
        {
            try (ProductProcess product = ProductProcess.demo(data))
            {
                judge(product);
                burstAndKill(product, random);
            }
        }
        try (ProductProcess product = ProductProcess.demo(data))
        {
            judge(product);
            tradingGoesOn(product);
            positionEqualsTheFills(product);
            assertEquals(0, product.stop(), product.output());
        }
        final String replay = ProductProcess.run("replay", "--verify", "--data", data.toString());
        assertTrue(replay.contains("SAME seq=1..") && replay.endsWith("exit 0"), replay);
        System.out.println("KillTest " + CYCLES + " kills, " + orderIdByClOrdId.size() + " orders acknowledged, " +
            execIdByTrade.size() + " fills seen, " + refused.size() + " refused");
    }

    private void burstAndKill(final ProductProcess product, final Random random) throws Exception
    {
        try (StockClient client = new StockClient(product.fixPort(), product.account(), "demo"))
        {
            final BigDecimal price = tradePrice(client, product.symbol());
            final long killAfterNs = TimeUnit.MILLISECONDS.toNanos(5 + random.nextInt(400));
            long killAt = Long.MAX_VALUE;
            int sent = 0;
            while (System.nanoTime() < killAt)
            {
                final boolean crosses = random.nextInt(3) > 0;
                final BigDecimal limit = crosses ? price.multiply(new BigDecimal("1.01")) :
                    price.multiply(new BigDecimal("0.95"));
                client.send(order("k" + next++, product.symbol(), limit));
                sent++;
                if (sent % 20 == 0)
                {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
                }
                if (killAt == Long.MAX_VALUE && acknowledged(client) >= ACKED_BEFORE_KILL)
                {
                    killAt = System.nanoTime() + killAfterNs;
                }
                assertTrue(sent < 20_000, "no acknowledgements after " + sent + " orders: " + product.output());
            }
            product.kill();
            record(client);
        }
    }

    private static long acknowledged(final StockClient client)
    {
        return client.received().stream().filter(message -> "A".equals(field(message, 150))).count();
    }

    private void record(final StockClient client)
    {
        for (final Message message : client.received())
        {
            if (!"8".equals(field(message, 35)))
            {
                continue;
            }
            final String id = field(message, 11);
            if ("A".equals(field(message, 150)))
            {
                final String before = orderIdByClOrdId.put(id, field(message, 37));
                assertTrue(before == null || before.equals(field(message, 37)), "two orders for " + id);
            }
            else if ("8".equals(field(message, 150)))
            {
                refused.add(id);
            }
            else if ("F".equals(field(message, 150)))
            {
                final String before = execIdByTrade.put(field(message, 527), field(message, 17));
                assertTrue(before == null || before.equals(field(message, 17)),
                    "trade " + field(message, 527) + " was reported as " + before + " and " + field(message, 17));
            }
        }
    }

    /** Asks the restarted process for each order that the client's log calls acknowledged. */
    private void judge(final ProductProcess product) throws Exception
    {
        if (orderIdByClOrdId.isEmpty())
        {
            return;
        }
        try (StockClient client = new StockClient(product.fixPort(), product.account(), "demo"))
        {
            for (final Map.Entry<String, String> known : orderIdByClOrdId.entrySet())
            {
                assertTrue(client.send("H 11=" + known.getKey() + " 55=" + product.symbol() + " 54=1"));
            }
            for (final Map.Entry<String, String> known : orderIdByClOrdId.entrySet())
            {
                final Message answer = client.await("status of " + known.getKey(),
                    message -> known.getKey().equals(field(message, 11)) && "I".equals(field(message, 150)));
                assertEquals(known.getValue(), field(answer, 37), "lost: " + answer);
            }
            record(client);
        }
    }

    private void tradingGoesOn(final ProductProcess product) throws Exception
    {
        try (StockClient client = new StockClient(product.fixPort(), product.account(), "demo"))
        {
            final BigDecimal price = tradePrice(client, product.symbol());
            final String id = "k" + next++;
            client.send(order(id, product.symbol(), price.multiply(new BigDecimal("1.01"))));
            final Message filled = client.await("fill of " + id,
                message -> id.equals(field(message, 11)) && "2".equals(field(message, 39)));
            assertNotEquals("", field(filled, 527));
            assertTrue(client.send("q 11=" + "k" + next++ + " 530=7 60=20260101-00:00:00"));
            client.await("mass cancel report", message -> "r".equals(field(message, 35)));
            record(client);
        }
    }

    /** Sum of what every order says it has done = what the ledger explains, fees apart. */
    private void positionEqualsTheFills(final ProductProcess product) throws Exception
    {
        BigDecimal done = BigDecimal.ZERO;
        try (StockClient client = new StockClient(product.fixPort(), product.account(), "demo"))
        {
            final List<String> ids = new ArrayList<>();
            for (int i = 1; i < next; i++)
            {
                ids.add("k" + i);
                client.send("H 11=k" + i + " 55=" + product.symbol() + " 54=1");
            }
            for (final String id : ids)
            {
                final Message answer = client.await("status of " + id,
                    message -> id.equals(field(message, 11)) && "I".equals(field(message, 150)));
                done = done.add(new BigDecimal(field(answer, 14)));
            }
        }
        Explained books = explained(product);
        for (int attempt = 0; attempt < 20 && books.done.compareTo(done) != 0; attempt++)
        {
            // A live directory is read up to the last forced command, which may be a moment behind.
            books = explained(product);
        }
        assertEquals(0, done.compareTo(books.done),
            "orders say " + done + " was bought; the books say " + books.done + ":\n" + books.text);
        assertEquals(books.trades.size(), new HashSet<>(books.trades).size(), "booked twice:\n" + books.text);
        assertTrue(books.trades.containsAll(execIdByTrade.keySet()), "reported, but not booked:\n" + books.text);
    }

    /** What the books say: units bought by fills, fee units in base included, and the venue's trade ids. */
    private record Explained(String text, BigDecimal done, List<String> trades)
    {
    }

    private static Explained explained(final ProductProcess product) throws Exception
    {
        final String text = ProductProcess.run("explain", "position", product.account(), product.symbol(),
            "--data", product.data().toString());
        assertTrue(text.endsWith("exit 0"), text);
        BigDecimal done = BigDecimal.ZERO;
        final List<String> trades = new ArrayList<>();
        final Matcher fill = FILL.matcher(text);
        while (fill.find())
        {
            done = done.add(new BigDecimal(fill.group(1))).add(new BigDecimal(fill.group(2)));
            trades.add(fill.group(3));
        }
        return new Explained(text, done, trades);
    }

    /** The price of a small market order's fill. */
    private BigDecimal tradePrice(final StockClient client, final String symbol)
    {
        final String id = "k" + next++;
        assertTrue(client.send("D 11=" + id + " 55=" + symbol + " 54=1 38=" + quantity(symbol) +
            " 40=1 60=20260101-00:00:00"));
        final Message fill = client.await("fill of " + id,
            message -> id.equals(field(message, 11)) && "F".equals(field(message, 150)));
        return new BigDecimal(field(fill, 31));
    }

    private static String order(final String id, final String symbol, final BigDecimal limit)
    {
        return "D 11=" + id + " 55=" + symbol + " 54=1 38=" + quantity(symbol) + " 40=2 44=" +
            limit.setScale(0, RoundingMode.DOWN).toPlainString() + " 59=1 60=20260101-00:00:00";
    }

    private static String quantity(final String symbol)
    {
        return symbol.startsWith("BTC") ? "0.001" : "0.1";
    }
}
