package io.utl.connectivity.check;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The check against a small pack of its own, whole and with one thing wrong, and against the real one if there. */
final class VenuePackCheckTest
{
    private static final String MESSAGE = "timestamp=1&symbol=BTCUSDT&recvWindow=10000";

    @TempDir
    Path pack;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void write() throws IOException
    {
        final String signature = Hmac.hex("secret", MESSAGE);
        file("ccxt-oracle/credentials.json", "{\"apiKey\":\"KEY\",\"secret\":\"secret\"}");
        file("ccxt-oracle/markets/binance.json", "{\"markets\":{\"BTC/USDT\":{\"id\":\"BTCUSDT\"}}}");
        file("ccxt-oracle/requests/binance.json", "{\"nowMs\":1,\"cases\":[" +
            "{\"id\":\"open\",\"method\":\"fetchOpenOrders\",\"input\":[\"BTC/USDT\"],\"http\":{\"method\":\"GET\"," +
            "\"url\":\"https://api.binance.com/api/v3/openOrders?" + MESSAGE + "&signature=" + signature + "\"," +
            "\"headers\":{\"X-MBX-APIKEY\":\"KEY\"}}}," +
            "{\"id\":\"wallet\",\"method\":\"withdraw\",\"input\":[],\"http\":{\"method\":\"POST\"," +
            "\"url\":\"https://api.binance.com/sapi/v1/withdraw\"}}]}");
        file("ccxt-oracle/ws-requests/binance.json", "{\"nowMs\":1,\"cases\":[{\"id\":\"s\"," +
            "\"method\":\"watchTrades\"," +
            "\"input\":[\"BTC/USDT\"],\"ws\":[{\"url\":\"wss://stream.binance.com:9443/ws/0\"," +
            "\"message\":{\"method\":\"SUBSCRIBE\",\"params\":[\"btcusdt@trade\"],\"id\":1}}]}]}");
        file("ccxt-oracle/responses/binance.json", "{\"cases\":[{\"id\":\"time\",\"method\":\"fetchTime\"," +
            "\"input\":[],\"payload\":\"payloads/nautilus/binance/time.json\",\"parsed\":5}]}");
        file("payloads/nautilus/binance/time.json", "{\"serverTime\":5}");
        file("signing/documented-vectors.json", "[{\"venue\":\"binance\",\"name\":\"v\"," +
            "\"algorithm\":\"HMAC-SHA256\"," +
            "\"key\":\"secret\",\"message\":\"" + MESSAGE + "\",\"signature\":\"" + signature + "\"}]");
        file("signing/derived-vectors.json", "[{\"venue\":\"other\"}]");
        file("normalized/tardis/binance.jsonl", "{\"exchange\":\"binance\",\"session\":\"s\",\"seq\":0,\"message\":" +
            "{\"e\":\"trade\",\"s\":\"X\",\"t\":1,\"p\":\"2\",\"q\":\"3\",\"T\":0,\"m\":true}," +
            "\"normalized\":[{\"type\":" +
            "\"trade\",\"symbol\":\"X\",\"id\":\"1\",\"price\":2,\"amount\":3,\"side\":\"sell\"," +
            "\"timestamp\":\"1970-01-01T00:00:00.000Z\"}]}");
        capture(2, 3);
    }

    @Test
    void passesAPackThatAgrees()
    {
        assertEquals(0, run(pack, "binance"), out.toString());
        assertTrue(out.toString().endsWith("8 passed, 0 failed, 1 skipped" + System.lineSeparator()), out.toString());
        assertTrue(out.toString().contains("wallet endpoint /sapi/v1/withdraw is not offered: wallet"), out.toString());
    }

    @Test
    void namesAForgedSignature() throws IOException
    {
        file("signing/documented-vectors.json", "[{\"venue\":\"binance\",\"name\":\"v\"," +
            "\"algorithm\":\"HMAC-SHA256\"," +
            "\"key\":\"secret\",\"message\":\"a\",\"signature\":\"00\"}]");
        assertEquals(3, run(pack, "binance"));
        assertTrue(out.toString().contains("FAILED v: signature: expected 00"), out.toString());
    }

    @Test
    void namesAParameterThatDiffers() throws IOException
    {
        final String message = "timestamp=1&symbol=BTCUSDT&recvWindow=9";
        file("ccxt-oracle/requests/binance.json", "{\"nowMs\":1,\"cases\":[{\"id\":\"open\"," +
            "\"method\":\"fetchOpenOrders\",\"input\":[\"BTC/USDT\"],\"http\":{\"method\":\"GET\",\"url\":" +
            "\"https://api.binance.com/api/v3/openOrders?" + message + "&signature=" + Hmac.hex("secret", message) +
            "\",\"headers\":{\"X-MBX-APIKEY\":\"KEY\"}}}]}");
        assertEquals(3, run(pack, "binance"));
        assertTrue(out.toString().contains("recvWindow=10000"), out.toString());
    }

    @Test
    void namesAGapInACapture() throws IOException
    {
        capture(3, 4);
        assertEquals(3, run(pack, "binance"));
        assertTrue(out.toString().contains("gaps: expected 0, found 1"), out.toString());
    }

    @Test
    void aMissingFolderIsAUsageErrorWithASentence()
    {
        assertEquals(2, run(pack.resolve("nowhere"), "binance"));
        assertTrue(err.toString().contains("does not exist"), err.toString());
        assertEquals(2, run(pack, "mtgox"));
    }

    @Test
    void theWholePackAgrees()
    {
        final Path whole = Path.of(System.getProperty("utl.shared", "absent"), "venues");
        Assumptions.assumeTrue(Files.isDirectory(whole), "the pack of venue cases is not there");
        assertEquals(0, run(whole, "binance"), out.toString());
    }

    private void capture(final int first, final int last) throws IOException
    {
        file("recorded/EXPECTED.json", "{\"captures\":{\"hftbacktest/binance/spot_x.gz\":{\"messages\":" +
            "{\"depthUpdate\":2,\"snapshot\":1},\"unparsed\":0,\"depth\":{\"BTCUSDT\":{\"updates\":2,\"gaps\":0}}}}}");
        final Path frames = pack.resolve("recorded/hftbacktest/binance/spot_x.gz");
        Files.createDirectories(frames.getParent());
        final String depth = "%d {\"e\":\"depthUpdate\",\"E\":1,\"s\":\"BTCUSDT\",\"U\":%d,\"u\":%d," +
            "\"b\":[[\"1\",\"2\"]],\"a\":[]}%n";
        try (GZIPOutputStream gzip = new GZIPOutputStream(Files.newOutputStream(frames)))
        {
            gzip.write(("1 {\"lastUpdateId\":0,\"bids\":[],\"asks\":[[\"5\",\"1\"]]}%n" +
                depth + depth).formatted(2, 1, 1, 3, first, last).getBytes(StandardCharsets.UTF_8));
        }
    }

    private void file(final String name, final String text) throws IOException
    {
        final Path path = pack.resolve(name);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private int run(final Path folder, final String venue)
    {
        return VenuePackCheck.run(folder, venue, new PrintStream(out, true), new PrintStream(err, true));
    }
}
