package io.utl.connectivity.simulator.market;

import io.utl.codecs.amount.Amount;
import io.utl.connectivity.simulator.CaptureFile;
import io.utl.connectivity.simulator.market.MarketFrame.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class CaptureSourceTest
{
    @TempDir
    private Path folder;

    @Test
    void playsOnlyWhatFollowsTheSnapshotWhereverItsLineStands()
    {
        final Path file = new CaptureFile()
            .depth(0, 95, 98, "[]", "[]")
            .ticker(10, 99, "99.00", "9", "101.00", "9")
            .trade(15, 1, "100.00", "1", true)
            .depth(20, 99, 102, "[[\"99.99\",\"3\"]]", "[]")
            .snapshot(30, 100, CaptureFile.BIDS, CaptureFile.ASKS)
            .trade(40, 2, "100.01", "0.5", false)
            .write(folder.resolve("m.gz"));
        try (CaptureSource source = new CaptureSource(file))
        {
            assertEquals(List.of("DEPTH 102", "TRADE 0"), kinds(source));
            assertEquals(100, source.snapshot("BTCUSDT").lastId());
            assertEquals(3, source.snapshot("BTCUSDT").asks().size());
            source.rewind();
            assertEquals(List.of("DEPTH 102", "TRADE 0"), kinds(source));
        }
    }

    @Test
    void describesFormatSymbolsSpanAndBusiestInstrument()
    {
        final Path file = CaptureFile.usual().trade(90_000, 1, "100.01", "1", false).write(folder.resolve("m.gz"));
        try (CaptureSource source = new CaptureSource(file))
        {
            final MarketDescription description = source.description();
            assertEquals("hftbacktest", description.format());
            assertEquals(List.of("BTCUSDT"), description.symbols());
            assertEquals("BTCUSDT", description.busiest());
            assertEquals(90_000_000_000L, description.lastNs() - description.firstNs());
            assertTrue(description.text().contains("2023-11-14T22:13:20Z to 2023-11-14T22:14:50Z"), description::text);
        }
    }

    @Test
    void readsFramesThatAreNotWrappedInAStream()
    {
        final Path file = new CaptureFile()
            .snapshotFirst()
            .frame(0, CaptureFile.depthData(101, 103, "[[\"99.99\",\"0\"]]", "[]"))
            .frame(5, "{\"u\":104,\"s\":\"BTCUSDT\",\"b\":\"99.98\",\"B\":\"2\",\"a\":\"100.01\",\"A\":\"1\"}")
            .write(folder.resolve("m.gz"));
        try (CaptureSource source = new CaptureSource(file))
        {
            assertEquals(List.of("DEPTH 103", "TICKER 104"), kinds(source));
        }
    }

    @Test
    void takesInstrumentsAndSnapshotsFromTheSiblingsOfACryptofeedCapture()
    {
        try (CaptureSource source = new CaptureSource(cryptofeed()))
        {
            assertEquals("cryptofeed", source.description().format());
            assertEquals(List.of("NKNUSDT"), source.description().symbols());
            final InstrumentRules rules = source.instruments().get(0);
            assertEquals("NKN", rules.base());
            assertEquals(Amount.of("0.00001"), rules.price().step());
            assertEquals(Amount.of("10"), rules.notional().min());
            assertEquals(List.of("DEPTH 12", "AGGREGATE_TRADE 0"), kinds(source));
            assertEquals(10, source.snapshot("NKNUSDT").lastId());
        }
    }

    private Path cryptofeed()
    {
        new CaptureFile().line("https://api.binance.com/api/v3/exchangeInfo -> 1633998511.132921: {" +
            "\"timezone\":\"UTC\"," +
            "\"symbols\":[{\"symbol\":\"NKNUSDT\",\"baseAsset\":\"NKN\",\"quoteAsset\":\"USDT\",\"filters\":[" +
            "{\"filterType\":\"PRICE_FILTER\",\"minPrice\":\"0.00001000\",\"maxPrice\":\"1000.00000000\"," +
            "\"tickSize\":\"0.00001000\"},{\"filterType\":\"MIN_NOTIONAL\",\"minNotional\":\"10.00000000\"," +
            "\"applyToMarket\":true,\"avgPriceMins\":5}]}]}")
            .line("configuration: {\"l2_book\":[\"NKN-USDT\"]}").write(folder.resolve("X.0.gz"));
        new CaptureFile().line("https://api.binance.com/api/v3/depth?symbol=NKNUSDT&limit=1000 -> 1633998512.320639: " +
            "{\"lastUpdateId\":10,\"bids\":[[\"0.35210000\",\"672.00000000\"]],\"asks\":[[\"0.3526\",\"1\"]]}").line("")
            .write(folder.resolve("X.http.0.0.gz"));
        return new CaptureFile()
            .line("wss://stream.binance.com:9443/stream?streams=nknusdt@depth@100ms <-> 1633998511.159679")
            .line("wss://stream.binance.com:9443/stream <- 1633998511.2: {\"method\":\"SUBSCRIBE\"}")
            .line("1633998512.0633569: {\"stream\":\"nknusdt@depth@100ms\",\"data\":{\"e\":\"depthUpdate\",\"E\":1," +
                "\"s\":\"NKNUSDT\",\"U\":9,\"u\":12,\"b\":[[\"0.3513\",\"6195\"]],\"a\":[]}}")
            .line("1633998512.1: {\"stream\":\"nknusdt@kline_1m\",\"data\":{\"e\":\"kline\"," +
                "\"s\":\"NKNUSDT\",\"k\":{}}}")
            .line("1633998512.2: {\"stream\":\"nknusdt@aggTrade\",\"data\":{\"e\":\"aggTrade\",\"s\":\"NKNUSDT\"," +
                "\"a\":7,\"p\":\"0.3521\",\"q\":\"10\",\"f\":1,\"l\":1,\"T\":1,\"m\":true}}")
            .write(folder.resolve("X.ws.1.0.gz"));
    }

    @Test
    void refusesAFileThatIsNotThere()
    {
        assertRefused(folder.resolve("absent.gz"), "no such file");
    }

    @Test
    void refusesACaptureWithoutSnapshotForItsStream()
    {
        assertRefused(new CaptureFile().depth(0, 101, 101, "[]", "[]").write(folder.resolve("m.gz")),
            "no depth snapshot for its stream BTCUSDT");
    }

    @Test
    void refusesASnapshotThatTheStreamDoesNotFollowOn()
    {
        assertRefused(new CaptureFile().snapshotFirst().depth(0, 105, 106, "[]", "[]").write(folder.resolve("m.gz")),
            "older than its first update");
    }

    @Test
    void refusesAFileOfAnotherKindWithALineNumber()
    {
        assertRefused(new CaptureFile().line("time,price").write(folder.resolve("m.gz")), "line 1: neither");
        assertRefused(new CaptureFile().frame(0, "[1,2]").write(folder.resolve("m.gz")), "line 1: no message");
        assertRefused(new CaptureFile().frame(0, "{\"channel\":\"l2Book\"}").write(folder.resolve("m.gz")),
            "no depth frame");
    }

    @Test
    void refusesACompressionThatBreaksOff() throws IOException
    {
        final Path whole = CaptureFile.usual().trade(1, 1, "100.01", "1", false).write(folder.resolve("m.gz"));
        final byte[] bytes = Files.readAllBytes(whole);
        Files.write(whole, Arrays.copyOf(bytes, bytes.length / 2));
        assertRefused(whole, "cannot be read");
    }

    @Test
    void countsGapsOfTheRecordedSequence()
    {
        final Path file = CaptureFile.usual().depth(5, 110, 111, "[]", "[]").write(folder.resolve("m.gz"));
        try (CaptureSource source = new CaptureSource(file))
        {
            assertEquals(1, source.description().gaps());
        }
    }

    @Test
    void playsTheSharedRecordings()
    {
        assumeTrue(CaptureFile.recorded().isPresent(), "shared recordings are not on this machine");
        final Path recorded = CaptureFile.recorded().orElseThrow();
        try (CaptureSource source = new CaptureSource(recorded.resolve("hftbacktest/binance/spot_btcusdt_20240808.gz")))
        {
            assertEquals(List.of("BTCUSDT"), source.description().symbols());
            assertEquals(0, source.description().gaps());
        }
        try (CaptureSource source = new CaptureSource(recorded.resolve("hftbacktest/binance/usdm_btcusdt_20240808.gz")))
        {
            assertEquals(0, source.description().gaps());
        }
        try (CaptureSource source = new CaptureSource(recorded.resolve("cryptofeed/binance/BINANCE.ws.1.0.gz")))
        {
            assertEquals(List.of("BLZETH", "LRCBTC", "NKNUSDT", "RUNEEUR"), source.description().symbols());
            assertEquals("NKNUSDT", source.description().busiest());
            assertEquals(Amount.of("0.0001"), source.instruments().get(2).price().step());
        }
        assertRefused(recorded.resolve("hftbacktest/binance/spot_btcusdt_20240809.gz"), "no depth snapshot");
        assertRefused(recorded.resolve("hftbacktest/binance/cm_btcusd_perp_20240808.gz"), "coin-margined");
        assertRefused(recorded.resolve("cryptofeed/kraken/KRAKEN.ws.48.0.gz"), "name a capture");
    }

    private static void assertRefused(final Path file, final String part)
    {
        final MarketFileException e = assertThrows(MarketFileException.class, () -> new CaptureSource(file).close());
        assertTrue(e.getMessage().contains(part), e::getMessage);
    }

    private static List<String> kinds(final CaptureSource source)
    {
        final List<String> kinds = new ArrayList<>();
        final MarketFrame frame = new MarketFrame();
        while (source.next(frame))
        {
            kinds.add(frame.kind() + " " + (frame.kind() == Kind.DEPTH || frame.kind() == Kind.TICKER ?
                frame.lastId() : 0));
        }
        return kinds;
    }
}
