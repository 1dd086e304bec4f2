package io.utl.connectivity.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpVersion;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * HTTP/1.1 towards a venue, one connection for each call: calls are few (snapshots, instrument lists, clocks), orders
 * go by WebSocket. A call is sent once and never again.
 * <p>
 * Thread: call on the event loop; answers come there.
 */
public final class HttpClient
{
    /** Longest answer: a whole exchangeInfo has some 20 MB. */
    private static final int MAX_BODY_BYTES = 64 * 1024 * 1024;

    private final EventLoop loop;
    private final int timeoutMs;

    /** @param timeoutMs from the call to the whole answer. */
    public HttpClient(final IoLoop io, final int timeoutMs)
    {
        this.loop = io.eventLoop();
        this.timeoutMs = timeoutMs;
    }

    /** Sends one call; the listener hears of its end exactly once. */
    public void send(final HttpCall call, final HttpListener listener)
    {
        final Endpoint endpoint = Endpoint.of(call.uri());
        final HttpExchange exchange = new HttpExchange(loop, timeoutMs, listener);
        Endpoint.bootstrap(loop, timeoutMs)
            .handler(new ChannelInitializer<Channel>()
            {
                @Override
                protected void initChannel(final Channel channel)
                {
                    endpoint.secure(channel);
                    channel.pipeline().addLast(
                        new HttpClientCodec(), new HttpObjectAggregator(MAX_BODY_BYTES), exchange);
                }
            })
            .connect(endpoint.host(), endpoint.port())
            .addListener((ChannelFuture future) ->
            {
                if (future.isSuccess())
                {
                    exchange.write(future.channel(), request(call, endpoint));
                }
                else
                {
                    exchange.failed("connect to " + endpoint.authority() + " failed: " + future.cause().getMessage());
                }
            });
    }

    private static FullHttpRequest request(final HttpCall call, final Endpoint endpoint)
    {
        final String path = call.uri().getRawPath() == null || call.uri().getRawPath().isEmpty() ?
            "/" : call.uri().getRawPath();
        final String target = call.uri().getRawQuery() == null ? path : path + "?" + call.uri().getRawQuery();
        final ByteBuf body = Unpooled.wrappedBuffer(call.body().getBytes(StandardCharsets.US_ASCII));
        final FullHttpRequest request =
            new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.valueOf(call.method()), target, body);
        request.headers().set(HttpHeaderNames.HOST, endpoint.authority());
        request.headers().set(HttpHeaderNames.CONNECTION, "close");
        if (body.isReadable())
        {
            request.headers().set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes());
        }
        for (final Map.Entry<String, String> header : call.headers())
        {
            request.headers().set(header.getKey(), header.getValue());
        }
        return request;
    }
}
