package io.utl.connectivity.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.utl.connectivity.simulator.OutsideClient.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class RecordedVenueTest
{
    @TempDir
    private Path folder;

    @BeforeEach
    void recordings()
    {
        assumeTrue(CaptureFile.recorded().isPresent(), "shared recordings are not on this machine");
    }

    private VenueSimulator play(final String file)
    {
        return VenueSimulator.start(OutsideClient.keys(SimulatorSettings.builder(folder))
            .marketFile(CaptureFile.recorded().orElseThrow().resolve(file)).speed(0).build());
    }

    @Test
    void anOrderOverTwoLevelsPaysThePricesOfTheReplayedBook()
    {
        try (VenueSimulator venue = play("hftbacktest/binance/spot_btcusdt_20240808.gz"))
        {
            final OutsideClient client = new OutsideClient(venue.restUri());
            final JsonNode asks = client.get("/api/v3/depth?symbol=BTCUSDT&limit=5").json().path("asks");
            // More than the two levels hold: the best may have grown since the depth was told, as its ticker knows.
            final Answer bought = client.order("side=BUY&type=LIMIT&timeInForce=IOC&quantity=100&price=" +
                asks.path(1).path(0).asText());
            final JsonNode fills = bought.json().path("fills");
            assertEquals(2, fills.size(), () -> bought.json().toString());
            for (int i = 0; i < 2; i++)
            {
                assertEquals(asks.path(i).path(0).asText(), fills.path(i).path("price").asText());
            }
            assertEquals(asks.path(1).path(1).asText(), fills.path(1).path("qty").asText());
            assertEquals("EXPIRED", bought.text("status"));
        }
    }

    @Test
    void theWholeSpotRecordingEndsUncrossedAtItsLastTicker()
    {
        try (VenueSimulator venue = play("hftbacktest/binance/spot_btcusdt_20240808.gz"))
        {
            venue.advance(Duration.ofMinutes(10));
            final OutsideClient client = new OutsideClient(venue.restUri());
            final Answer bought = client.order("side=BUY&type=LIMIT&timeInForce=IOC&price=61686.00&quantity=0.1");
            assertEquals("61686.00000000", bought.json().path("fills").path(0).path("price").asText());
            final Answer sold = client.order("side=SELL&type=LIMIT&timeInForce=IOC&price=61685.99&quantity=0.1");
            assertEquals("61685.99000000", sold.json().path("fills").path(0).path("price").asText());
            assertTrue(venue.running());
        }
    }

    @Test
    void theCryptofeedRecordingEndsWithTheKnownBestLevels()
    {
        try (VenueSimulator venue = play("cryptofeed/binance/BINANCE.ws.1.0.gz"))
        {
            venue.advance(Duration.ofMinutes(2));
            final OutsideClient client = new OutsideClient(venue.restUri());
            assertBook(client, "NKNUSDT", "0.35270000", "9602.00000000", "0.35310000", "152.00000000", 614, 994);
            assertBook(client, "LRCBTC", "0.00000637", "2500.00000000", "0.00000638", "2285.00000000", 176, 1000);
            assertBook(client, "RUNEEUR", "6.25100000", "69.30000000", "6.26900000", "69.30000000", 222, 468);
        }
    }

    private static void assertBook(
        final OutsideClient client, final String symbol, final String bid, final String bidQty, final String ask,
        final String askQty, final int bids, final int asks)
    {
        final JsonNode book = client.get("/api/v3/depth?limit=5000&symbol=" + symbol).json();
        assertEquals("[\"" + bid + "\",\"" + bidQty + "\"]", book.path("bids").path(0).toString(), symbol);
        assertEquals("[\"" + ask + "\",\"" + askQty + "\"]", book.path("asks").path(0).toString(), symbol);
        assertEquals(bids, book.path("bids").size(), symbol);
        assertEquals(asks, book.path("asks").size(), symbol);
    }

    @Test
    void aFuturesRecordingPlaysToItsEnd()
    {
        try (VenueSimulator venue = play("hftbacktest/binance/usdm_btcusdt_20240808.gz"))
        {
            venue.advance(Duration.ofMinutes(10));
            assertEquals("BTCUSDT", venue.market().busiest());
            assertTrue(venue.running());
        }
    }
}
