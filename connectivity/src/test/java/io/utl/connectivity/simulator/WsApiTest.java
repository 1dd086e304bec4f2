package io.utl.connectivity.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class WsApiTest
{
    private static final Map<String, String> BUY = Map.of(
        "symbol", "BTCUSDT", "side", "BUY", "type", "LIMIT", "timeInForce", "GTC", "price", "99", "quantity", "1");

    @TempDir
    private Path folder;
    private VenueFixture f;

    @BeforeEach
    void start()
    {
        f = new VenueFixture(folder, CaptureFile.usual().trade(1_000, 1, "98", "1", true));
    }

    @AfterEach
    void stop()
    {
        f.close();
    }

    private static Map<String, String> with(final Map<String, String> params, final String... more)
    {
        final Map<String, String> all = new HashMap<>(params);
        for (int i = 0; i < more.length; i += 2)
        {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    @Test
    void answersUnderTheIdOfTheRequestWithRateLimits()
    {
        try (OutsideSocket api = f.api())
        {
            api.text("{\"id\":\"abc\",\"method\":\"v3/time\"}");
            final JsonNode time = api.next();
            assertEquals("abc", time.path("id").asText());
            assertEquals(200, time.path("status").asInt());
            assertTrue(Math.abs(time.path("result").path("serverTime").asLong() - System.currentTimeMillis()) < 10_000);
            assertEquals("REQUEST_WEIGHT", time.path("rateLimits").path(0).path("rateLimitType").asText());
            api.text("{\"id\":null,\"method\":\"ping\",\"params\":{\"returnRateLimits\":false}}");
            assertEquals("{\"id\":null,\"status\":200,\"result\":{}}", api.next().toString());
        }
    }

    @Test
    void answersMalformedAndUnknownRequests()
    {
        try (OutsideSocket api = f.api())
        {
            assertError(api, "{\"id\":1,", -1135, "null");
            assertError(api, "{\"id\":1,\"id\":2,\"method\":\"ping\"}", -1135, "null");
            assertError(api, "[]", -1135, "null");
            assertError(api, "{\"id\":3,\"method\":7}", -1135, "3");
            assertError(api, "{\"id\":3,\"method\":\"ping\",\"params\":[]}", -1135, "3");
            assertError(api, "{\"id\":4,\"method\":\"order.destroy\"}", -1020, "4");
            assertError(api, "{\"id\":5,\"method\":\"ping\",\"params\":{\"x\":1}}", -1104, "5");
            assertError(api, "{\"id\":6,\"method\":\"order.place\",\"params\":{\"symbol\":\"BTCUSDT\"}}", -1102, "6");
        }
    }

    private static void assertError(final OutsideSocket api, final String text, final int code, final String id)
    {
        api.text(text);
        final JsonNode answer = api.next();
        assertEquals(code, answer.path("error").path("code").asInt(), answer::toString);
        assertEquals(400, answer.path("status").asInt());
        assertEquals(id, answer.get("id").toString());
    }

    @Test
    void aSessionLogsOnWithEd25519OnlyAndThenNeedsNoSignature()
    {
        try (OutsideSocket api = f.api())
        {
            assertEquals(-2015, api.call("userDataStream.subscribe", Map.of()).path("error").path("code").asInt());
            assertEquals(-4056, api.signedHmac("session.logon", Map.of()).path("error").path("code").asInt());
            final JsonNode logon = api.signed("session.logon", Map.of());
            assertEquals(OutsideClient.ED_KEY, logon.path("result").path("apiKey").asText(), logon::toString);
            assertFalse(logon.path("result").path("userDataStream").asBoolean());
            assertEquals("NEW", api.timed("order.place", BUY).path("result").path("status").asText());
            assertEquals(1, api.timed("openOrders.status", Map.of()).path("result").size());
            api.call("session.logout", Map.of());
            assertEquals(-1102, api.timed("order.place", BUY).path("error").path("code").asInt());
        }
    }

    @Test
    void checksSignatureAndTimeOfAdHocRequests()
    {
        try (OutsideSocket api = f.api())
        {
            assertEquals("NEW", api.signedHmac("order.place", BUY).path("result").path("status").asText());
            final Map<String, String> spoilt = with(BUY, "apiKey", OutsideClient.ED_KEY,
                "timestamp", Long.toString(System.currentTimeMillis()), "signature", "AAAA");
            assertEquals(-1022, api.call("order.place", spoilt).path("error").path("code").asInt());
            final JsonNode unknown = api.call("order.place", with(spoilt, "apiKey", "nobody"));
            assertEquals(-2015, unknown.path("error").path("code").asInt());
            assertEquals(401, unknown.path("status").asInt());
            assertEquals(-1021, api.call("order.place", with(spoilt, "timestamp", "1700000000000"))
                .path("error").path("code").asInt());
        }
    }

    @Test
    void tellsTheAccountEveryChangeOfAnOrder()
    {
        try (OutsideSocket api = f.api())
        {
            final JsonNode subscribed = api.signed("userDataStream.subscribe.signature", Map.of());
            assertEquals(0, subscribed.path("result").path("subscriptionId").asInt(-1), subscribed::toString);
            assertEquals(-2035, api.signed("userDataStream.subscribe.signature", Map.of())
                .path("error").path("code").asInt());
            f.client.order("side=BUY&type=LIMIT&timeInForce=IOC&price=100.02&quantity=4&newClientOrderId=e-1");
            final JsonNode accepted = api.event("executionReport");
            assertEquals("NEW e-1 0.00000000", accepted.path("x").asText() + " " + accepted.path("c").asText() + " " +
                accepted.path("z").asText());
            final JsonNode first = api.event("executionReport");
            final JsonNode second = api.event("executionReport");
            assertEquals("TRADE PARTIALLY_FILLED 100.01000000 1.00000000", fill(first));
            assertEquals("TRADE PARTIALLY_FILLED 100.02000000 2.00000000", fill(second));
            assertEquals("0.00200000 BTC", second.path("n").asText() + " " + second.path("N").asText());
            assertEquals("300.05000000", second.path("Z").asText());
            assertTrue(second.path("t").asLong() > first.path("t").asLong());
            assertTrue(second.path("I").asLong() > first.path("I").asLong());
            final JsonNode expired = api.event("executionReport");
            assertEquals("EXPIRED EXPIRED", expired.path("x").asText() + " " + expired.path("X").asText());
            assertEquals("UNFILLED_IOC_QUANTITY_EXPIRED", expired.path("eR").asText());
            final JsonNode position = api.event("outboundAccountPosition");
            assertEquals("BTC", position.path("B").path(0).path("a").asText());
            assertEquals("1000000002.99700000", position.path("B").path(0).path("f").asText());
        }
    }

    private static String fill(final JsonNode report)
    {
        return report.path("x").asText() + " " + report.path("X").asText() + " " + report.path("L").asText() + " " +
            report.path("l").asText();
    }

    @Test
    void tellsCancelsUnderBothClientIds()
    {
        try (OutsideSocket api = f.api())
        {
            api.signed("session.logon", Map.of());
            api.timed("order.place", with(BUY, "newClientOrderId", "k-1"));
            api.call("userDataStream.subscribe", Map.of());
            assertEquals("CANCELED", api.timed("order.cancel", Map.of(
                "symbol", "BTCUSDT", "origClientOrderId", "k-1", "newClientOrderId", "k-2"))
                .path("result").path("status").asText());
            final JsonNode report = api.event("executionReport");
            assertEquals("CANCELED k-2 k-1", report.path("x").asText() + " " + report.path("c").asText() + " " +
                report.path("C").asText());
            api.call("session.logout", Map.of());
        }
    }

    @Test
    void aRestingOrdersFillIsToldWhenTheRecordingPrints()
    {
        try (OutsideSocket api = f.api())
        {
            api.signed("session.logon", Map.of());
            api.call("userDataStream.subscribe", Map.of());
            api.timed("order.place", BUY);
            f.advance(1_000);
            final JsonNode report = api.next(m -> "TRADE".equals(m.path("event").path("x").asText())).path("event");
            assertEquals("TRADE FILLED 99.00000000 1.00000000", fill(report));
            assertTrue(report.path("m").asBoolean());
        }
    }

    @Test
    void replacesByCancelAndNewWithTheOutcomeOfBothHalves()
    {
        try (OutsideSocket api = f.api())
        {
            final Map<String, String> replace = with(BUY, "price", "98", "cancelReplaceMode", "STOP_ON_FAILURE",
                "cancelOrigClientOrderId", "r-1");
            final JsonNode none = api.signed("order.cancelReplace", replace);
            assertEquals("400 -2022 NOT_ATTEMPTED", outcome(none), none::toString);
            api.signed("order.place", with(BUY, "newClientOrderId", "r-1"));
            final JsonNode done = api.signed("order.cancelReplace", replace);
            assertEquals("SUCCESS", done.path("result").path("newOrderResult").asText(), done::toString);
            api.signed("order.place", with(BUY, "newClientOrderId", "r-1"));
            final JsonNode half = api.signed("order.cancelReplace",
                with(replace, "quantity", "2", "newClientOrderId", "x-1", "cancelReplaceMode", "ALLOW_FAILURE",
                    "cancelOrigClientOrderId", "unknown"));
            assertEquals("409 -2021 SUCCESS", outcome(half), half::toString);
            assertEquals(-2011, half.path("error").path("data").path("cancelResponse").path("code").asInt());
        }
    }

    private static String outcome(final JsonNode answer)
    {
        return answer.path("status").asInt() + " " + answer.path("error").path("code").asInt() + " " +
            answer.path("error").path("data").path("newOrderResult").asText();
    }

    @Test
    void lowersAnOrdersQuantityInItsPlace()
    {
        try (OutsideSocket api = f.api())
        {
            api.signed("order.place", with(BUY, "newClientOrderId", "q-1"));
            final Map<String, String> amend = Map.of(
                "symbol", "BTCUSDT", "origClientOrderId", "q-1", "newClientOrderId", "q-1", "newQty", "0.5");
            final JsonNode amended = api.signed("order.amend.keepPriority", amend).path("result").path("amendedOrder");
            assertEquals("0.50000000 q-1", amended.path("qty").asText() + " " + amended.path("clientOrderId").asText());
            assertEquals(-2038, api.signed("order.amend.keepPriority", amend).path("error").path("code").asInt());
        }
    }

    @Test
    void announcesItsShutdown()
    {
        try (OutsideSocket api = f.api(); OutsideSocket stream = f.stream("/stream"))
        {
            api.call("ping", Map.of());
            stream.text("{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":1}");
            stream.next();
            f.venue.close();
            assertEquals("serverShutdown", api.event("serverShutdown").path("e").asText());
            assertEquals("!serverShutdown", stream.next().path("stream").asText());
        }
    }
}
