package io.utl.connectivity.binance;

import io.utl.connectivity.book.BookListener;
import io.utl.connectivity.book.BookPolicy;
import io.utl.connectivity.book.BookState;
import io.utl.connectivity.book.InvalidReason;
import io.utl.connectivity.book.SnapshotPlusDiff;
import io.utl.connectivity.session.Backoff;
import io.utl.connectivity.transport.HttpClient;
import io.utl.connectivity.transport.IoLoop;
import io.utl.connectivity.transport.WebSocketClient;
import io.utl.connectivity.transport.WebSocketListener;
import io.utl.connectivity.venue.Instrument;
import io.utl.connectivity.venue.MarketDataFeed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Market streams: one socket with depth and best levels of every instrument, a book each. A frame that cannot be read
 * costs the books it may have belonged to. Thread: the IO thread.
 * Source: WebSocket streams; pings count as client messages, of which five a second are allowed.
 */
final class BinanceMarketFeed implements MarketDataFeed, WebSocketListener, BookListener
{
    private static final int MAX_STREAMS = 1_024;
    private static final List<String> CHANNELS = List.of("depth@100ms", "bookTicker");
    private static final long STALE_NS = TimeUnit.SECONDS.toNanos(5);
    private static final long TICK_MS = 500;
    private static final long PING_NS = TimeUnit.SECONDS.toNanos(1);
    private static final long ALIVE_NS = TimeUnit.SECONDS.toNanos(4);
    private static final long DEAD_NS = TimeUnit.SECONDS.toNanos(15);

    private final IoLoop loop;
    private final BinanceSettings settings;
    private final Listener listener;
    private final SnapshotSource snapshots;
    private final Backoff backoff;
    private final MarketMessage message = new MarketMessage();
    private final Map<String, BookPolicy> policies = new TreeMap<>();
    private final Map<String, Instrument> instruments = new TreeMap<>();
    private WebSocketClient socket;
    private long connectedNs;
    private boolean open;
    private boolean stopped = true;
    private int live;

    BinanceMarketFeed(
        final IoLoop loop, final BinanceSettings settings, final HttpClient http, final Listener listener)
    {
        this.loop = loop;
        this.settings = settings;
        this.listener = listener;
        this.snapshots = new SnapshotSource(loop, settings, http);
        this.backoff = new Backoff(settings.backoffBaseMs(), settings.backoffMaxMs(), System.nanoTime());
    }

    @Override
    public void start(final List<Instrument> list)
    {
        if (list.size() * CHANNELS.size() > MAX_STREAMS)
        {
            throw new IllegalArgumentException(list.size() + " instruments need " + list.size() * CHANNELS.size() +
                " streams: one connection takes " + MAX_STREAMS + "; name fewer symbols");
        }
        for (final Instrument instrument : list)
        {
            instruments.put(instrument.venueSymbol(), instrument);
            policies.put(instrument.venueSymbol(), new SnapshotPlusDiff(instrument.venueSymbol(), STALE_NS, this));
        }
        stopped = false;
        connect();
        loop.every(TICK_MS, this::tick);
    }

    @Override
    public boolean alive()
    {
        return open && live > 0 && live == policies.size() && System.nanoTime() - socket.lastHeardNs() < ALIVE_NS;
    }

    @Override
    public void stop()
    {
        stopped = true;
        if (socket != null)
        {
            socket.close("stopped");
        }
    }

    @Override
    public void onOpen()
    {
        open = true;
        connectedNs = System.nanoTime();
        policies.values().forEach(BookPolicy::start);
    }

    @Override
    public void onText(final byte[] bytes, final int offset, final int length)
    {
        try
        {
            switch (message.parse(bytes, offset, length))
            {
                case DEPTH -> depth(policies.get(message.symbol()));
                case BEST -> best(policies.get(message.symbol()));
                case SHUTDOWN -> socket.close("the server announced its shutdown");
                default ->
                {
                    // Answers to subscriptions, and streams that nobody asked for.
                }
            }
        }
        catch (final CorruptMessageException e)
        {
            corrupt(e.getMessage());
        }
    }

    @Override
    public void onClosed(final String why)
    {
        open = false;
        socket = null;
        snapshots.clear();
        policies.values().forEach(BookPolicy::stop);
        if (!stopped)
        {
            loop.after(backoff.nextMs(), TimeUnit.MILLISECONDS, this::connect);
        }
    }

    @Override
    public void snapshotNeeded(final BookPolicy policy)
    {
        snapshots.want(policy);
    }

    @Override
    public void live(final BookPolicy policy)
    {
        backoff.reset();
        count();
        listener.moved(instruments.get(policy.symbol()), policy.book(), 0);
    }

    @Override
    public void invalid(final BookPolicy policy, final InvalidReason reason, final String detail)
    {
        count();
        listener.invalid(instruments.get(policy.symbol()), reason, detail);
    }

    private void depth(final BookPolicy policy)
    {
        if (policy != null)
        {
            policy.onDiff(message.diff());
            moved(policy);
        }
    }

    private void best(final BookPolicy policy)
    {
        if (policy != null)
        {
            policy.onBest(message.lastId(), message.bid(), message.bidQty(), message.ask(), message.askQty(),
                System.nanoTime());
            moved(policy);
        }
    }

    private void moved(final BookPolicy policy)
    {
        if (policy.state() == BookState.LIVE)
        {
            listener.moved(instruments.get(policy.symbol()), policy.book(), message.eventTimeMs());
        }
    }

    private void corrupt(final String detail)
    {
        final String stream = message.stream();
        final String symbol = message.symbol().isEmpty() && stream.indexOf('@') > 0 ?
            stream.substring(0, stream.indexOf('@')).toUpperCase(Locale.ROOT) : message.symbol();
        final BookPolicy one = policies.get(symbol);
        if (one != null)
        {
            one.invalidate(InvalidReason.CORRUPT, detail);
        }
        else
        {
            policies.values().forEach(policy -> policy.invalidate(InvalidReason.CORRUPT, detail));
        }
    }

    private void count()
    {
        live = 0;
        for (final BookPolicy policy : policies.values())
        {
            live += policy.state() == BookState.LIVE ? 1 : 0;
        }
    }

    private void connect()
    {
        if (stopped)
        {
            return;
        }
        final List<String> streams = new ArrayList<>();
        for (final String symbol : policies.keySet())
        {
            CHANNELS.forEach(channel -> streams.add(symbol.toLowerCase(Locale.ROOT) + "@" + channel));
        }
        socket = new WebSocketClient(
            loop, BinanceWire.streams(settings.stream(), streams), settings.connectTimeoutMs(), this);
        socket.connect();
    }

    private void tick()
    {
        if (!open || socket == null)
        {
            return;
        }
        final long nowNs = System.nanoTime();
        final long silentNs = nowNs - socket.lastHeardNs();
        if (silentNs > DEAD_NS)
        {
            socket.close("nothing heard for " + TimeUnit.NANOSECONDS.toSeconds(silentNs) + " s");
        }
        else if (silentNs > PING_NS)
        {
            socket.ping();
        }
        if (TimeUnit.NANOSECONDS.toMillis(nowNs - connectedNs) > settings.maxAgeMs())
        {
            socket.close("connection is near the end of its life");
        }
    }
}
