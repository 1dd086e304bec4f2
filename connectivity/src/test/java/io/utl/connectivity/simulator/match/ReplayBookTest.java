package io.utl.connectivity.simulator.match;

import io.utl.codecs.amount.Amount;
import io.utl.connectivity.simulator.CaptureFile;
import io.utl.connectivity.simulator.market.FrameParser;
import io.utl.connectivity.simulator.market.MarketFrame;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

class ReplayBookTest
{
    private static final Amount ONE = Amount.of("1");

    private final ReplayBook book = new ReplayBook();
    private final FrameParser parser = new FrameParser();

    @BeforeEach
    void load() throws IOException
    {
        book.load(frame("{\"lastUpdateId\":100,\"bids\":" + CaptureFile.BIDS + ",\"asks\":" + CaptureFile.ASKS + "}"));
    }

    private MarketFrame frame(final String json) throws IOException
    {
        final MarketFrame frame = new MarketFrame();
        parser.parse(json, 0, frame);
        return frame;
    }

    private void ticker(final long id, final String bid, final String ask) throws IOException
    {
        book.ticker(frame("{\"u\":" + id + ",\"s\":\"BTCUSDT\",\"b\":\"" + bid + "\",\"B\":\"7\",\"a\":\"" + ask +
            "\",\"A\":\"8\"}"));
    }

    private String asks()
    {
        final StringBuilder text = new StringBuilder();
        book.visitAvailable(false, (price, available) ->
        {
            text.append(price).append('x').append(available).append(' ');
            return true;
        });
        return text.toString();
    }

    @Test
    void aNewerTickerHidesLevelsThatAreBetterAndSetsTheBest() throws IOException
    {
        ticker(101, "100", "100.02");
        assertEquals("100.02x8 100.05x5 ", asks());
        assertEquals(Amount.of("100"), book.best(true));
        assertEquals(Amount.of("7"), book.shown(true, Amount.of("100")));
    }

    @Test
    void anOlderTickerThanTheDepthChangesNothing() throws IOException
    {
        ticker(100, "100", "100.02");
        assertEquals("100.01x1 100.02x2 100.05x5 ", asks());
    }

    @Test
    void aTickerWithoutAQuantityLeavesNothingOfItsSide() throws IOException
    {
        book.ticker(frame("{\"u\":101,\"s\":\"X\",\"b\":\"99.99\",\"B\":\"1\",\"a\":\"0\",\"A\":\"0\"}"));
        assertEquals("", asks());
        assertEquals(Amount.of("0"), book.shown(false, Amount.of("100.01")));
    }

    @Test
    void theDepthLeadsAgainOnceItHasPassedTheTicker() throws IOException
    {
        ticker(105, "100", "100.02");
        book.depth(frame(CaptureFile.depthData(101, 104, "[]", "[[\"100.05\",\"6\"]]")));
        assertEquals("100.02x8 100.05x6 ", asks());
        book.depth(frame(CaptureFile.depthData(105, 105, "[]", "[]")));
        assertEquals("100.01x1 100.02x2 100.05x6 ", asks());
    }

    @Test
    void whatWasTakenStaysTakenWhileTheSameQuantityIsShown() throws IOException
    {
        book.take(false, Amount.of("100.01"), ONE);
        book.take(false, Amount.of("100.02"), ONE);
        assertEquals("100.02x1 100.05x5 ", asks());
        book.depth(frame(CaptureFile.depthData(101, 101, "[]", "[[\"100.02\",\"2\"]]")));
        assertEquals("100.02x1 100.05x5 ", asks());
        book.depth(frame(CaptureFile.depthData(102, 102, "[]", "[[\"100.02\",\"2.5\"]]")));
        assertEquals("100.02x2.5 100.05x5 ", asks());
    }

    @Test
    void aLevelThatWentAndCameIsNewLiquidity() throws IOException
    {
        book.take(false, Amount.of("100.01"), ONE);
        book.depth(frame(CaptureFile.depthData(101, 101, "[]", "[[\"100.01\",\"0\"]]")));
        book.depth(frame(CaptureFile.depthData(102, 102, "[]", "[[\"100.01\",\"1\"]]")));
        assertEquals("100.01x1 100.02x2 100.05x5 ", asks());
    }

    @Test
    void anEmptySideHasNoBest() throws IOException
    {
        book.load(frame("{\"lastUpdateId\":1,\"bids\":[],\"asks\":" + CaptureFile.ASKS + "}"));
        assertNull(book.best(true));
    }
}
