package io.utl.connectivity.binance;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.utl.connectivity.session.Backoff;
import io.utl.connectivity.session.ClockOffset;
import io.utl.connectivity.session.PendingRequests;
import io.utl.connectivity.session.SessionMachine;
import io.utl.connectivity.transport.IoLoop;
import io.utl.connectivity.venue.SessionState;
import io.utl.connectivity.transport.WebSocketClient;
import io.utl.connectivity.transport.WebSocketListener;
import io.utl.connectivity.venue.AccountFeed;
import io.utl.connectivity.venue.Credentials;
import io.utl.connectivity.venue.RequestDraft;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * The order session: one socket of the WebSocket API with the private stream on it. It connects, logs on, subscribes,
 * lets the owner reconcile, and is READY; it comes back by itself, with a wait that grows and is jittered.
 * Thread: the IO thread. A request is written once; what is unanswered when its time or the connection ends is told
 * to its handler as unknown.
 * Source: WebSocket API: Session Authentication, User Data Stream subscription, Server Shutdown, General information
 * (24 hours, ping every 20 s).
 */
final class BinanceSession implements WebSocketListener
{
    private static final Logger LOG = LoggerFactory.getLogger(BinanceSession.class);
    private static final long TICK_MS = 250;
    private static final long PING_NS = TimeUnit.SECONDS.toNanos(5);
    private static final long LATE_NS = TimeUnit.SECONDS.toNanos(11);
    private static final long DEAD_NS = TimeUnit.SECONDS.toNanos(30);

    private final IoLoop loop;
    private final BinanceSettings settings;
    private final ClockOffset clock;
    private final LongSupplier epochMs;
    private final Owner owner;
    private final AccountFeed accountFeed;
    private final PendingRequests<SocketReply> pending = new PendingRequests<>();
    private final SessionMachine machine;
    private final Backoff backoff;
    private WebSocketClient socket;
    private long connectedNs;
    private long lastPingNs;
    private boolean paused;
    private boolean closed;

    /** What the session asks of its owner. */
    interface Owner extends SessionMachine.Listener
    {
        /** Measure the venue's clock; then run {@code done}, whatever came of it. */
        void measureClock(Runnable done);

        /** The private stream is up: reconcile, then run {@code done}. */
        void reconcile(Runnable done);
    }

    BinanceSession(
        final IoLoop loop,
        final BinanceSettings settings,
        final ClockOffset clock,
        final LongSupplier epochMs,
        final Owner owner,
        final AccountFeed accountFeed)
    {
        this.loop = loop;
        this.settings = settings;
        this.clock = clock;
        this.epochMs = epochMs;
        this.owner = owner;
        this.accountFeed = accountFeed;
        this.machine = new SessionMachine(owner);
        this.backoff = new Backoff(settings.backoffBaseMs(), settings.backoffMaxMs(), System.nanoTime());
    }

    SessionState state()
    {
        return machine.state();
    }

    /** Begins to connect, and to tick. */
    void start()
    {
        connect();
        loop.every(TICK_MS, this::tick);
    }

    /**
     * Sends one request.
     *
     * @return false if nothing was written; the handler hears nothing then.
     */
    boolean request(
        final BinanceCall call, final RequestDraft draft, final PendingRequests.Handler<SocketReply> handler)
    {
        if (socket == null || !socket.isOpen())
        {
            return false;
        }
        final String id = pending.add(
            handler, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(settings.requestTimeoutMs()));
        if (socket.send(BinanceWire.frame(id, proven(call, draft))))
        {
            return true;
        }
        pending.forget(id);
        return false;
    }

    /** Tells as long as the present connection lasts. */
    BooleanSupplier connection()
    {
        final WebSocketClient own = socket;
        return () -> own != null && socket == own;
    }

    /** Closes the connection and comes back: what was missed is asked for. */
    void reconnect(final String why)
    {
        if (socket != null)
        {
            socket.close(why);
        }
    }

    /** Reads on, or not: what is not read cannot become a fact that has no place. */
    void reading(final boolean on)
    {
        paused = !on;
        if (socket != null)
        {
            socket.reading(on);
        }
    }

    /** No more requests; the socket is closed as soon as nothing is unanswered, and opened anew unless closing. */
    void drain(final String why)
    {
        if (machine.is(SessionState.READY) || machine.is(SessionState.DEGRADED))
        {
            machine.to(SessionState.DRAINING, why);
        }
    }

    void close()
    {
        closed = true;
        if (socket != null)
        {
            socket.close("closing");
        }
    }

    @Override
    public void onOpen()
    {
        connectedNs = System.nanoTime();
        lastPingNs = connectedNs;
        machine.to(SessionState.UP, "connected");
        final WebSocketClient own = socket;
        owner.measureClock(() ->
        {
            if (socket == own && machine.is(SessionState.UP))
            {
                logOn();
            }
        });
    }

    @Override
    public void onText(final byte[] bytes, final int offset, final int length)
    {
        try
        {
            if (isReply(bytes, offset, length))
            {
                final SocketReply reply = SocketReply.of(BinanceJson.tree(bytes, offset, length));
                if (reply.code() == BinanceMapping.BAD_TIMESTAMP)
                {
                    clock.distrust();
                    owner.measureClock(() -> { });
                }
                if (!pending.answer(reply.id(), reply) && !reply.ok())
                {
                    LOG.warn("{} answered without a request of ours: {}", settings.venue(), reply.explain());
                }
            }
            else
            {
                accountFeed.onMessage(bytes, offset, length);
            }
        }
        catch (final CorruptMessageException e)
        {
            // What it said is lost, so nothing that was under way can be believed: reconnect and reconcile.
            socket.close("corrupt message: " + e.getMessage());
        }
    }

    @Override
    public void onClosed(final String why)
    {
        socket = null;
        pending.lost(why);
        machine.down(why);
        if (!closed)
        {
            loop.after(backoff.nextMs(), TimeUnit.MILLISECONDS, this::connect);
        }
    }

    private void connect()
    {
        if (closed || !machine.is(SessionState.DOWN))
        {
            return;
        }
        machine.to(SessionState.CONNECTING, settings.socketApi().toString());
        socket = new WebSocketClient(loop, settings.socketApi(), settings.connectTimeoutMs(), this);
        socket.reading(!paused);
        socket.connect();
    }

    private RequestDraft proven(final BinanceCall call, final RequestDraft draft)
    {
        if (!call.signed())
        {
            return draft;
        }
        draft.param("recvWindow", settings.recvWindowMs());
        final long timeMs = clock.venueMs(epochMs.getAsLong());
        final boolean loggedOn =
            settings.credentials().kind() == Credentials.Kind.ED25519 && call != BinanceCall.LOGON;
        return loggedOn ?
            BinanceSigner.stamp(draft, timeMs) :
            BinanceSigner.SOCKET.sign(draft, settings.credentials(), timeMs);
    }

    private void logOn()
    {
        machine.to(SessionState.AUTHENTICATING, "logging on");
        if (settings.credentials().kind() == Credentials.Kind.ED25519)
        {
            step(BinanceCall.LOGON, () -> subscribe(BinanceCall.SUBSCRIBE));
        }
        else
        {
            subscribe(BinanceCall.SUBSCRIBE_SIGNED);
        }
    }

    private void subscribe(final BinanceCall call)
    {
        machine.to(SessionState.SUBSCRIBING, "subscribing to the private stream");
        final WebSocketClient own = socket;
        step(call, () -> owner.reconcile(() ->
        {
            if (socket == own && machine.is(SessionState.SUBSCRIBING))
            {
                backoff.reset();
                machine.to(SessionState.READY, "reconciled");
            }
        }));
    }

    private void step(final BinanceCall call, final Runnable next)
    {
        final WebSocketClient own = socket;
        final boolean sent = request(call, call.socket(), new PendingRequests.Handler<>()
        {
            @Override
            public void answered(final SocketReply reply)
            {
                if (reply.ok())
                {
                    next.run();
                }
                else
                {
                    own.close(call + " refused: " + reply.explain());
                }
            }

            @Override
            public void unknown(final String why)
            {
                own.close(call + ": " + why);
            }
        });
        if (!sent)
        {
            own.close(call + " could not be sent");
        }
    }

    private void tick()
    {
        final long nowNs = System.nanoTime();
        if (paused || socket == null)
        {
            // Nothing is read, so nothing can be late.
            return;
        }
        pending.expire(nowNs);
        if (socket == null || !socket.isOpen())
        {
            return;
        }
        if (nowNs - lastPingNs >= PING_NS)
        {
            lastPingNs = nowNs;
            socket.ping();
        }
        final long silentNs = nowNs - socket.lastHeardNs();
        if (silentNs > DEAD_NS)
        {
            socket.close("nothing heard for " + TimeUnit.NANOSECONDS.toSeconds(silentNs) + " s");
        }
        else if (silentNs > LATE_NS && machine.is(SessionState.READY))
        {
            machine.to(SessionState.DEGRADED, "heartbeat is late");
        }
        else if (silentNs <= LATE_NS && machine.is(SessionState.DEGRADED))
        {
            machine.to(SessionState.READY, "heartbeat is back");
        }
        if (TimeUnit.NANOSECONDS.toMillis(nowNs - connectedNs) > settings.maxAgeMs())
        {
            drain("connection is near the end of its life");
        }
        if (machine.is(SessionState.DRAINING) && pending.size() == 0)
        {
            socket.close("drained");
        }
    }

    /** The first field tells: answers begin with id or status, events with subscriptionId, event or e. */
    private static boolean isReply(final byte[] bytes, final int offset, final int length)
    {
        try (JsonParser parser = BinanceJson.parser(bytes, offset, length))
        {
            if (parser.nextToken() != JsonToken.START_OBJECT)
            {
                throw new CorruptMessageException("no JSON object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME)
            {
                switch (parser.currentName())
                {
                    case "id", "status", "result", "error" ->
                    {
                        return true;
                    }
                    case "event", "e" ->
                    {
                        return false;
                    }
                    default ->
                    {
                        parser.nextToken();
                        parser.skipChildren();
                    }
                }
            }
            throw new CorruptMessageException("neither answer nor event");
        }
        catch (final IOException e)
        {
            throw new CorruptMessageException("no JSON: " + e.getMessage(), e);
        }
    }
}
