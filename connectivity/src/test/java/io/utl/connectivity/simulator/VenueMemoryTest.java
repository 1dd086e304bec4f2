package io.utl.connectivity.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.utl.connectivity.simulator.OutsideClient.Answer;
import io.utl.connectivity.simulator.memory.VenueMemoryException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class VenueMemoryTest
{
    @TempDir
    private Path folder;

    private Path log()
    {
        return folder.resolve("venue/orders.log");
    }

    private static CaptureFile capture()
    {
        return CaptureFile.usual().trade(1_000, 1, "97.5", "1", true);
    }

    @Test
    void ordersTradesAndBalancesAreThereAgain()
    {
        final String before;
        try (VenueFixture f = new VenueFixture(folder, capture()))
        {
            f.client.limit("BUY", "100.02", "2.5");
            f.client.order("side=BUY&type=LIMIT&timeInForce=GTC&price=98&quantity=1&newClientOrderId=rest");
            f.client.order("side=BUY&type=LIMIT&timeInForce=GTC&price=97&quantity=1&newClientOrderId=gone");
            f.client.signed("DELETE", "/api/v3/order", "symbol=BTCUSDT&origClientOrderId=gone&newClientOrderId=g2");
            f.client.signed("PUT", "/api/v3/order/amend/keepPriority",
                "symbol=BTCUSDT&origClientOrderId=rest&newClientOrderId=rest&newQty=0.4");
            before = state(f);
        }
        try (VenueFixture f = new VenueFixture(folder, capture()))
        {
            assertEquals(before, state(f));
            assertEquals("CANCELED", f.client.signed(
                "GET", "/api/v3/order", "symbol=BTCUSDT&origClientOrderId=g2").text("status"));
            f.advance(1_000);
            assertEquals("FILLED 0.40000000", f.client.signed(
                "GET", "/api/v3/order", "symbol=BTCUSDT&origClientOrderId=rest").json().path("status").asText() + " " +
                f.client.signed("GET", "/api/v3/order", "symbol=BTCUSDT&origClientOrderId=rest").text("executedQty"));
        }
    }

    private static String state(final VenueFixture f)
    {
        final Answer account = f.client.signed("GET", "/api/v3/account", "");
        return f.client.signed("GET", "/api/v3/openOrders", "").json() + " " +
            f.client.signed("GET", "/api/v3/myTrades", "symbol=BTCUSDT").json() + account.json().path("balances");
    }

    @Test
    void whatWasAnsweredIsInTheFileBeforeTheVenueEnds() throws IOException
    {
        final Path copy = folder.resolve("copy");
        try (VenueFixture f = new VenueFixture(folder, capture()))
        {
            f.client.limit("BUY", "98", "1");
            // What a kill at this moment would leave behind.
            Files.createDirectories(copy.resolve("venue"));
            Files.copy(log(), copy.resolve("venue/orders.log"));
        }
        try (VenueFixture f = new VenueFixture(copy, capture()))
        {
            assertEquals(1, f.client.signed("GET", "/api/v3/openOrders", "").json().size());
            assertEquals(0, f.venue.cutBytes());
        }
    }

    @Test
    void idsNeverRepeatInADataDirectoryAlsoBehindATornTail() throws IOException
    {
        final Set<Long> orders = new HashSet<>();
        final Set<Long> trades = new HashSet<>();
        for (int start = 0; start < 5; start++)
        {
            try (VenueFixture f = new VenueFixture(folder, capture()))
            {
                assertEquals(start == 3, f.venue.cutBytes() > 0);
                final JsonNode placed = f.client.limit("BUY", "100.01", "0.5").json();
                assertTrue(orders.add(placed.path("orderId").asLong()), placed::toString);
                assertTrue(trades.add(placed.path("fills").path(0).path("tradeId").asLong()), placed::toString);
            }
            if (start == 2)
            {
                final byte[] bytes = Files.readAllBytes(log());
                Files.write(log(), Arrays.copyOf(bytes, bytes.length - 9));
            }
        }
    }

    @Test
    void corruptionWithRecordsBehindItStopsTheStart() throws IOException
    {
        try (VenueFixture f = new VenueFixture(folder, capture()))
        {
            f.client.limit("BUY", "98", "1");
            f.client.limit("BUY", "98", "1");
        }
        final byte[] bytes = Files.readAllBytes(log());
        bytes[20] ^= 1;
        Files.write(log(), bytes);
        final VenueMemoryException e = assertThrows(VenueMemoryException.class, this::startAndStop);
        assertTrue(e.getMessage().contains("corrupt behind record 0"), e::getMessage);
    }

    @Test
    void aSecondVenueOnTheSameDirectoryIsRefused()
    {
        try (VenueFixture f = new VenueFixture(folder, capture()))
        {
            assertTrue(f.venue.running());
            assertThrows(VenueMemoryException.class, this::startAndStop);
        }
    }

    private void startAndStop()
    {
        new VenueFixture(folder, capture()).close();
    }

    @Test
    void anImmediateOrderCutInTheMiddleIsExpiredAtTheNextStart() throws IOException
    {
        try (VenueFixture f = new VenueFixture(folder, capture()))
        {
            f.client.order("side=BUY&type=LIMIT&timeInForce=FOK&price=99&quantity=1&newClientOrderId=half");
        }
        cutLastRecord();
        try (VenueFixture f = new VenueFixture(folder, capture()))
        {
            assertEquals("EXPIRED", f.client.signed(
                "GET", "/api/v3/order", "symbol=BTCUSDT&origClientOrderId=half").text("status"));
        }
    }

    private void cutLastRecord()
    {
        try
        {
            final byte[] bytes = Files.readAllBytes(log());
            Files.write(log(), Arrays.copyOf(bytes, bytes.length - 1), StandardOpenOption.TRUNCATE_EXISTING);
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(e);
        }
    }
}
