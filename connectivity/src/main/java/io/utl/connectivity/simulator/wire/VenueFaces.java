package io.utl.connectivity.simulator.wire;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.utl.connectivity.simulator.match.FeeSchedule;
import io.utl.connectivity.simulator.match.MatchingEngine;
import io.utl.connectivity.transport.server.LoopbackServer;
import io.utl.connectivity.transport.server.ServerSettings;

import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The venue's three addresses on loopback and everything behind them up to the engine.
 * Thread: started and closed by one; served by one event loop thread. What injects faults later wraps the
 * {@link RequestPort} that is handed to REST and WebSocket API here.
 */
public final class VenueFaces implements AutoCloseable
{
    private final EventLoopGroup loops;
    private final LoopbackServer rest;
    private final LoopbackServer streams;
    private final LoopbackServer api;

    /** What the faces stand on. */
    public record Parts(
        MatchingEngine engine, FeeSchedule fees, MarketFeed feed, UserStreams userStreams, Outbox outbox,
        MatchingQueue queue, List<ApiKey> keys, boolean venueLimits, LongSupplier clockMs, ServerSettings server)
    {
    }

    public VenueFaces(final Parts parts)
    {
        final KeyRing keys = new KeyRing(parts.keys());
        final RateMeter meter = new RateMeter(parts.venueLimits());
        final RequestDesk desk = new RequestDesk(parts.queue(), keys, meter, parts.outbox(), parts.clockMs());
        new PublicMethods(parts.engine(), parts.feed()).register(desk::register);
        new TradeMethods(parts.engine()).register(desk::register);
        new AccountMethods(parts.engine(), parts.fees(), meter).register(desk::register);
        new SessionMethods(parts.userStreams()).register(desk::register);
        loops = new MultiThreadIoEventLoopGroup(
            1, new DefaultThreadFactory("venue-sockets", true), NioIoHandler.newFactory());
        rest = LoopbackServer.start(loops, parts.server(), new RestFace(desk, keys));
        streams = LoopbackServer.start(
            loops, parts.server(), new StreamFace(parts.queue(), parts.feed(), parts.venueLimits()));
        api = LoopbackServer.start(loops, parts.server(), new WsApiFace(
            desk, keys, parts.queue(), parts.userStreams(), parts.clockMs()));
    }

    public URI restUri()
    {
        return URI.create("http://127.0.0.1:" + rest.port());
    }

    /** Base of the streams: {@code /ws} and {@code /stream} are below it. */
    public URI streamUri()
    {
        return URI.create("ws://127.0.0.1:" + streams.port());
    }

    public URI wsApiUri()
    {
        return URI.create("ws://127.0.0.1:" + api.port() + "/ws-api/v3");
    }

    @Override
    public void close()
    {
        rest.close();
        streams.close();
        api.close();
        loops.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
