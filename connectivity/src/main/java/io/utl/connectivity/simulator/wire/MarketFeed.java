package io.utl.connectivity.simulator.wire;

import io.utl.codecs.amount.Amount;
import io.utl.connectivity.simulator.market.MarketFrame;
import io.utl.connectivity.simulator.match.ReplayBook;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The market streams: who follows what, and the recorded frames as messages of today.
 * <p>
 * Update ids are the recorded ones, closed up where the recording is of a futures market and shifted on when it starts
 * again, so that {@code U} is always the {@code u} before plus one. Times are now. Thread: matching.
 * Source: web-socket-streams.md, July 2026.
 */
public final class MarketFeed
{
    private final Map<String, SymbolFeed> symbols = new HashMap<>();
    private final Map<String, Set<StreamSession>> followers = new HashMap<>();
    private final Set<StreamSession> sessions = new LinkedHashSet<>();

    public MarketFeed(final Collection<String> symbols)
    {
        symbols.forEach(symbol -> this.symbols.put(symbol, new SymbolFeed(symbol)));
    }

    /** Id of the book as told so far. */
    long lastUpdateId(final String symbol)
    {
        return symbols.get(symbol).lastUpdateId();
    }

    void opened(final StreamSession session)
    {
        sessions.add(session);
    }

    void closed(final StreamSession session)
    {
        sessions.remove(session);
        session.streams().forEach(stream -> followers.getOrDefault(stream, Set.of()).remove(session));
        session.streams().clear();
    }

    void subscribe(final StreamSession session, final String stream)
    {
        if (session.streams().add(stream))
        {
            followers.computeIfAbsent(stream, name -> new LinkedHashSet<>()).add(session);
        }
    }

    void unsubscribe(final StreamSession session, final String stream)
    {
        if (session.streams().remove(stream))
        {
            followers.get(stream).remove(session);
        }
    }

    /** The book begins anew, here for the first time. */
    public void begin(final String symbol, final MarketFrame snapshot)
    {
        symbols.get(symbol).begin(snapshot.lastId());
    }

    /**
     * The recording starts again: tells the way from the book as it is to {@code snapshot}. Called before the book
     * itself is replaced.
     */
    public void restart(final String symbol, final MarketFrame snapshot, final ReplayBook book, final long nowMs)
    {
        final SymbolFeed feed = symbols.get(symbol);
        final LevelChanges bids = LevelChanges.between(book.depthSide(true), snapshot.bids());
        final LevelChanges asks = LevelChanges.between(book.depthSide(false), snapshot.asks());
        feed.shift(snapshot.lastId());
        publishDepth(feed, bids, asks, feed.nextFirst(), feed.advance(1), nowMs);
    }

    /** A recorded frame, already applied to {@code book}. */
    public void frame(final MarketFrame frame, final ReplayBook book, final long nowMs)
    {
        final SymbolFeed feed = symbols.get(frame.symbol());
        feed.spoke(nowMs);
        switch (frame.kind())
        {
            case DEPTH ->
            {
                publishDepth(feed, LevelChanges.of(frame.bids()), LevelChanges.of(frame.asks()), feed.nextFirst(),
                    feed.follow(frame.lastId()), nowMs);
                tickerFromDepth(feed, book);
            }
            case TICKER -> publishTicker(feed, feed.tickerId(frame.lastId()), frame.bids().price(0),
                frame.bids().quantity(0), frame.asks().price(0), frame.asks().quantity(0));
            case TRADE, AGGREGATE_TRADE -> publishTrade(feed, frame, nowMs);
            default ->
            {
                // Nothing else is played.
            }
        }
    }

    /** Once a second: the one-second depth stream, and the best levels said again where nothing was said. */
    public void second(final Map<String, ReplayBook> books, final boolean keepAlive, final long nowMs)
    {
        // Usually none: a close that found the matching thread's queue full.
        sessions.stream().filter(session -> !session.connection().open()).toList().forEach(this::closed);
        for (final SymbolFeed feed : symbols.values())
        {
            final ReplayBook book = books.get(feed.symbol());
            if (keepAlive && feed.quiet(nowMs))
            {
                publishDepth(feed, LevelChanges.best(book.depthSide(true)), LevelChanges.best(book.depthSide(false)),
                    feed.nextFirst(), feed.advance(2), nowMs);
                repeatTicker(feed, book);
            }
            final String stream = feed.lower() + "@depth";
            if (followed(stream) && feed.hasChanges())
            {
                send(stream, feed.takeChanges(nowMs));
            }
            else
            {
                feed.dropChanges();
            }
        }
    }

    private void publishDepth(
        final SymbolFeed feed, final LevelChanges bids, final LevelChanges asks, final long first, final long last,
        final long nowMs)
    {
        feed.changed(first, bids, asks);
        final String stream = feed.lower() + "@depth@100ms";
        if (followed(stream))
        {
            send(stream, StreamJson.depth(feed.symbol(), nowMs, first, last, bids, asks));
        }
    }

    /** A market that recorded no tickers still has best levels. */
    private void tickerFromDepth(final SymbolFeed feed, final ReplayBook book)
    {
        if (!book.tickerLeads())
        {
            final Amount[] best = best(book);
            if (best != null && feed.tickerChanged(best[0], best[1], best[2], best[3]))
            {
                publishTicker(feed, feed.lastUpdateId(), best[0], best[1], best[2], best[3]);
            }
        }
    }

    private void repeatTicker(final SymbolFeed feed, final ReplayBook book)
    {
        final Amount[] best = best(book);
        if (best != null)
        {
            publishTicker(
                feed, feed.lastUpdateId() + (book.tickerLeads() ? 1 : 0), best[0], best[1], best[2], best[3]);
        }
    }

    private static Amount[] best(final ReplayBook book)
    {
        final Amount[] best = new Amount[4];
        book.visitShown(true, (price, quantity) ->
        {
            best[0] = price;
            best[1] = quantity;
            return false;
        });
        book.visitShown(false, (price, quantity) ->
        {
            best[2] = price;
            best[3] = quantity;
            return false;
        });
        return best[0] == null || best[2] == null ? null : best;
    }

    private void publishTicker(
        final SymbolFeed feed, final long id, final Amount bid, final Amount bidQty, final Amount ask,
        final Amount askQty)
    {
        feed.tickerChanged(bid, bidQty, ask, askQty);
        final String stream = feed.lower() + "@bookTicker";
        if (followed(stream))
        {
            send(stream, StreamJson.ticker(feed.symbol(), id, bid, bidQty, ask, askQty));
        }
    }

    private void publishTrade(final SymbolFeed feed, final MarketFrame frame, final long nowMs)
    {
        final long id = feed.tradeId(frame.tradeId());
        final String stream = feed.lower() + "@trade";
        if (followed(stream))
        {
            send(stream, StreamJson.trade(frame, id, nowMs));
        }
    }

    private boolean followed(final String stream)
    {
        final Set<StreamSession> all = followers.get(stream);
        return all != null && !all.isEmpty();
    }

    private void send(final String stream, final String json)
    {
        String wrapped = null;
        for (final StreamSession session : followers.get(stream))
        {
            if (session.combined() && wrapped == null)
            {
                wrapped = "{\"stream\":\"" + stream + "\",\"data\":" + json + "}";
            }
            session.connection().send(session.combined() ? wrapped : json);
        }
    }

    /** Tells every connection that the server is about to go. */
    public void announceShutdown(final long nowMs)
    {
        final String event = "{\"e\":\"serverShutdown\",\"E\":" + nowMs + "}";
        sessions.forEach(session -> session.connection().send(
            session.combined() ? "{\"stream\":\"!serverShutdown\",\"data\":" + event + "}" : event));
    }
}
