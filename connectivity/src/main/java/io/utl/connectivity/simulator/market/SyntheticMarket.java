package io.utl.connectivity.simulator.market;

import io.utl.codecs.amount.Amount;
import io.utl.connectivity.simulator.market.MarketFrame.Kind;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Three made-up markets for a start without a recording: the same seed gives the same frames for ever.
 * <p>
 * Each instrument speaks every 100 ms in turn with its mid price walking on the tick grid: the levels around the mid as
 * a depth frame, the best of both sides as a ticker, and about every third time a trade at one of them. Time starts at
 * zero. Thread: one. Without an end.
 */
public final class SyntheticMarket implements MarketSource
{
    private static final long STEP_NS = 100_000_000L;
    private static final int LEVELS = 50;
    private static final String[][] START =
    {
        // symbol, mid in ticks, decimals of the tick, decimals of the lot, ticks between levels, largest lot count
        {"BTCUSDT", "6500000", "2", "5", "50", "150000"},
        {"ETHUSDT", "350000", "2", "4", "5", "200000"},
        {"SOLUSDT", "15000", "2", "3", "1", "400000"},
    };

    private final long seed;
    private final Map<String, Walk> walks = new LinkedHashMap<>();
    private final List<InstrumentRules> rules = new ArrayList<>();
    private final List<MarketFrame> queue = new ArrayList<>();
    private int queued;
    private int turn;
    private long timeNs;

    public SyntheticMarket(final long seed)
    {
        this.seed = seed;
        rewind();
        walks.values().forEach(walk -> rules.add(BuiltInRules.of(walk.symbol, walk.snapshot)));
    }

    @Override
    public MarketDescription description()
    {
        return new MarketDescription(
            "synthetic (seed " + seed + ")", List.copyOf(walks.keySet()), 0, 0, START[0][0], 0, 0);
    }

    @Override
    public List<InstrumentRules> instruments()
    {
        return List.copyOf(rules);
    }

    @Override
    public MarketFrame snapshot(final String symbol)
    {
        return walks.get(symbol).snapshot;
    }

    @Override
    public long startNs()
    {
        return 0;
    }

    @Override
    public void rewind()
    {
        walks.clear();
        for (int i = 0; i < START.length; i++)
        {
            walks.put(START[i][0], new Walk(START[i], new Random(seed * 31 + i)));
        }
        queue.clear();
        queued = 0;
        turn = 0;
        timeNs = 0;
    }

    @Override
    public boolean next(final MarketFrame into)
    {
        if (queued == queue.size())
        {
            queue.clear();
            queued = 0;
            timeNs += STEP_NS / START.length;
            walks.get(START[turn][0]).speak(timeNs, queue);
            turn = (turn + 1) % START.length;
        }
        into.set(queue.get(queued++));
        return true;
    }

    @Override
    public void close()
    {
        queue.clear();
        queued = 0;
    }

    /** One instrument: a mid price in ticks and the quantities around it. */
    private static final class Walk
    {
        private final String symbol;
        private final Random random;
        private final int tickDecimals;
        private final int lotDecimals;
        private final int gap;
        private final int maxLots;
        private final MarketFrame snapshot = new MarketFrame();
        private final Map<Long, Boolean> shown = new LinkedHashMap<>();
        private long mid;
        private long id = 1_000_000;
        private long tradeId = 1_000_000;

        private Walk(final String[] start, final Random random)
        {
            this.random = random;
            symbol = start[0];
            mid = Long.parseLong(start[1]);
            tickDecimals = Integer.parseInt(start[2]);
            lotDecimals = Integer.parseInt(start[3]);
            gap = Integer.parseInt(start[4]);
            maxLots = Integer.parseInt(start[5]);
            snapshot.kind(Kind.SNAPSHOT);
            snapshot.symbol(symbol);
            fill(snapshot);
            snapshot.ids(0, id, -1);
        }

        private void fill(final MarketFrame frame)
        {
            for (int level = 0; level < LEVELS; level++)
            {
                level(frame, mid - 1 - (long)level * gap, true);
                level(frame, mid + 1 + (long)level * gap, false);
            }
        }

        private void level(final MarketFrame frame, final long ticks, final boolean bid)
        {
            shown.put(ticks, bid);
            (bid ? frame.bids() : frame.asks()).add(
                decimal(ticks, tickDecimals), decimal(1 + random.nextInt(maxLots), lotDecimals));
        }

        private void speak(final long nowNs, final List<MarketFrame> out)
        {
            mid = Math.max(mid + Math.round(random.nextGaussian() * gap / 2), 2L * LEVELS * gap);
            final MarketFrame depth = frame(Kind.DEPTH, nowNs);
            final List<Long> gone = new ArrayList<>(shown.keySet());
            final Map<Long, Boolean> before = new LinkedHashMap<>(shown);
            shown.clear();
            fill(depth);
            for (final long ticks : gone)
            {
                final boolean wasBid = before.get(ticks);
                if (!Boolean.valueOf(wasBid).equals(shown.get(ticks)))
                {
                    (wasBid ? depth.bids() : depth.asks()).add(decimal(ticks, tickDecimals), new Amount());
                }
            }
            depth.ids(id + 1, id + LEVELS, -1);
            id += LEVELS;
            out.add(depth);
            if (random.nextInt(3) == 0)
            {
                final boolean sold = random.nextBoolean();
                final MarketFrame trade = frame(Kind.TRADE, nowNs);
                trade.price().set(decimal(sold ? mid - 1 : mid + 1, tickDecimals));
                trade.quantity().set(decimal(1 + random.nextInt(maxLots / 10), lotDecimals));
                trade.trade(++tradeId, sold);
                out.add(trade);
            }
            final MarketFrame ticker = frame(Kind.TICKER, nowNs);
            ticker.bids().add(depth.bids().price(0), depth.bids().quantity(0));
            ticker.asks().add(depth.asks().price(0), depth.asks().quantity(0));
            ticker.ids(0, id, -1);
            out.add(ticker);
        }

        private MarketFrame frame(final Kind kind, final long nowNs)
        {
            final MarketFrame frame = new MarketFrame();
            frame.kind(kind);
            frame.symbol(symbol);
            frame.timeNs(nowNs);
            return frame;
        }

        private static Amount decimal(final long units, final int decimals)
        {
            final String digits = "0".repeat(Math.max(0, decimals + 1 - Long.toString(units).length())) + units;
            final int point = digits.length() - decimals;
            return Amount.of(digits.substring(0, point) + "." + digits.substring(point));
        }
    }
}
