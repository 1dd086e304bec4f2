package io.utl.connectivity.simulator;

import io.utl.connectivity.simulator.OutsideClient.Answer;
import io.utl.connectivity.simulator.match.FeeAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RestOrderTest
{
    @TempDir
    private Path folder;

    @Test
    void anOrderTakesTheReplayedLevelsBestFirstAtTheirOwnPrices()
    {
        try (VenueFixture f = new VenueFixture(folder, CaptureFile.usual()))
        {
            final Answer taken = f.client.limit("BUY", "100.05", "2.5");
            assertEquals("FILLED", taken.text("status"), () -> taken.json().toString());
            assertEquals("250.04000000", taken.text("cummulativeQuoteQty"));
            assertEquals("100.01000000", taken.json().path("fills").path(0).path("price").asText());
            assertEquals("1.00000000", taken.json().path("fills").path(0).path("qty").asText());
            assertEquals("100.02000000", taken.json().path("fills").path(1).path("price").asText());
            assertEquals("1.50000000", taken.json().path("fills").path(1).path("qty").asText());
            assertEquals("0.00100000", taken.json().path("fills").path(0).path("commission").asText());
            assertEquals("BTC", taken.json().path("fills").path(0).path("commissionAsset").asText());
        }
    }

    @Test
    void theSameLiquidityIsNotTakenTwiceUntilTheRecordingShowsItAnew()
    {
        final CaptureFile capture = CaptureFile.usual()
            .depth(1_000, 102, 102, "[]", "[[\"100.05\",\"4\"]]")
            .depth(2_000, 103, 103, "[]", "[[\"100.01\",\"1\"],[\"100.02\",\"0.7\"]]");
        try (VenueFixture f = new VenueFixture(folder, capture))
        {
            assertEquals("3.00000000", f.client.order(
                "side=BUY&type=LIMIT&timeInForce=IOC&price=100.02&quantity=9").text("executedQty"));
            f.advance(1_000);
            assertEquals("0.00000000", f.client.order(
                "side=BUY&type=LIMIT&timeInForce=IOC&price=100.02&quantity=9").text("executedQty"));
            f.advance(1_000);
            final Answer anew = f.client.order("side=BUY&type=LIMIT&timeInForce=IOC&price=100.02&quantity=9");
            // 100.01 is told again with the same quantity, which is no new liquidity; 100.02 changed.
            assertEquals("0.70000000", anew.text("executedQty"));
            assertEquals("100.02000000", anew.json().path("fills").path(0).path("price").asText());
        }
    }

    @Test
    void theNewestTickerLeadsTheDepthBook()
    {
        final CaptureFile capture = CaptureFile.usual().ticker(500, 105, "100.00", "3", "100.02", "0.5");
        try (VenueFixture f = new VenueFixture(folder, capture))
        {
            f.advance(500);
            final Answer taken = f.client.order("side=BUY&type=LIMIT&timeInForce=IOC&price=100.05&quantity=1");
            assertEquals("100.02000000", taken.json().path("fills").path(0).path("price").asText());
            assertEquals("0.50000000", taken.json().path("fills").path(0).path("qty").asText());
            assertEquals("100.05000000", taken.json().path("fills").path(1).path("price").asText());
        }
    }

    @Test
    void aRestingOrderFillsAtItsPriceOnlyBehindTheQuantityAhead()
    {
        final CaptureFile capture = CaptureFile.usual()
            .trade(1_000, 1, "99.99", "0.6", true)
            .trade(2_000, 2, "99.99", "0.7", true)
            .trade(3_000, 3, "99.99", "5", true);
        try (VenueFixture f = new VenueFixture(folder, capture))
        {
            final long id = f.client.limit("BUY", "99.99", "1").json().path("orderId").asLong();
            f.advance(1_000);
            assertEquals("0.00000000", f.client.status(id).text("executedQty"));
            f.advance(1_000);
            assertEquals("0.30000000", f.client.status(id).text("executedQty"));
            assertEquals("PARTIALLY_FILLED", f.client.status(id).text("status"));
            f.advance(1_000);
            assertEquals("FILLED", f.client.status(id).text("status"));
        }
    }

    @Test
    void aPrintThroughThePriceFillsARestingOrderWhole()
    {
        final CaptureFile capture = CaptureFile.usual().trade(1_000, 1, "99.97", "0.01", true);
        try (VenueFixture f = new VenueFixture(folder, capture))
        {
            final long id = f.client.limit("BUY", "99.98", "7").json().path("orderId").asLong();
            f.advance(1_000);
            assertEquals("FILLED", f.client.status(id).text("status"));
            final Answer trades = f.client.signed("GET", "/api/v3/myTrades", "symbol=BTCUSDT&orderId=" + id);
            assertEquals(1, trades.json().size());
            assertEquals("99.98000000", trades.json().path(0).path("price").asText());
            assertTrue(trades.json().path(0).path("isMaker").asBoolean());
        }
    }

    @Test
    void aBookThatCrossesARestingOrderFillsItFromTheCrossingLevels()
    {
        final CaptureFile capture = CaptureFile.usual()
            .depth(1_000, 102, 103, "[[\"99.99\",\"0\"],[\"99.98\",\"0\"]]", "[[\"99.97\",\"0.4\"]]");
        try (VenueFixture f = new VenueFixture(folder, capture))
        {
            final long id = f.client.limit("BUY", "99.98", "1").json().path("orderId").asLong();
            f.advance(1_000);
            assertEquals("0.40000000", f.client.status(id).text("executedQty"));
            assertEquals("39.99200000", f.client.status(id).text("cummulativeQuoteQty"));
        }
    }

    @Test
    void immediateOrdersExpireWithTheirReason()
    {
        try (VenueFixture f = new VenueFixture(folder, CaptureFile.usual()))
        {
            final Answer fok = f.client.order("side=BUY&type=LIMIT&timeInForce=FOK&price=100.02&quantity=3.5");
            assertEquals("EXPIRED", fok.text("status"));
            assertEquals("0.00000000", fok.text("executedQty"));
            assertEquals("UNFILLED_FOK_ORDER_EXPIRED", fok.text("expiryReason"));
            final Answer ioc = f.client.order("side=BUY&type=LIMIT&timeInForce=IOC&price=100.01&quantity=3");
            assertEquals("UNFILLED_IOC_QUANTITY_EXPIRED", ioc.text("expiryReason"));
            assertEquals("1.00000000", ioc.text("executedQty"));
            final Answer market = f.client.order("side=BUY&type=MARKET&quantity=50");
            assertEquals("7.00000000", market.text("executedQty"));
            assertEquals("INSUFFICIENT_LIQUIDITY", market.text("expiryReason"));
        }
    }

    @Test
    void aMarketOrderByQuoteAmountBuysWhatTheAmountPays()
    {
        try (VenueFixture f = new VenueFixture(folder, CaptureFile.usual()))
        {
            final Answer bought = f.client.order("side=BUY&type=MARKET&quoteOrderQty=150");
            assertEquals("FILLED", bought.text("status"), () -> bought.json().toString());
            // 1 at 100.01 leaves 49.99, which pays 0.4998 at 100.02 in steps of 0.00001.
            assertEquals("1.49980000", bought.text("executedQty"));
        }
    }

    @Test
    void aPostOnlyOrderThatWouldTakeIsRefused()
    {
        try (VenueFixture f = new VenueFixture(folder, CaptureFile.usual()))
        {
            final Answer refused = f.client.order("side=BUY&type=LIMIT_MAKER&price=100.01&quantity=1");
            assertEquals(-2010, refused.code());
            assertEquals("Order would immediately match and take.", refused.msg());
            assertEquals(200, f.client.order("side=BUY&type=LIMIT_MAKER&price=100.00&quantity=1").status());
        }
    }

    @Test
    void balancesMoveWithLocksFillsAndFees()
    {
        try (VenueFixture f = new VenueFixture(folder, CaptureFile.usual(),
            s -> s.balance("USDT", "1000").balance("BTC", "0").feeAsset(FeeAsset.QUOTE)))
        {
            assertEquals(-2010, f.client.limit("SELL", "101", "1").code());
            assertEquals("Account has insufficient balance for requested action.",
                f.client.limit("BUY", "99", "11").msg());
            final long id = f.client.limit("BUY", "99", "2").json().path("orderId").asLong();
            assertEquals("USDT 802.00000000 198.00000000", balance(f, "USDT"));
            f.client.signed("DELETE", "/api/v3/order", "symbol=BTCUSDT&orderId=" + id);
            assertEquals("USDT 1000.00000000 0.00000000", balance(f, "USDT"));
            f.client.order("side=BUY&type=MARKET&quantity=1");
            assertEquals("USDT 899.88999000 0.00000000", balance(f, "USDT"));
            assertEquals("BTC 1.00000000 0.00000000", balance(f, "BTC"));
        }
    }

    private static String balance(final VenueFixture f, final String asset)
    {
        for (final var balance : f.client.signed("GET", "/api/v3/account", "").json().path("balances"))
        {
            if (asset.equals(balance.path("asset").asText()))
            {
                return asset + " " + balance.path("free").asText() + " " + balance.path("locked").asText();
            }
        }
        return "absent";
    }

    @Test
    void anOrderLivesThroughPlacementCancelAndQuestion()
    {
        try (VenueFixture f = new VenueFixture(folder, CaptureFile.usual()))
        {
            final Answer placed = f.client.order(
                "side=SELL&type=LIMIT&timeInForce=GTC&price=101&quantity=1&newClientOrderId=a-1");
            assertEquals("NEW", placed.text("status"));
            assertTrue(placed.headers().containsKey("X-MBX-ORDER-COUNT-10S"), () -> placed.headers().toString());
            assertTrue(placed.headers().containsKey("X-MBX-USED-WEIGHT-1M"));
            final Answer twice = f.client.order(
                "side=SELL&type=LIMIT&timeInForce=GTC&price=101&quantity=1&newClientOrderId=a-1");
            assertEquals("Duplicate order sent.", twice.msg());
            assertEquals(1, f.client.signed("GET", "/api/v3/openOrders", "").json().size());
            final Answer canceled = f.client.signed(
                "DELETE", "/api/v3/order", "symbol=BTCUSDT&origClientOrderId=a-1&newClientOrderId=c-1");
            assertEquals("CANCELED", canceled.text("status"));
            assertEquals("a-1", canceled.text("origClientOrderId"));
            assertEquals("c-1", canceled.text("clientOrderId"));
            final Answer again = f.client.signed("DELETE", "/api/v3/order", "symbol=BTCUSDT&origClientOrderId=a-1");
            assertEquals(-2011, again.code());
            assertEquals("Unknown order sent.", again.msg());
            final Answer asked = f.client.signed("GET", "/api/v3/order", "symbol=BTCUSDT&origClientOrderId=a-1");
            assertEquals("CANCELED a-1", asked.text("status") + " " + asked.text("clientOrderId"));
            assertEquals(-2013, f.client.signed("GET", "/api/v3/order", "symbol=BTCUSDT&orderId=99").code());
            assertEquals(200, f.client.order(
                "side=SELL&type=LIMIT&timeInForce=GTC&price=101&quantity=1&newClientOrderId=a-1").status());
            assertEquals(1, f.client.signed("DELETE", "/api/v3/openOrders", "symbol=BTCUSDT").json().size());
        }
    }
}
