package io.utl.connectivity.binance;

import io.utl.codecs.frame.EventFrame;
import io.utl.codecs.frame.IngressPort;
import io.utl.codecs.sbe.InstrumentState;
import io.utl.codecs.sbe.RouteCancelDecoder;
import io.utl.codecs.sbe.RouteOrderDecoder;
import io.utl.codecs.sbe.RouteQueryDecoder;
import io.utl.codecs.sbe.RouteReplaceDecoder;
import io.utl.codecs.sbe.VenueState;
import io.utl.connectivity.session.Backoff;
import io.utl.connectivity.session.ClockOffset;
import io.utl.connectivity.session.FactOutlet;
import io.utl.connectivity.venue.SessionState;
import io.utl.connectivity.transport.HttpClient;
import io.utl.connectivity.transport.HttpListener;
import io.utl.connectivity.transport.HttpReply;
import io.utl.connectivity.transport.IoLoop;
import io.utl.connectivity.venue.Capability;
import io.utl.connectivity.venue.Instrument;
import io.utl.connectivity.venue.InstrumentSource;
import io.utl.connectivity.venue.VenueAdapter;
import io.utl.connectivity.venue.VenueDescriptor;
import io.utl.connectivity.venue.VenueReports;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Binance Spot, wired: order session, market feed, instruments, clock and reports on one IO thread.
 * <p>
 * Thread: {@code onEvent} copies the routed request into a queue, bounded by the number of open orders, and wakes the
 * IO thread. Allocates: a copy for each routed request.
 */
public final class BinanceAdapter implements VenueAdapter
{
    private static final Logger LOG = LoggerFactory.getLogger(BinanceAdapter.class);
    private static final long FACT_RETRY_MS = 1;
    private static final long ALIVE_MS = 1_000;
    private static final VenueDescriptor DESCRIPTOR_OF_SPOT = new VenueDescriptor("BINANCE", "spot",
        Set.of(Capability.LIMIT_ORDERS, Capability.MARKET_ORDERS, Capability.POST_ONLY,
            Capability.IMMEDIATE_OR_CANCEL, Capability.FILL_OR_KILL, Capability.REPLACE, Capability.ORDER_QUERY,
            Capability.RECONCILE, Capability.BEST_LEVELS, Capability.DEPTH),
        LocalDate.of(2026, 7, 21), "https://github.com/binance/binance-spot-api-docs");

    private final BinanceSettings settings;
    private final IoLoop loop;
    private final HttpClient http;
    private final FactOutlet outlet;
    private final BinanceContext context;
    private final ClockOffset clock = new ClockOffset();
    private final BinanceSession session;
    private final BinanceReconciler reconciler;
    private final RouteInbox inbox;
    private final MarkFeed marks;
    private final BinanceMarketFeed feed;
    private final Backoff backoff;
    private final ConcurrentLinkedQueue<byte[]> routed = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean awake = new AtomicBoolean();
    private boolean wasReady;
    private volatile boolean closed;

    /** @param ingress takes what the venue tells; facts it refuses wait here and the socket is not read on. */
    public BinanceAdapter(final BinanceSettings settings, final IngressPort ingress)
    {
        this.settings = settings;
        loop = new IoLoop("venue-" + settings.venue());
        http = new HttpClient(loop, settings.requestTimeoutMs());
        outlet = new FactOutlet(ingress, settings.session(), new SocketValve());
        context = new BinanceContext(
            loop, settings, System::currentTimeMillis, new VenueReports(settings.venue(), outlet));
        final BinanceAccountFeed accountFeed = new BinanceAccountFeed(context, this::streamEnds);
        session = new BinanceSession(loop, settings, clock, context.epochMs, new SessionOwner(), accountFeed);
        reconciler = new BinanceReconciler(context, session);
        context.facts.catchUpWith(reconciler);
        inbox = new RouteInbox(settings.venue(), session::state,
            new BinanceOrderEntry(context, session, reconciler), reconciler);
        marks = new MarkFeed(context);
        feed = new BinanceMarketFeed(loop, settings, http, marks);
        backoff = new Backoff(settings.backoffBaseMs(), settings.backoffMaxMs(), System.nanoTime());
    }

    @Override
    public VenueDescriptor descriptor()
    {
        return DESCRIPTOR_OF_SPOT;
    }

    @Override
    public void start()
    {
        loop.execute(() ->
        {
            context.reports.session(VenueState.DOWN, settings.recvWindowMs(), "starting", 0);
            listInstruments();
            loop.every(ALIVE_MS, this::alive);
        });
    }

    @Override
    public SessionState state()
    {
        return session.state();
    }

    @Override
    public List<Instrument> instruments()
    {
        return context.instruments();
    }

    @Override
    public boolean marked(final String symbol)
    {
        return marks.marked(symbol);
    }

    @Override
    public void onEvent(final EventFrame frame, final boolean endOfBatch)
    {
        switch (frame.templateId())
        {
            case RouteOrderDecoder.TEMPLATE_ID, RouteCancelDecoder.TEMPLATE_ID, RouteReplaceDecoder.TEMPLATE_ID,
                RouteQueryDecoder.TEMPLATE_ID ->
            {
                final byte[] copy = new byte[frame.length()];
                frame.buffer().getBytes(frame.messageOffset(), copy);
                routed.add(copy);
                if (awake.compareAndSet(false, true) && !closed)
                {
                    loop.execute(this::drainRouted);
                }
            }
            default ->
            {
                // For somebody else.
            }
        }
    }

    @Override
    public void close()
    {
        closed = true;
        loop.await(() ->
        {
            session.close();
            feed.stop();
        });
        loop.close();
    }

    private void drainRouted()
    {
        awake.set(false);
        for (byte[] message = routed.poll(); message != null; message = routed.poll())
        {
            inbox.take(message);
        }
    }

    private void listInstruments()
    {
        new BinanceInstrumentSource(settings, http).list(new InstrumentSource.Listener()
        {
            @Override
            public void listed(final List<Instrument> instruments)
            {
                context.instruments(instruments);
                settings.onInstruments().accept(instruments);
                feed.start(instruments.stream()
                    .filter(instrument -> instrument.state() != InstrumentState.CLOSED).toList());
                session.start();
            }

            @Override
            public void failed(final String why)
            {
                final long waitMs = backoff.nextMs();
                LOG.warn("{} gave no instruments: {}; again in {} ms", settings.venue(), why, waitMs);
                loop.after(waitMs, TimeUnit.MILLISECONDS, BinanceAdapter.this::listInstruments);
            }
        });
    }

    private void alive()
    {
        if (feed.alive())
        {
            context.reports.feedAlive();
        }
    }

    private void streamEnds(final boolean gone, final String why)
    {
        if (gone)
        {
            session.reconnect(why);
        }
        else
        {
            session.drain(why);
        }
    }

    private void retryFacts()
    {
        if (!outlet.retry() && !closed)
        {
            loop.after(FACT_RETRY_MS, TimeUnit.MILLISECONDS, this::retryFacts);
        }
    }

    /** Stops reading the order socket while a fact waits. */
    private final class SocketValve implements FactOutlet.Valve
    {
        @Override
        public void close()
        {
            session.reading(false);
            loop.after(FACT_RETRY_MS, TimeUnit.MILLISECONDS, BinanceAdapter.this::retryFacts);
        }

        @Override
        public void open()
        {
            session.reading(true);
        }
    }

    /** What the session asks for, and where its states are told. */
    private final class SessionOwner implements BinanceSession.Owner
    {
        @Override
        public void measureClock(final Runnable done)
        {
            final long sentMs = context.epochMs.getAsLong();
            http.send(BinanceWire.publicCall(settings.rest(), BinanceCall.TIME.rest()), new HttpListener()
            {
                @Override
                public void onReply(final HttpReply reply)
                {
                    if (reply.ok())
                    {
                        sample(reply.body());
                    }
                    done.run();
                }

                @Override
                public void onFailure(final boolean sent, final String why)
                {
                    LOG.warn("{} did not tell its time: {}", settings.venue(), why);
                    done.run();
                }

                private void sample(final byte[] body)
                {
                    try
                    {
                        final long venueMs = BinanceAnswers.serverTimeMs(BinanceJson.tree(body, 0, body.length));
                        clock.sample(sentMs, context.epochMs.getAsLong(), venueMs);
                    }
                    catch (final CorruptMessageException e)
                    {
                        LOG.warn("{} told no time: {}", settings.venue(), e.getMessage());
                    }
                }
            });
        }

        @Override
        public void reconcile(final Runnable done)
        {
            reconciler.reconcile(done);
        }

        @Override
        public void onState(final SessionState before, final SessionState now, final String why)
        {
            LOG.info("{} session {} -> {}: {}", settings.venue(), before, now, why);
            final long timeMs = clock.venueMs(context.epochMs.getAsLong());
            if (now == SessionState.READY && before == SessionState.SUBSCRIBING)
            {
                wasReady = true;
                context.reports.session(VenueState.READY, settings.recvWindowMs(), why, timeMs);
                inbox.flush();
            }
            else if (wasReady && (now == SessionState.DOWN || now == SessionState.DRAINING))
            {
                wasReady = false;
                context.reports.session(VenueState.DOWN, settings.recvWindowMs(), why, timeMs);
            }
        }
    }
}
