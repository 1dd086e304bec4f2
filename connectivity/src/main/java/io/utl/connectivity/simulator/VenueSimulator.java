package io.utl.connectivity.simulator;

import io.utl.connectivity.simulator.market.CaptureSource;
import io.utl.connectivity.simulator.market.MarketDescription;
import io.utl.connectivity.simulator.market.MarketSource;
import io.utl.connectivity.simulator.market.SyntheticMarket;
import io.utl.connectivity.simulator.match.MatchingEngine;
import io.utl.connectivity.simulator.match.OrderStore;
import io.utl.connectivity.simulator.match.Wallet;
import io.utl.connectivity.simulator.memory.VenueLog;
import io.utl.connectivity.simulator.wire.MarketFeed;
import io.utl.connectivity.simulator.wire.Outbox;
import io.utl.connectivity.simulator.wire.UserStreams;
import io.utl.connectivity.simulator.wire.VenueFaces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A venue inside this process that speaks Binance Spot's protocol over real sockets on loopback.
 * <p>
 * Its market is a recording, its orders match against that, and what it answered is in the data directory before the
 * answer leaves. Thread: any for the methods here. Errors of {@link #start}:
 * {@link io.utl.connectivity.simulator.market.MarketFileException} for a market that cannot be played,
 * {@link io.utl.connectivity.simulator.memory.VenueMemoryException} for a memory that cannot be used.
 */
public final class VenueSimulator implements AutoCloseable
{
    private static final Logger LOG = LoggerFactory.getLogger(VenueSimulator.class);

    private final MarketSource source;
    private final VenueLog memory;
    private final MatchingThread matching;
    private final MarketPlayer player;
    private final UserStreams userStreams;
    private final MarketFeed feed;
    private final Outbox outbox = new Outbox();
    private final VenueFaces faces;
    private boolean closed;

    private VenueSimulator(final SimulatorSettings settings, final MarketSource source, final VenueLog memory)
    {
        this.source = source;
        this.memory = memory;
        final Wallet wallet = new Wallet(settings::startBalance);
        userStreams = new UserStreams(outbox, wallet);
        feed = new MarketFeed(source.description().symbols());
        final MatchingEngine engine = new MatchingEngine(
            source.instruments(), new OrderStore(), wallet, settings.fees(), memory, userStreams,
            settings.limits() == Limits.VENUE, memory.firstIds());
        memory.replay(engine.replay());
        player = new MarketPlayer(source, engine, feed, settings.speed(), settings.atEnd());
        // Books first: what came back rests behind what the recording shows at its start.
        player.load();
        engine.rejoin(System.currentTimeMillis());
        memory.flush();
        outbox.deliver();
        matching = new MatchingThread(player, memory, outbox, userStreams);
        faces = new VenueFaces(new VenueFaces.Parts(
            engine, settings.fees(), feed, userStreams, outbox, matching, settings.keys(),
            settings.limits() == Limits.VENUE, System::currentTimeMillis, settings.server()));
    }

    /**
     * Opens a market and writes nothing, so that one that cannot be played is found before anything is made.
     *
     * @param file a recording, or null for the made-up market of {@code seed}.
     */
    public static MarketSource openMarket(final Path file, final long seed)
    {
        return file == null ? new SyntheticMarket(seed) : new CaptureSource(file);
    }

    /** Opens market and memory, binds its ports, and begins to play; returns when it can be reached. */
    public static VenueSimulator start(final SimulatorSettings settings)
    {
        return start(settings, openMarket(settings.marketFile(), settings.seed()));
    }

    /** As {@link #start(SimulatorSettings)} with a market that is open already and is closed with the venue. */
    public static VenueSimulator start(final SimulatorSettings settings, final MarketSource source)
    {
        VenueLog memory = null;
        try
        {
            memory = VenueLog.open(settings.memoryDirectory(), settings.force());
            final VenueSimulator simulator = new VenueSimulator(settings, source, memory);
            simulator.matching.start();
            LOG.info("embedded venue plays {}", source.description().text());
            if (memory.cutBytes() > 0)
            {
                LOG.warn("embedded venue: {} bytes of an unfinished record were cut off its memory; ids skip ahead",
                    memory.cutBytes());
            }
            return simulator;
        }
        catch (final RuntimeException e)
        {
            source.close();
            if (memory != null)
            {
                memory.close();
            }
            throw e;
        }
    }

    /** Base of REST, without path: {@code http://127.0.0.1:port}. */
    public URI restUri()
    {
        return faces.restUri();
    }

    /** Base of the market streams, without path: {@code ws://127.0.0.1:port}; {@code /ws} and {@code /stream} below. */
    public URI streamUri()
    {
        return faces.streamUri();
    }

    /** The WebSocket API with its path: {@code ws://127.0.0.1:port/ws-api/v3}. */
    public URI wsApiUri()
    {
        return faces.wsApiUri();
    }

    /** What is played: format, symbols, recorded time, busiest instrument. */
    public MarketDescription market()
    {
        return source.description();
    }

    /** Bytes of an unfinished record that this start cut off the memory; 0 after a clean end. */
    public long cutBytes()
    {
        return memory.cutBytes();
    }

    /** False once the matching thread has ended, by {@link #close} or by a failure that is in the log. */
    public boolean running()
    {
        return matching.alive();
    }

    /** Moves the recorded clock forward by {@code duration}, plays all of it, and returns when that is done. */
    public void advance(final Duration duration)
    {
        onMatching(() -> player.advance(duration.toNanos(), System.currentTimeMillis()));
    }

    /** Tells every connection that the server is about to go, as the venue does before it restarts. */
    public void announceShutdown()
    {
        onMatching(() ->
        {
            userStreams.announceShutdown(System.currentTimeMillis());
            feed.announceShutdown(System.currentTimeMillis());
        });
    }

    private void onMatching(final Runnable task)
    {
        final CountDownLatch done = new CountDownLatch(1);
        boolean taken = matching.offer(() ->
        {
            task.run();
            // Through the outbox: done means flushed and told.
            outbox.add(done::countDown);
        });
        try
        {
            while (taken && !done.await(100, TimeUnit.MILLISECONDS))
            {
                taken = matching.alive();
            }
        }
        catch (final InterruptedException e)
        {
            Thread.currentThread().interrupt();
        }
        if (!taken)
        {
            throw new IllegalStateException("the embedded venue is stopped or overrun; start it again");
        }
    }

    /** Says that it goes, closes its sockets, ends its thread, forces its memory. A second call does nothing. */
    @Override
    public void close()
    {
        if (closed)
        {
            return;
        }
        closed = true;
        try
        {
            announceShutdown();
        }
        catch (final IllegalStateException e)
        {
            LOG.info("embedded venue closes without a word to its connections: {}", e.getMessage());
        }
        faces.close();
        matching.stop();
        memory.close();
        source.close();
    }
}
