package io.utl.connectivity.binance;

import io.utl.codecs.sbe.OrdType;
import io.utl.codecs.sbe.Side;
import io.utl.connectivity.venue.SessionState;
import io.utl.connectivity.venue.Credentials;
import io.utl.connectivity.venue.VenueAdapter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The adapter against a scripted venue on loopback. */
final class BinanceAdapterTest
{
    private static final long WAIT_NS = TimeUnit.SECONDS.toNanos(20);
    private static final int TIMEOUT_MS = 700;

    private final ScriptedVenue venue = new ScriptedVenue();
    private final RecordingIngress ingress = new RecordingIngress();
    private VenueAdapter adapter;
    private Routes routes;

    @BeforeEach
    void start() throws GeneralSecurityException
    {
        final String key = Base64.getEncoder().encodeToString(
            KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate().getEncoded());
        adapter = new BinanceAdapter(BinanceSettings.at(7, 1, venue.uri("http", ""), venue.uri("ws", ""),
            venue.uri("ws", "/ws-api/v3"), new Credentials("KEY", Credentials.Kind.ED25519, key))
            .withTimes(2_000, TIMEOUT_MS).withBackoff(10, 50), ingress);
        routes = new Routes(adapter, "BTC-USDT", "BTCUSDT");
    }

    @AfterEach
    void stop()
    {
        adapter.close();
        venue.close();
    }

    @Test
    void comesUpAndTellsItsSessionAndMarks()
    {
        up();
        await("mark", () -> adapter.marked("BTC-USDT"));
        assertEquals(List.of("session DOWN", "session READY"), ingress.facts);
        assertEquals("BTC-USDT 100 101 100.5", ingress.marks.get(0));
        assertEquals("[BTC-USDT (BTCUSDT) TRADING tick=0.01 lot=0.00001 minQty=0.00001 maxQty=9000 minNotional=5]",
            adapter.instruments().toString());
        await("alive", () -> ingress.alive > 0);
        venue.pushMarket("{\"stream\":\"btcusdt@bookTicker\",\"data\":{\"u\":120,\"s\":\"BTCUSDT\",\"b\":\"100.50\"," +
            "\"B\":\"1\",\"a\":\"100.60\",\"A\":\"2\"}}");
        await("second mark", () -> ingress.marks.contains("BTC-USDT 100.5 100.6 100.55"));
    }

    @Test
    void logsOnWithATimeAndASignatureAndThenOnlyWithATime()
    {
        placeAccepts();
        up();
        order(17);
        await("accepted", () -> ingress.facts.contains("accepted 17/0 9001"));
        final String logon = venue.requests.get(0);
        assertTrue(logon.contains("\"session.logon\"") && logon.contains("\"signature\"") &&
            logon.contains("\"apiKey\":\"KEY\""), logon);
        final String place = venue.requests.get(venue.requests.size() - 1);
        assertFalse(place.contains("signature"), place);
        assertTrue(place.contains("\"newClientOrderId\":\"u1-17-0\"") && place.contains("\"quantity\":\"3\"") &&
            place.contains("\"price\":\"100.5\"") && place.contains("\"timestamp\":1"), place);
    }

    @Test
    void tellsAnAcceptanceAndAFillOnceAlthoughReplyAndStreamBothTell()
    {
        placeAccepts();
        up();
        order(17);
        await("accepted", () -> ingress.facts.contains("accepted 17/0 9001"));
        venue.pushOrders(execution("u1-17-0", "NEW", "NEW", "0", "0", -1, "0"));
        venue.pushOrders(execution("u1-17-0", "TRADE", "PARTIALLY_FILLED", "1", "1", 71, "0.001"));
        venue.pushOrders(execution("u1-17-0", "TRADE", "PARTIALLY_FILLED", "1", "1", 71, "0.001"));
        venue.pushOrders(execution("u1-17-0", "TRADE", "FILLED", "2", "3", 72, "0.002"));
        await("fills", () -> ingress.facts.size() == 5);
        assertEquals(List.of("session DOWN", "session READY", "accepted 17/0 9001",
            "fill 17/0 71 BUY 1 @ 100.5 fee 0.001BNB BTC-USDT MAKER",
            "fill 17/0 72 BUY 2 @ 100.5 fee 0.002BNB BTC-USDT MAKER"), ingress.facts);
    }

    @Test
    void aFillBeforeTheReplyIsToldAndTheReplyStillAccepts()
    {
        venue.methods.put("order.place", params ->
        {
            venue.pushOrders(execution("u1-17-0", "TRADE", "PARTIALLY_FILLED", "1", "1", 71, "0"));
            return "\"status\":200,\"result\":{\"orderId\":9001,\"transactTime\":1}";
        });
        up();
        order(17);
        await("both", () -> ingress.facts.size() == 4);
        assertEquals("accepted 17/0 9001", ingress.facts.get(3));
    }

    @Test
    void aRefusalIsTold()
    {
        venue.methods.put("order.place", params ->
            "\"status\":400,\"error\":{\"code\":-2010,\"msg\":\"Account has insufficient balance.\"}");
        up();
        order(17);
        await("rejected", () -> ingress.facts.contains(
            "rejected 17/0 -2010 order refused: -2010 Account has insufficient balance."));
    }

    @Test
    void withoutAnAnswerTheOutcomeIsUnknownAndNothingIsSentAgain()
    {
        venue.methods.put("order.place", params -> null);
        up();
        order(17);
        await("unknown", () -> ingress.facts.contains("unknown 17/0 NEW"));
        venue.methods.put("order.status", params -> status("u1-17-0", "FILLED", "3"));
        venue.methods.put("myTrades", params -> trades(71, "3"));
        query(17);
        await("state", () -> ingress.facts.contains("state 17/0 found 1 FILLED cum 3"));
        assertEquals("fill 17/0 71 BUY 3 @ 100.5 fee 0.001BNB BTC-USDT TAKER",
            ingress.facts.get(ingress.facts.size() - 2));
        assertEquals(1, venue.count("order.place"));
    }

    @Test
    void aTimeoutOfTheVenueIsAnUnknownOutcome()
    {
        venue.methods.put("order.place", params ->
            "\"status\":400,\"error\":{\"code\":-1007,\"msg\":\"Timeout waiting for response\"}");
        up();
        order(17);
        await("unknown", () -> ingress.facts.contains("unknown 17/0 NEW"));
    }

    @Test
    void anOrderTheVenueDoesNotKnowIsToldAsNotFound()
    {
        venue.methods.put("order.status", params ->
            "\"status\":400,\"error\":{\"code\":-2013,\"msg\":\"Order does not exist.\"}");
        up();
        query(99);
        await("not found", () -> ingress.facts.contains("state 99/0 found 0 "));
    }

    @Test
    void afterALostConnectionFillsAndStatesAreCaughtUpBeforeReady()
    {
        placeAccepts();
        up();
        order(17);
        await("accepted", () -> ingress.facts.contains("accepted 17/0 9001"));
        venue.methods.put("order.place", params -> null);
        order(18);
        await("sent", () -> venue.count("order.place") == 2);
        venue.methods.put("openOrders.status", params -> "\"status\":200,\"result\":[" +
            order("u1-17-0", "PARTIALLY_FILLED", "1") + "]");
        venue.methods.put("myTrades", params -> trades(71, "1"));
        venue.methods.put("order.status", params ->
            "\"status\":400,\"error\":{\"code\":-2013,\"msg\":\"Order does not exist.\"}");
        venue.dropOrders();
        await("ready again", () -> ingress.facts.lastIndexOf("session READY") > 2);
        assertEquals(List.of("unknown 18/0 NEW", "session DOWN",
            "fill 17/0 71 BUY 1 @ 100.5 fee 0.001BNB BTC-USDT TAKER", "state 17/0 found 1 PARTIALLY_FILLED cum 1",
            "state 18/0 found 0 ", "session READY"), ingress.facts.subList(3, ingress.facts.size()));
        assertEquals(2, venue.count("order.place"));
    }

    @Test
    void aCancelIsToldBehindTheFillsTheVenueCountsForIt()
    {
        placeAccepts();
        venue.methods.put("order.cancel", params -> "\"status\":200,\"result\":{\"orderId\":9001," +
            "\"executedQty\":\"1.0\",\"status\":\"CANCELED\",\"transactTime\":5}");
        venue.methods.put("myTrades", params -> trades(71, "1"));
        up();
        order(17);
        await("accepted", () -> ingress.facts.contains("accepted 17/0 9001"));
        cancel(17, 0);
        await("canceled", () -> ingress.facts.contains("canceled 17/0 cum 1"));
        venue.pushOrders(execution("x1", "CANCELED", "CANCELED", "0", "1", -1, "0").replace(
            "\"C\":\"\"", "\"C\":\"u1-17-0\""));
        venue.pushOrders(execution("u1-17-0", "TRADE", "PARTIALLY_FILLED", "1", "1", 71, "0"));
        order(18);
        await("accepted", () -> ingress.facts.contains("accepted 18/0 9001"));
        assertEquals(List.of("fill 17/0 71 BUY 1 @ 100.5 fee 0.001BNB BTC-USDT TAKER", "canceled 17/0 cum 1",
            "accepted 18/0 9001"), ingress.facts.subList(3, ingress.facts.size()));
    }

    @Test
    void aRefusedCancelIsTold()
    {
        placeAccepts();
        venue.methods.put("order.cancel", params ->
            "\"status\":400,\"error\":{\"code\":-2011,\"msg\":\"Unknown order sent.\"}");
        up();
        order(17);
        cancel(17, 0);
        await("refused", () -> ingress.facts.contains("cancel-rejected 17 -2011"));
    }

    @Test
    void anOrderThatEndedWhileTheConnectionWasLostIsToldAsEnded()
    {
        placeAccepts();
        venue.methods.put("order.status", params -> status("u1-17-0", "EXPIRED", "0"));
        up();
        order(17);
        await("accepted", () -> ingress.facts.contains("accepted 17/0 9001"));
        venue.dropOrders();
        await("told", () -> ingress.facts.contains("canceled 17/0 cum 0 expired"));
        assertTrue(ingress.facts.contains("state 17/0 found 1 EXPIRED cum 0"));
    }

    @Test
    void aReplaceOfUnknownOutcomeIsResolvedByAskingForTheNewOrderAndThenTheOld()
    {
        placeAccepts();
        venue.methods.put("order.cancelReplace", params -> null);
        venue.methods.put("order.status", params -> params.path("origClientOrderId").asText().equals("u1-17-1") ?
            "\"status\":400,\"error\":{\"code\":-2013,\"msg\":\"Order does not exist.\"}" :
            status("u1-17-0", "NEW", "0"));
        up();
        order(17);
        await("accepted", () -> ingress.facts.contains("accepted 17/0 9001"));
        replace(17);
        await("unknown", () -> ingress.facts.contains("unknown 17/1 REPLACE"));
        routes.query(17, 1);
        await("new one", () -> ingress.facts.contains("state 17/1 found 0 "));
        routes.query(17, 0);
        await("old one", () -> ingress.facts.contains("state 17/0 found 1 NEW cum 0"));
        venue.pushOrders(execution("u1-17-0", "EXPIRED", "EXPIRED", "0", "0", -1, "0"));
        await("its end", () -> ingress.facts.contains("canceled 17/0 cum 0 expired"));
        assertEquals(List.of("EXPIRED"), ingress.endTexts);
        assertEquals(1, venue.count("order.cancelReplace"));
    }

    @Test
    void aReplaceIsToldOnceAndTheEndOfTheOldOrderNotAtAll()
    {
        placeAccepts();
        venue.methods.put("order.cancelReplace", params ->
        {
            venue.pushOrders(execution("x1", "CANCELED", "CANCELED", "0", "0", -1, "0").replace(
                "\"C\":\"\"", "\"C\":\"u1-17-0\""));
            venue.pushOrders(execution("u1-17-1", "NEW", "NEW", "0", "0", -1, "0").replace("9001", "9002"));
            return "\"status\":200,\"result\":{\"cancelResult\":\"SUCCESS\",\"newOrderResult\":\"SUCCESS\"," +
                "\"cancelResponse\":{\"executedQty\":\"0\"},\"newOrderResponse\":{\"orderId\":9002}}";
        });
        up();
        order(17);
        await("accepted", () -> ingress.facts.contains("accepted 17/0 9001"));
        replace(17);
        await("replaced", () -> ingress.facts.contains("replaced 17/1 9002 qty 5"));
        venue.pushOrders(execution("u1-17-1", "EXPIRED", "EXPIRED", "0", "0", -1, "0"));
        await("end", () -> ingress.facts.contains("canceled 17/1 cum 0 expired"));
        assertEquals(5, ingress.facts.size());
    }

    @Test
    void aReplaceThatCancelledButDidNotPlaceLeavesNothingWorking()
    {
        placeAccepts();
        venue.methods.put("order.cancelReplace", params -> "\"status\":409,\"error\":{\"code\":-2021,\"msg\":\"x\"," +
            "\"data\":{\"cancelResult\":\"SUCCESS\",\"newOrderResult\":\"FAILURE\",\"cancelResponse\":{}," +
            "\"newOrderResponse\":{\"code\":-2010,\"msg\":\"no\"}}}");
        up();
        order(17);
        await("accepted", () -> ingress.facts.contains("accepted 17/0 9001"));
        replace(17);
        await("told", () -> ingress.facts.contains("replace-rejected 17/1 -2021 working 0"));
    }

    @Test
    void aReplaceThatCouldNotCancelLeavesTheOldOrderAndAsksForIt()
    {
        placeAccepts();
        venue.methods.put("order.cancelReplace", params -> "\"status\":400,\"error\":{\"code\":-2022,\"msg\":\"x\"," +
            "\"data\":{\"cancelResult\":\"FAILURE\",\"newOrderResult\":\"NOT_ATTEMPTED\"}}");
        venue.methods.put("order.status", params -> status("u1-17-0", "NEW", "0"));
        up();
        order(17);
        await("accepted", () -> ingress.facts.contains("accepted 17/0 9001"));
        replace(17);
        await("told", () -> ingress.facts.contains("state 17/0 found 1 NEW cum 0"));
        assertTrue(ingress.facts.contains("replace-rejected 17/1 -2022 working 1"));
    }

    @Test
    void aNewOrderMadeTooLargeByAFillUnderWayIsMadeSmaller()
    {
        placeAccepts();
        venue.methods.put("order.cancelReplace", params ->
            "\"status\":200,\"result\":{\"cancelResponse\":{\"executedQty\":\"2\"}," +
            "\"newOrderResponse\":{\"orderId\":9002}}");
        venue.methods.put("order.amend.keepPriority", params -> "\"status\":200,\"result\":{}");
        up();
        order(17);
        await("accepted", () -> ingress.facts.contains("accepted 17/0 9001"));
        replace(17);
        await("amended", () -> venue.count("order.amend.keepPriority") == 1);
        assertTrue(venue.requests.get(venue.requests.size() - 1).contains("\"newQty\":\"3\""));
    }

    @Test
    void factsTheRingRefusesWaitInOrder()
    {
        placeAccepts();
        up();
        ingress.full = true;
        order(17);
        await("answered", () -> venue.count("order.place") == 1);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        venue.pushOrders(execution("u1-17-0", "TRADE", "PARTIALLY_FILLED", "1", "1", 71, "0"));
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        assertEquals(2, ingress.facts.size());
        ingress.full = false;
        await("both", () -> ingress.facts.size() == 4);
        assertEquals("accepted 17/0 9001", ingress.facts.get(2));
        assertTrue(ingress.facts.get(3).startsWith("fill 17/0 71"));
    }

    @Test
    void aGapEndsTheBookAndANewSnapshotHealsIt()
    {
        up();
        await("mark", () -> adapter.marked("BTC-USDT"));
        final int before = venue.snapshots.get();
        venue.snapshotId.set(500);
        venue.pushMarket("{\"stream\":\"btcusdt@depth@100ms\",\"data\":{\"e\":\"depthUpdate\",\"E\":1," +
            "\"s\":\"BTCUSDT\"," +
            "\"U\":300,\"u\":301,\"b\":[[\"100.20\",\"1\"]],\"a\":[]}}");
        await("new snapshot", () -> venue.snapshots.get() > before && adapter.marked("BTC-USDT"));
        assertFalse(ingress.marks.stream().anyMatch(mark -> mark.contains("100.2 ")), ingress.marks.toString());
    }

    @Test
    void whileTheSessionIsDownOrdersAreRefusedAndCancelsWait()
    {
        venue.methods.put("order.cancel", params -> "\"status\":200,\"result\":{\"orderId\":9001," +
            "\"executedQty\":\"0\",\"status\":\"CANCELED\"}");
        order(17);
        cancel(16, 0);
        await("refused", () -> ingress.facts.stream().anyMatch(fact -> fact.startsWith("rejected 17/0 0 not sent")));
        assertEquals(0, venue.count("order.cancel"));
        up();
        await("canceled", () -> ingress.facts.contains("canceled 16/0 cum 0"));
        assertEquals(0, venue.count("order.place"));
    }

    @Test
    void afterAServerShutdownTheSessionComesBack()
    {
        up();
        venue.pushOrders("{\"e\":\"serverShutdown\",\"E\":1}");
        await("down", () -> ingress.facts.contains("session DOWN") && ingress.facts.size() >= 3);
        await("ready again", () -> ingress.facts.lastIndexOf("session READY") >= 3);
        assertEquals(SessionState.READY, adapter.state());
    }

    private void placeAccepts()
    {
        venue.methods.put("order.place", params ->
            "\"status\":200,\"result\":{\"orderId\":9001,\"clientOrderId\":\"x\",\"transactTime\":1700000000000}");
    }

    private void up()
    {
        adapter.start();
        await("ready", () -> ingress.facts.contains("session READY"));
        await("market", venue::marketConnected);
    }

    private static String execution(
        final String id, final String x, final String status, final String last, final String cum, final long trade,
        final String fee)
    {
        return "{\"e\":\"executionReport\",\"E\":1,\"s\":\"BTCUSDT\",\"c\":\"" + id + "\",\"S\":\"BUY\"," +
            "\"o\":\"LIMIT\"," +
            "\"f\":\"GTC\",\"q\":\"3.0\",\"p\":\"100.50\",\"C\":\"\",\"x\":\"" + x + "\",\"X\":\"" + status +
            "\",\"r\":\"NONE\",\"i\":9001,\"l\":\"" + last + "\",\"z\":\"" + cum + "\",\"L\":\"100.50\"," +
            "\"n\":\"" + fee +
            "\",\"N\":\"BNB\",\"T\":1700000000001,\"t\":" + trade + ",\"m\":true}";
    }

    private static String order(final String id, final String status, final String executed)
    {
        return "{\"symbol\":\"BTCUSDT\",\"orderId\":9001,\"clientOrderId\":\"" + id + "\",\"executedQty\":\"" +
            executed + "\",\"status\":\"" + status + "\"}";
    }

    private static String status(final String id, final String status, final String executed)
    {
        return "\"status\":200,\"result\":" + order(id, status, executed);
    }

    private static String trades(final long id, final String qty)
    {
        return "\"status\":200,\"result\":[{\"symbol\":\"BTCUSDT\",\"id\":" + id +
            ",\"orderId\":9001,\"price\":\"100.5\"," +
            "\"qty\":\"" + qty + "\",\"commission\":\"0.001\",\"commissionAsset\":\"BNB\",\"time\":1700000000000," +
            "\"isBuyer\":true,\"isMaker\":false}]";
    }

    private void order(final long orderId)
    {
        routes.order(orderId, Side.BUY, OrdType.LIMIT, "3", "100.5");
    }

    private void cancel(final long orderId, final int revision)
    {
        routes.cancel(orderId, revision);
    }

    private void replace(final long orderId)
    {
        routes.replace(orderId, "5", "99");
    }

    private void query(final long orderId)
    {
        routes.query(orderId, 0);
    }

    private void await(final String what, final BooleanSupplier condition)
    {
        final long end = System.nanoTime() + WAIT_NS;
        while (!condition.getAsBoolean())
        {
            assertTrue(System.nanoTime() < end, what + " did not come: " + ingress.facts + " " + venue.requests);
            LockSupport.parkNanos(1_000_000);
        }
    }
}
