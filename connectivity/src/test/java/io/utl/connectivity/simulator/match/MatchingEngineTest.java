package io.utl.connectivity.simulator.match;

import io.utl.codecs.amount.Amount;
import io.utl.connectivity.simulator.CaptureFile;
import io.utl.connectivity.simulator.market.CaptureSource;
import io.utl.connectivity.simulator.market.MarketFrame;
import io.utl.connectivity.simulator.match.MatchingEngine.FirstIds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class MatchingEngineTest
{
    @TempDir
    private Path folder;
    private final List<String> order = new ArrayList<>();
    private List<MarketFrame> pending = new ArrayList<>();
    private FeeSchedule fees = new FeeSchedule(
        Amount.of("0.001"), Amount.of("0.002"), FeeAsset.RECEIVED, Amount.of("500"));

    /** Notes in which order the memory and the account are told. */
    private final class Recorder implements VenueMemory, VenueEvents
    {
        private long records;

        private long note(final String text)
        {
            order.add("write " + text);
            return ++records;
        }

        @Override
        public long accepted(final VenueOrder accepted)
        {
            return note("accepted");
        }

        @Override
        public long filled(final VenueTrade trade)
        {
            return note("fill " + trade.quantity() + " @ " + trade.price() + " fee " + trade.commission() + " " +
                trade.commissionAsset());
        }

        @Override
        public long closed(final VenueOrder closed)
        {
            return note("closed " + closed.status());
        }

        @Override
        public long amended(final VenueOrder amended, final Amount quantity)
        {
            return note("amended");
        }

        @Override
        public void flush()
        {
            order.add("flush");
        }

        @Override
        public void report(
            final VenueOrder reported, final Execution execution, final VenueTrade trade, final String original,
            final long executionId, final long nowMs)
        {
            order.add("tell " + execution + " " + reported.status());
        }

        @Override
        public void balances(final Set<String> assets, final long nowMs)
        {
            order.add("tell " + assets);
        }
    }

    private MatchingEngine engine(final CaptureFile capture, final int frames)
    {
        final Recorder recorder = new Recorder();
        try (CaptureSource source = new CaptureSource(capture.write(folder.resolve("m.gz"))))
        {
            final MatchingEngine engine = new MatchingEngine(
                source.instruments(), new OrderStore(), new Wallet(asset -> Amount.of("1000")), fees, recorder,
                recorder, false, new FirstIds(1, 1, 1));
            engine.begin("BTCUSDT", source.snapshot("BTCUSDT"));
            pending = new ArrayList<>();
            final MarketFrame frame = new MarketFrame();
            for (int i = 0; source.next(frame); i++)
            {
                if (i < frames)
                {
                    engine.apply(frame, 1);
                }
                else
                {
                    pending.add(new MarketFrame().set(frame));
                }
            }
            return engine;
        }
    }

    private static OrderRequest limit(final boolean buy, final String price, final String quantity)
    {
        return new OrderRequest("BTCUSDT", buy, OrderType.LIMIT, TimeInForce.GTC, Amount.of(price), Amount.of(quantity),
            null, null, "NONE", null, null);
    }

    @Test
    void everyChangeIsWrittenBeforeItIsTold()
    {
        final MatchingEngine engine = engine(CaptureFile.usual(), 9);
        engine.place(limit(true, "100.01", "1"), 1);
        assertEquals(List.of("write accepted", "tell NEW NEW", "write fill 1 @ 100.01 fee 0.002 BTC",
            "tell TRADE FILLED", "tell [BTC, USDT]"), order);
    }

    @Test
    void aPrintAtThePriceIsSharedInTimeOrderBehindTheQuantityAhead()
    {
        final MatchingEngine engine = engine(CaptureFile.usual().trade(1_000, 1, "99.99", "2.5", true), 1);
        final VenueOrder first = engine.place(limit(true, "99.99", "1"), 1).order();
        final VenueOrder second = engine.place(limit(true, "99.99", "1"), 1).order();
        pending.forEach(frame -> engine.apply(frame, 2));
        // 1 stood ahead of both; of the 1.5 behind it the older order takes 1 and the younger the rest.
        assertEquals(OrderStatus.FILLED, first.status());
        assertEquals(Amount.of("0.5"), second.executed());
    }

    @Test
    void makerAndTakerPayTheirOwnRateInTheAssetThatIsSet()
    {
        fees = new FeeSchedule(Amount.of("0.001"), Amount.of("0.002"), FeeAsset.QUOTE, Amount.of("500"));
        final MatchingEngine quote = engine(CaptureFile.usual().trade(1_000, 1, "99.9", "1", true), 1);
        quote.place(limit(true, "100.01", "1"), 1);
        quote.place(limit(true, "99.95", "1"), 1);
        pending.forEach(frame -> quote.apply(frame, 2));
        assertEquals(
            List.of("write fill 1 @ 100.01 fee 0.20002 USDT", "write fill 1 @ 99.95 fee 0.09995 USDT"), fills());
        order.clear();
        fees = new FeeSchedule(Amount.of("0.001"), Amount.of("0.002"), FeeAsset.BNB, Amount.of("500"));
        engine(CaptureFile.usual(), 1).place(limit(false, "99.99", "1"), 1);
        assertEquals(List.of("write fill 1 @ 99.99 fee 0.00039996 BNB"), fills());
    }

    private List<String> fills()
    {
        return order.stream().filter(line -> line.startsWith("write fill")).toList();
    }

    @Test
    void whatIsLockedForOneOrderCannotPayAnother()
    {
        final MatchingEngine engine = engine(CaptureFile.usual(), 1);
        engine.place(limit(true, "99", "9"), 1);
        final VenueError e = assertThrows(VenueError.class, () -> engine.place(limit(true, "99", "2"), 1));
        assertEquals(-2010, e.code());
        assertEquals(1, engine.store().open().size());
    }

    @Test
    void aFillBetterThanTheLimitGivesBackTheDifference()
    {
        final MatchingEngine engine = engine(CaptureFile.usual(), 1);
        engine.place(limit(true, "105", "1"), 1);
        assertEquals("899.99", engine.wallet().of("USDT").free().toString());
        assertEquals("0", engine.wallet().of("USDT").locked().toString());
    }

    @Test
    void floorsToStepsWithoutRoundingUp()
    {
        assertEquals(Amount.of("1.2"), Decimals.floor(Amount.of("1.29999999"), Amount.of("0.1")));
        assertEquals(Amount.of("123456789.00000001"), Decimals.floor(
            Amount.of("123456789.000000019"), Amount.of("0.00000001")));
        assertEquals(Amount.of("0.12345678"), Decimals.cut(Amount.of("0.123456789999")));
        assertEquals("12.00000000", Decimals.text(Amount.of("12")));
    }
}
