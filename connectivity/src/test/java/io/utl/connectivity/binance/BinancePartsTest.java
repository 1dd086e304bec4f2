package io.utl.connectivity.binance;

import com.fasterxml.jackson.databind.JsonNode;
import io.utl.codecs.sbe.OrdType;
import io.utl.codecs.sbe.Side;
import io.utl.codecs.sbe.TimeInForce;
import io.utl.connectivity.venue.Credentials;
import io.utl.connectivity.venue.RequestDraft;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

final class BinancePartsTest
{
    private static final Credentials HMAC = new Credentials(
        "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A",
        Credentials.Kind.HMAC_SHA256, "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j");

    @Test
    void aClientOrderIdIsReversibleAndFitsTheVenue()
    {
        final long seed = 3;
        System.out.println("seed=" + seed);
        final Random random = new Random(seed);
        for (int i = 0; i < 10_000; i++)
        {
            final int instance = random.nextInt(ClientOrderIds.MAX_INSTANCE + 1);
            final long orderId = 1 + (random.nextLong() >>> 20);
            final int revision = random.nextInt(10_000_000);
            final String text = ClientOrderIds.render(instance, orderId, revision);
            assertTrue(text.matches("[.A-Z:/a-z0-9_-]{1,36}"), text);
            assertEquals(new ClientOrderIds.Parsed(instance, orderId, revision), ClientOrderIds.parse(text));
        }
        assertTrue(ClientOrderIds.render(999_999, 1L << 44, 9_999_999).length() <= 36);
    }

    @Test
    void aForeignClientOrderIdIsNotOurs()
    {
        for (final String text : List.of("", "u", "u1-2", "u1-2-", "u01-2-0", "u1--2-0", "x1-2-0", "u1-0-0", "u1-2-0x",
            "u1-99999999999999999999-0", "web_abc-def-ghi", "u1-+2-0"))
        {
            assertFalse(ClientOrderIds.parse(text).of(1), text);
        }
        assertFalse(ClientOrderIds.parse("u2-5-0").of(1));
        assertThrows(IllegalArgumentException.class, () -> ClientOrderIds.render(1, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> ClientOrderIds.render(-1, 1, 0));
    }

    @Test
    void signsRestInTheOrderSentAndPercentEncoded()
    {
        // REST API, "Signed request examples": the documentation's own key and signature.
        final RequestDraft draft = new RequestDraft("POST", "/api/v3/order").param("symbol", "１２３４５６")
            .param("side", "BUY").param("type", "LIMIT").param("timeInForce", "GTC").param("quantity", "1")
            .param("price", "0.1").param("recvWindow", 5000);
        final RequestDraft signed = BinanceSigner.REST.sign(draft, HMAC, 1499827319559L);
        assertEquals("e1353ec6b14d888f1164ae9af8228a3dbd508bc82eb867db8ab6046442f33ef3",
            signed.params().get(signed.params().size() - 1).getValue());
        assertEquals(7, draft.params().size());
    }

    @Test
    void signsTheWebSocketApiSortedByName()
    {
        // WebSocket API, "SIGNED request example (HMAC)".
        final RequestDraft draft = new RequestDraft("order.place", "").param("symbol", "BTCUSDT").param("side", "SELL")
            .param("type", "LIMIT").param("timeInForce", "GTC").param("quantity", "0.01000000")
            .param("price", "52000.00").param("recvWindow", 100);
        final RequestDraft signed = BinanceSigner.SOCKET.sign(draft, HMAC, 1645423376532L);
        assertEquals("aa1b5712c094bc4e57c05a1a5c1fd8d88dcd628338ea863fec7b88e59fe2db24",
            signed.params().get(signed.params().size() - 1).getValue());
    }

    @Test
    void anEd25519SignatureIsVerifiedByItsPublicKey() throws GeneralSecurityException
    {
        final KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        final String pem = "-----BEGIN PRIVATE KEY-----\n" +
            Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded()) + "\n-----END PRIVATE KEY-----\n";
        final String signature =
            new SigningKey(new Credentials("K", Credentials.Kind.ED25519, pem)).sign("payload");
        final Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(pair.getPublic());
        verifier.update("payload".getBytes(StandardCharsets.UTF_8));
        assertTrue(verifier.verify(Base64.getDecoder().decode(signature)));
        final IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
            () -> new SigningKey(new Credentials("K", Credentials.Kind.ED25519, "secret-text")));
        assertFalse(refused.getMessage().contains("secret-text"));
    }

    @Test
    void aFixLogonIsSignedOverFiveFields()
    {
        assertEquals("A\u0001ME\u0001SPOT\u00011\u000120240627-11:17:25.223",
            SigningKey.fixLogonPayload("ME", "SPOT", "1", "20240627-11:17:25.223"));
    }

    @Test
    void framesCarryNumbersBareAndTextQuoted()
    {
        assertEquals("{\"id\":\"7\",\"method\":\"m\",\"params\":" +
            "{\"symbol\":\"A\\\"B\",\"quantity\":\"1.5\",\"timestamp\":5}}",
            BinanceWire.frame("7", new RequestDraft("m", "").param("symbol", "A\"B").param("quantity", "1.5")
                .param("empty", "").param("timestamp", 5)));
        assertEquals("{\"id\":\"8\",\"method\":\"userDataStream.subscribe\"}",
            BinanceWire.frame("8", BinanceCall.SUBSCRIBE.socket()));
        assertEquals("http://h:1/api/v3/exchangeInfo?symbols=%5B%22A%22%5D",
            BinanceWire.publicCall(URI.create("http://h:1/"), BinanceCall.EXCHANGE_INFO.rest()
                .param("symbols", "[\"A\"]")).uri().toString());
    }

    @Test
    void ordersSpeakTheVenuesWords()
    {
        assertEquals("LIMIT_MAKER", BinanceMapping.orderType(OrdType.LIMIT, true));
        assertEquals("MARKET", BinanceMapping.orderType(OrdType.MARKET, false));
        assertEquals("", BinanceMapping.timeInForce(TimeInForce.GTC, "LIMIT_MAKER"));
        assertEquals("GTC", BinanceMapping.timeInForce(TimeInForce.GTD, "LIMIT"));
        assertEquals("FOK", BinanceMapping.timeInForce(TimeInForce.FOK, "LIMIT"));
    }

    @Test
    void onlyWhatSaysSoIsOfUnknownOutcome()
    {
        assertTrue(BinanceMapping.outcomeUnknown(503, 0, ""));
        assertTrue(BinanceMapping.outcomeUnknown(400, -1006, ""));
        assertTrue(BinanceMapping.outcomeUnknown(400, -1007, ""));
        assertTrue(BinanceMapping.outcomeUnknown(400, -2010, "Duplicate order sent."));
        assertFalse(BinanceMapping.outcomeUnknown(400, -2010, "Account has insufficient balance"));
        assertFalse(BinanceMapping.outcomeUnknown(429, -1003, "Too much request weight used"));
        assertFalse(BinanceMapping.outcomeUnknown(418, -1003, "banned"));
        assertFalse(BinanceMapping.outcomeUnknown(400, -1021, "outside of the recvWindow"));
        assertFalse(BinanceMapping.outcomeUnknown(400, -1013, "Filter failure: LOT_SIZE"));
    }

    @Test
    void marketMessagesAreToldApartInBothForms()
    {
        final MarketMessage message = new MarketMessage();
        assertEquals(MarketMessage.Kind.DEPTH, parse(message, "{\"stream\":\"x@depth\",\"data\":" +
            "{\"e\":\"depthUpdate\"," +
            "\"E\":9,\"s\":\"X\",\"U\":1,\"u\":2,\"a\":[[\"3\",\"1\"]],\"b\":[[\"1\",\"0\"],[\"2\",\"4\"]]}}"));
        assertEquals(2, message.diff().levels(Side.BUY));
        assertEquals(1, message.diff().levels(Side.SELL));
        assertEquals(9, message.eventTimeMs());
        assertEquals(MarketMessage.Kind.BEST,
            parse(message, "{\"u\":4,\"s\":\"X\",\"b\":\"1\",\"B\":\"2\",\"a\":\"3\",\"A\":\"4\"}"));
        assertEquals("3", message.ask().toString());
        assertEquals(MarketMessage.Kind.TRADE, parse(message,
            "{\"e\":\"trade\",\"s\":\"X\",\"t\":4,\"p\":\"1\",\"q\":\"2\",\"b\":88,\"a\":99," +
            "\"T\":5,\"m\":true,\"M\":true}"));
        assertEquals(Side.SELL, message.takerSide());
        assertEquals(MarketMessage.Kind.SHUTDOWN,
            parse(message, "{\"stream\":\"!serverShutdown\",\"data\":{\"e\":\"serverShutdown\",\"E\":1}}"));
        assertEquals(MarketMessage.Kind.OTHER, parse(message, "{\"result\":null,\"id\":1}"));
    }

    @Test
    void whatCannotBeReadIsCorrupt()
    {
        final MarketMessage message = new MarketMessage();
        for (final String text : List.of("", "{", "[]", "{\"e\":\"depthUpdate\",\"s\":\"X\",\"U\":1,\"u\":2,\"b\":[]}",
            "{\"e\":\"depthUpdate\",\"s\":\"X\",\"U\":1,\"u\":2,\"a\":[],\"b\":[[\"1e5\",\"1\"]]}",
            "{\"e\":\"depthUpdate\",\"s\":\"X\",\"U\":1,\"u\":2,\"a\":[],\"b\":[[\"1\"]]}",
            "{\"e\":\"depthUpdate\",\"s\":\"X\",\"U\":1,\"u\":2,\"a\":[],\"b\":[[\"1\",\"x\"]]}",
            "{\"e\":\"trade\",\"s\":\"X\",\"t\":4,\"p\":\"1\"}", "{\"u\":1} {\"u\":2}"))
        {
            assertThrows(CorruptMessageException.class, () -> parse(message, text), text);
        }
    }

    @Test
    void anExecutionReportNamesTheOrderThatACancelEnded()
    {
        final ExecutionReport report = new ExecutionReport();
        final String text = "{\"subscriptionId\":0,\"event\":{\"e\":\"executionReport\",\"E\":3,\"s\":\"X\"," +
            "\"c\":\"cancel-1\",\"C\":\"u1-5-0\",\"S\":\"SELL\",\"x\":\"CANCELED\",\"X\":\"CANCELED\",\"i\":9," +
            "\"l\":\"0\"," +
            "\"z\":\"1.5\",\"n\":\"0\",\"N\":null,\"T\":4,\"t\":-1,\"m\":false}}";
        final byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertEquals("executionReport", report.parse(bytes, 0, bytes.length));
        assertEquals("u1-5-0", report.orderClientId());
        assertEquals("1.5", report.cumQty().toString());
        assertEquals("", report.feeAsset());
        assertEquals(4, report.timeMs());
    }

    @Test
    void instrumentsCarryTheirFilters()
    {
        final byte[] bytes = """
            {"symbols":[{"symbol":"AB","status":"BREAK","baseAsset":"A","quoteAsset":"B","filters":[
            {"filterType":"PRICE_FILTER","tickSize":"0.10"},{"filterType":"LOT_SIZE","minQty":"1","maxQty":"9",
            "stepSize":"0.5"},{"filterType":"MIN_NOTIONAL","minNotional":"10"}]},
            {"symbol":"CD","status":"TRADING","baseAsset":"C","quoteAsset":"D","filters":[]}]}
            """.getBytes(StandardCharsets.UTF_8);
        final JsonNode info = BinanceJson.tree(bytes, 0, bytes.length);
        assertEquals("[A-B (AB) HALTED tick=0.1 lot=0.5 minQty=1 maxQty=9 minNotional=10]",
            InstrumentParser.parse(info, Set.of("AB")).toString());
        assertEquals("[C-D (CD) TRADING tick=0 lot=0 minQty=0 maxQty=0 minNotional=0]",
            InstrumentParser.parse(info, Set.of("CD")).toString());
        assertThrows(CorruptMessageException.class,
            () -> InstrumentParser.parse(BinanceJson.tree("{}".getBytes(StandardCharsets.UTF_8), 0, 2), Set.of()));
    }

    private static MarketMessage.Kind parse(final MarketMessage message, final String text)
    {
        final byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return message.parse(bytes, 0, bytes.length);
    }
}
