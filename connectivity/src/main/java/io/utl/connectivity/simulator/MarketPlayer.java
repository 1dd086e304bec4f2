package io.utl.connectivity.simulator;

import io.utl.config.settings.AtEnd;
import io.utl.connectivity.simulator.market.MarketFrame;
import io.utl.connectivity.simulator.market.MarketSource;
import io.utl.connectivity.simulator.match.MatchingEngine;
import io.utl.connectivity.simulator.match.ReplayBook;
import io.utl.connectivity.simulator.wire.MarketFeed;

import java.util.Map;

/**
 * Plays a market into the engine and its streams at the recorded pace, from the moment of the first call on.
 * Thread: matching. Units: {@code recorded…} is time on the recorder's clock, nanoseconds since its first frame.
 */
final class MarketPlayer
{
    private static final int BATCH = 256;
    private static final long SECOND_NS = 1_000_000_000L;

    private final MarketSource source;
    private final MatchingEngine engine;
    private final MarketFeed feed;
    private final double speed;
    private final AtEnd atEnd;
    private final MarketFrame frame = new MarketFrame();
    private boolean waiting;
    private boolean ended;
    private boolean started;
    private long lastNowNs;
    private long recordedNs;
    private long nextSecondNs;

    MarketPlayer(
        final MarketSource source, final MatchingEngine engine, final MarketFeed feed, final double speed,
        final AtEnd atEnd)
    {
        this.source = source;
        this.engine = engine;
        this.feed = feed;
        this.speed = speed;
        this.atEnd = atEnd;
    }

    /** Loads every book; open orders from before are not yet on them. */
    void load()
    {
        source.rewind();
        for (final String symbol : source.description().symbols())
        {
            engine.begin(symbol, source.snapshot(symbol));
            feed.begin(symbol, source.snapshot(symbol));
        }
    }

    /**
     * Plays what is due at {@code nowNs} of the monotonic clock, at most a batch; gives the nanoseconds until it wants
     * to be called again, 0 if at once.
     */
    long run(final long nowNs, final long nowMs)
    {
        if (!started)
        {
            started = true;
            nextSecondNs = nowNs + SECOND_NS;
        }
        else
        {
            recordedNs += (long)((nowNs - lastNowNs) * speed);
        }
        lastNowNs = nowNs;
        second(nowNs, nowMs);
        return Math.min(play(nowMs), Math.max(0, nextSecondNs - nowNs));
    }

    /** Moves the recorder's clock forward by {@code durationNs} and plays all of it. */
    void advance(final long durationNs, final long nowMs)
    {
        recordedNs += durationNs;
        long wait = play(nowMs);
        while (wait == 0)
        {
            wait = play(nowMs);
        }
    }

    /** True once the recording has no further frame; never with {@link AtEnd#LOOP}. */
    boolean ended()
    {
        return ended;
    }

    private long play(final long nowMs)
    {
        for (int i = 0; i < BATCH; i++)
        {
            if (!waiting && !read(nowMs))
            {
                return SECOND_NS;
            }
            final long dueNs = frame.timeNs() - source.startNs();
            if (dueNs > recordedNs)
            {
                return speed == 0 ? SECOND_NS : (long)Math.min(SECOND_NS, (dueNs - recordedNs) / speed);
            }
            waiting = false;
            engine.apply(frame, nowMs);
            feed.frame(frame, engine.book(frame.symbol()), nowMs);
        }
        return 0;
    }

    private boolean read(final long nowMs)
    {
        if (ended)
        {
            return false;
        }
        waiting = source.next(frame);
        if (!waiting && atEnd == AtEnd.LOOP)
        {
            restart(nowMs);
            waiting = source.next(frame);
        }
        ended = !waiting;
        return waiting;
    }

    private void restart(final long nowMs)
    {
        source.rewind();
        // The second time through begins where the first ended, not where the first began.
        recordedNs = 0;
        for (final Map.Entry<String, ReplayBook> book : engine.books().entrySet())
        {
            final MarketFrame snapshot = source.snapshot(book.getKey());
            feed.restart(book.getKey(), snapshot, book.getValue(), nowMs);
            engine.load(book.getKey(), snapshot, nowMs);
        }
    }

    private void second(final long nowNs, final long nowMs)
    {
        if (nowNs - nextSecondNs >= 0)
        {
            nextSecondNs = nowNs + SECOND_NS;
            // While the clock is held the feed says nothing by itself either.
            feed.second(engine.books(), speed > 0 && !(ended && atEnd == AtEnd.STOP), nowMs);
        }
    }
}
