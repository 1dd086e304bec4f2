package io.utl.connectivity.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.utl.config.settings.AtEnd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class MarketStreamTest
{
    @TempDir
    private Path folder;

    private static CaptureFile moving()
    {
        return CaptureFile.usual()
            .depth(1_000, 102, 105, "[[\"99.99\",\"0\"]]", "[[\"100.01\",\"4\"]]")
            .ticker(1_000, 106, "99.98", "2", "100.01", "3")
            .trade(1_000, 77, "100.01", "1", false);
    }

    @Test
    void sendsRecordedFramesWrappedWithTodaysTimes() throws InterruptedException
    {
        try (VenueFixture f = new VenueFixture(folder, moving());
            OutsideSocket s = f.stream("/stream?streams=btcusdt@depth@100ms/btcusdt@bookTicker/btcusdt@trade"))
        {
            ready(s);
            f.advance(1_000);
            final JsonNode depth = s.next();
            assertEquals("btcusdt@depth@100ms", depth.path("stream").asText());
            assertEquals("[[\"100.01000000\",\"4.00000000\"]]", depth.path("data").path("a").toString());
            assertEquals(102, depth.path("data").path("U").asLong());
            assertEquals(105, depth.path("data").path("u").asLong());
            assertTrue(Math.abs(depth.path("data").path("E").asLong() - System.currentTimeMillis()) < 10_000);
            // The depth changed the best levels, which a ticker tells before the recorded one comes.
            assertEquals("4.00000000", s.next().path("data").path("A").asText());
            assertEquals("3.00000000", s.next().path("data").path("A").asText());
            final JsonNode trade = s.next();
            assertEquals(77, trade.path("data").path("t").asLong());
            assertEquals("100.01000000", trade.path("data").path("p").asText());
        }
    }

    @Test
    void rawStreamsAreNotWrappedAndCanBeChangedWhileOpen()
    {
        try (VenueFixture f = new VenueFixture(folder, moving()); OutsideSocket s = f.stream("/ws/btcusdt@trade"))
        {
            assertEquals("[\"btcusdt@trade\"]", ask(s, "LIST_SUBSCRIPTIONS", null).path("result").toString());
            final JsonNode done = ask(s, "SUBSCRIBE", "[\"btcusdt@depth@100ms\"]");
            assertTrue(done.path("result").isNull() && done.has("result"), done::toString);
            ask(s, "UNSUBSCRIBE", "[\"btcusdt@trade\"]");
            assertEquals("[\"btcusdt@depth@100ms\"]", ask(s, "LIST_SUBSCRIPTIONS", null).path("result").toString());
            f.advance(1_000);
            assertEquals("depthUpdate", s.next().path("e").asText());
            s.text("{oops");
            assertEquals(3, s.next().path("code").asInt());
            s.text("{\"id\":1}");
            assertTrue(s.next().path("msg").asText().contains("missing field `method`"));
            s.text("{\"method\":\"FOO\",\"id\":1}");
            assertTrue(s.next().path("msg").asText().contains("unknown variant `FOO`"));
        }
    }

    private static JsonNode ask(final OutsideSocket s, final String method, final String params)
    {
        s.text("{\"method\":\"" + method + "\"" + (params == null ? "" : ",\"params\":" + params) + ",\"id\":9}");
        return s.next(m -> m.path("id").asInt(-1) == 9);
    }

    private static void ready(final OutsideSocket s)
    {
        ask(s, "LIST_SUBSCRIPTIONS", null);
    }

    @Test
    void updateIdsJoinTheSnapshotThatRestGives()
    {
        try (VenueFixture f = new VenueFixture(folder, moving()); OutsideSocket s = f.stream("/ws/btcusdt@depth@100ms"))
        {
            ready(s);
            final long snapshot = f.client.get("/api/v3/depth?symbol=BTCUSDT").json().path("lastUpdateId").asLong();
            f.advance(1_000);
            assertEquals(snapshot + 1, s.next().path("U").asLong());
        }
    }

    @Test
    void aFuturesRecordingIsToldWithoutHolesInItsIds()
    {
        final CaptureFile capture = new CaptureFile()
            .frame(0, "{\"stream\":\"btcusdt@depth@0ms\",\"data\":{\"e\":\"depthUpdate\",\"s\":\"BTCUSDT\",\"U\":90," +
                "\"u\":110,\"pu\":80,\"b\":[],\"a\":[]}}")
            .snapshot(1, 100, CaptureFile.BIDS, CaptureFile.ASKS)
            .frame(500, "{\"stream\":\"btcusdt@depth@0ms\",\"data\":{\"e\":\"depthUpdate\",\"s\":\"BTCUSDT\"," +
                "\"U\":140,\"u\":150,\"pu\":110,\"b\":[],\"a\":[[\"100.01\",\"9\"]]}}");
        try (VenueFixture f = new VenueFixture(folder, capture); OutsideSocket s = f.stream("/ws/btcusdt@depth@100ms"))
        {
            ready(s);
            f.advance(500);
            final JsonNode depth = s.next();
            assertEquals("111 150", depth.path("U").asLong() + " " + depth.path("u").asLong());
        }
    }

    @Test
    void holdKeepsSayingTheLastBook()
    {
        try (VenueFixture f = new VenueFixture(folder, moving(), settings -> settings.speed(1_000));
            OutsideSocket s = f.stream("/stream?streams=btcusdt@depth@100ms/btcusdt@bookTicker/btcusdt@depth"))
        {
            final JsonNode one = s.next(m -> m.path("stream").asText().endsWith("100ms") &&
                m.path("data").path("u").asLong() > 105);
            final JsonNode two = s.next(m -> m.path("stream").asText().endsWith("100ms"));
            assertEquals(one.path("data").path("u").asLong() + 1, two.path("data").path("U").asLong());
            assertEquals("[[\"99.98000000\",\"2.00000000\"]]", two.path("data").path("b").toString());
            assertEquals("3.00000000", s.next(m -> m.path("stream").asText().endsWith("bookTicker"))
                .path("data").path("A").asText());
            assertEquals("depthUpdate", s.next(m -> "btcusdt@depth".equals(m.path("stream").asText()))
                .path("data").path("e").asText());
        }
    }

    @Test
    void loopGoesBackToTheFirstBookWithoutAHoleInTheIds()
    {
        try (VenueFixture f = new VenueFixture(folder, moving(), settings -> settings.atEnd(AtEnd.LOOP));
            OutsideSocket s = f.stream("/ws/btcusdt@depth@100ms"))
        {
            ready(s);
            f.advance(1_001);
            final JsonNode last = s.next();
            final JsonNode back = s.next();
            assertEquals(last.path("u").asLong() + 1, back.path("U").asLong());
            assertTrue(back.path("b").toString().contains("[\"99.99000000\",\"1.00000000\"]"), back::toString);
            f.advance(1_000);
            assertEquals(back.path("u").asLong() + 1, s.next().path("U").asLong());
        }
    }

    @Test
    void pingsAndDropsWhoNeverAnswersInTime() throws Exception
    {
        try (VenueFixture f = new VenueFixture(folder, moving(), settings -> settings.ping(50, 60_000));
            OutsideSocket s = f.stream("/ws"))
        {
            final long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
            while (s.pings.get() < 3 && System.nanoTime() < deadline)
            {
                ready(s);
            }
            assertTrue(s.pings.get() >= 3);
        }
        try (VenueFixture f = new VenueFixture(folder, moving(), settings -> settings.ping(50, 0));
            OutsideSocket s = f.stream("/ws"))
        {
            assertEquals(1008, s.closed.get(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void anOversizedMessageEndsTheConnection() throws Exception
    {
        try (VenueFixture f = new VenueFixture(folder, moving()); OutsideSocket s = f.stream("/ws"))
        {
            s.text("{\"method\":\"" + "x".repeat(70_000) + "\"}");
            assertNotEquals(1000, s.closed.get(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void theSyntheticMarketIsServedAndSaysSo()
    {
        try (VenueSimulator venue = VenueSimulator.start(SimulatorSettings.builder(folder).seed(5).speed(0).build()))
        {
            assertTrue(venue.market().text().contains("synthetic (seed 5)"));
            venue.advance(Duration.ofSeconds(5));
            final OutsideClient client = new OutsideClient(venue.restUri());
            for (final String symbol : venue.market().symbols())
            {
                assertEquals(50, client.get("/api/v3/depth?symbol=" + symbol).json().path("bids").size(), symbol);
            }
        }
    }
}
