package io.utl.connectivity.simulator;

import io.utl.connectivity.simulator.OutsideClient.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RestRefusalTest
{
    private static final String ORDER = "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&price=99&quantity=1";

    @TempDir
    private Path folder;
    private VenueFixture f;

    @BeforeEach
    void start()
    {
        f = new VenueFixture(folder, CaptureFile.usual());
    }

    @AfterEach
    void stop()
    {
        f.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "side=BUY&type=LIMIT&timeInForce=GTC&price=99.995&quantity=1 | -1013 | Filter failure: PRICE_FILTER",
        "side=BUY&type=LIMIT&timeInForce=GTC&price=0&quantity=1 | -1013 | Filter failure: PRICE_FILTER",
        "side=BUY&type=LIMIT&timeInForce=GTC&price=10&quantity=1 | -1013 | Filter failure: PERCENT_PRICE_BY_SIDE",
        "side=BUY&type=LIMIT&timeInForce=GTC&price=99&quantity=0.000011 | -1013 | Filter failure: LOT_SIZE",
        "side=BUY&type=LIMIT&timeInForce=GTC&price=99&quantity=9001 | -1013 | Filter failure: LOT_SIZE",
        "side=BUY&type=MARKET&quantity=500 | -1013 | Filter failure: MARKET_LOT_SIZE",
        "side=BUY&type=LIMIT&timeInForce=GTC&price=99&quantity=0.05 | -1013 | Filter failure: NOTIONAL",
        "side=BUY&type=MARKET&quoteOrderQty=4 | -1013 | Filter failure: NOTIONAL",
        "side=BUY&type=LIMIT&price=99&quantity=1 | -1102 | Mandatory parameter 'timeInForce' was not sent, was "
            + "empty/null, or malformed.",
        "type=LIMIT&timeInForce=GTC&price=99&quantity=1 | -1102 | Mandatory parameter 'side' was not sent, was "
            + "empty/null, or malformed.",
        "side=LONG&type=LIMIT&timeInForce=GTC&price=99&quantity=1 | -1117 | Invalid side.",
        "side=BUY&type=TWAP&quantity=1 | -1116 | Invalid orderType.",
        "side=BUY&type=LIMIT&timeInForce=DAY&price=99&quantity=1 | -1115 | Invalid timeInForce.",
        "side=BUY&type=MARKET&timeInForce=GTC&quantity=1 | -1106 | Parameter 'timeInForce' sent when not required.",
        "side=BUY&type=MARKET | -1102 | Param 'quantity' or 'quoteOrderQty' must be sent, but both were empty/null!",
        "side=BUY&type=LIMIT&timeInForce=GTC&price=1e2&quantity=1 | -1100 | Illegal characters found in parameter "
            + "'price'; legal range is '^([0-9]{1,20})(\\.[0-9]{1,20})?$'.",
        "side=BUY&type=LIMIT&timeInForce=GTC&price=99&quantity=0.123456789 | -1111 | Parameter 'quantity' has too much "
            + "precision.",
        "side=BUY&type=LIMIT&timeInForce=GTC&price=99&quantity=1&newClientOrderId=a b | -1100 | Illegal characters "
            + "found in parameter 'newClientOrderId'; legal range is '^[\\.A-Z\\:/a-z0-9_-]{1,36}$'.",
        "side=BUY&type=LIMIT&timeInForce=GTC&price=99&quantity=1&colour=red | -1104 | Not all sent parameters were "
            + "read; read '8' parameter(s) but was sent '9'.",
        "side=BUY&type=STOP_LOSS_LIMIT&price=99&quantity=1 | -2010 | Stop loss limit orders are not supported for this "
            + "symbol."})
    void refusesWithTheDocumentedCodeAndText(final String query, final int code, final String text)
    {
        final Answer refused = f.client.order(query.replace(" ", "%20"));
        assertEquals(400, refused.status(), () -> refused.json().toString());
        assertEquals(text, refused.msg());
        assertEquals(code, refused.code());
    }

    @Test
    void refusesAnUnknownSymbol()
    {
        assertEquals(-1121, f.client.signed("GET", "/api/v3/openOrders", "symbol=NOSUCH").code());
        assertEquals("Invalid symbol.", f.client.get("/api/v3/depth?symbol=NOSUCH").msg());
    }

    @Test
    void acceptsSignaturesInQueryBodyOrBothAndOfBothKinds()
    {
        final String timed = ORDER + "&timestamp=" + System.currentTimeMillis();
        assertEquals(200, f.client.send("POST", "/api/v3/order",
            timed + "&signature=" + OutsideClient.hmac(timed).toUpperCase(), OutsideClient.KEY).status());
        final String query = "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC";
        final String body = "quantity=1&price=99&timestamp=" + System.currentTimeMillis();
        assertEquals(200, f.client.send("POST", "/api/v3/order?" + query,
            body + "&signature=" + OutsideClient.hmac(query + body), OutsideClient.KEY).status());
        final String signature = OutsideClient.ed25519(timed).replace("+", "%2B").replace("/", "%2F")
            .replace("=", "%3D");
        assertEquals(200, f.client.send("POST", "/api/v3/order?" + timed + "&signature=" + signature, null,
            OutsideClient.ED_KEY).status());
    }

    @Test
    void refusesWhatIsNotProvenToComeFromTheAccount()
    {
        final String timed = ORDER + "&timestamp=" + System.currentTimeMillis();
        final String signed = timed + "&signature=" + OutsideClient.hmac(timed);
        assertRefused(401, -2014, "API-key format invalid.", signed, null);
        assertRefused(401, -2015, "Invalid API-key, IP, or permissions for action.", signed, "other-key");
        assertRefused(400, -1022, "Signature for this request is not valid.",
            signed.replace("quantity=1", "quantity=2"), OutsideClient.KEY);
        assertRefused(400, -1022, "Signature for this request is not valid.", signed, OutsideClient.ED_KEY);
        assertRefused(400, -1102, "Mandatory parameter 'signature' was not sent, was empty/null, or malformed.",
            timed, OutsideClient.KEY);
        assertRefused(400, -1102, "Mandatory parameter 'timestamp' was not sent, was empty/null, or malformed.",
            ORDER + "&signature=" + OutsideClient.hmac(ORDER), OutsideClient.KEY);
    }

    @Test
    void refusesRequestsOutsideTheirWindow()
    {
        assertTimed(System.currentTimeMillis() - 5_500, "", "Timestamp for this request is outside of the recvWindow.");
        assertTimed(System.currentTimeMillis() - 500, "&recvWindow=100",
            "Timestamp for this request is outside of the recvWindow.");
        assertTimed(System.currentTimeMillis() + 3_000, "",
            "Timestamp for this request was 1000ms ahead of the server's time.");
        final String late = ORDER + "&recvWindow=60000&timestamp=" + (System.currentTimeMillis() - 6_000) * 1_000;
        assertEquals(200, f.client.send("POST", "/api/v3/order?" + late + "&signature=" + OutsideClient.hmac(late),
            null, OutsideClient.KEY).status());
    }

    private void assertTimed(final long timestamp, final String more, final String text)
    {
        final String timed = ORDER + more + "&timestamp=" + timestamp;
        assertRefused(400, -1021, text, timed + "&signature=" + OutsideClient.hmac(timed), OutsideClient.KEY);
    }

    private void assertRefused(
        final int status, final int code, final String text, final String query, final String key)
    {
        final Answer refused = f.client.send("POST", "/api/v3/order?" + query, null, key);
        assertEquals(text, refused.msg());
        assertEquals(code, refused.code());
        assertEquals(status, refused.status());
        assertEquals(0, f.client.signed("GET", "/api/v3/openOrders", "").json().size());
    }

    @Test
    void answersUnknownPathsAndVerbs()
    {
        assertEquals(404, f.client.get("/api/v3/nothing").status());
        assertEquals(405, f.client.send("PATCH", "/api/v3/order", null, null).status());
    }

    @Test
    void tellsTheFiltersThatItEnforces()
    {
        final Answer info = f.client.get("/api/v3/exchangeInfo?symbol=BTCUSDT");
        assertEquals("20", info.headers().get("X-MBX-USED-WEIGHT-1M"));
        final var symbol = info.json().path("symbols").path(0);
        assertEquals("0.01000000", symbol.path("filters").path(0).path("tickSize").asText());
        assertEquals("0.00001000", symbol.path("filters").path(1).path("stepSize").asText());
        assertTrue(symbol.path("orderTypes").toString().contains("LIMIT_MAKER"));
        assertEquals(1, f.client.get("/api/v3/exchangeInfo?symbols=%5B%22BTCUSDT%22%5D").json().path("symbols").size());
        final Answer depth = f.client.get("/api/v3/depth?symbol=BTCUSDT&limit=1");
        assertEquals("[[\"100.01000000\",\"1.00000000\"]]", depth.json().path("asks").toString());
        assertEquals(101, depth.json().path("lastUpdateId").asLong());
    }

    @Test
    void bindsOrderLimitsOnlyWhereTheVenueLimitsAreOn(@TempDir final Path other)
    {
        try (VenueFixture strict = new VenueFixture(other, CaptureFile.usual(), s -> s.limits(Limits.VENUE)))
        {
            Answer last = strict.client.limit("BUY", "99", "1");
            for (int i = 0; i < 250 && last.status() == 200; i++)
            {
                last = strict.client.limit("BUY", "99", "1");
            }
            final boolean rate = last.status() == 429 && last.code() == -1015 &&
                last.headers().containsKey("Retry-After");
            final boolean open = last.code() == -1013 && "Filter failure: MAX_NUM_ORDERS".equals(last.msg());
            assertTrue(rate || open, last.json().toString());
        }
        for (int i = 0; i < 210; i++)
        {
            assertEquals(200, f.client.limit("BUY", "99", "1").status());
        }
    }
}
