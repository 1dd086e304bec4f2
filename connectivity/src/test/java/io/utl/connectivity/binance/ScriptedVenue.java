package io.utl.connectivity.binance;

import com.fasterxml.jackson.databind.JsonNode;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** A venue that says what a test tells it to: REST answers, WebSocket answers by method, pushes on demand. */
final class ScriptedVenue implements AutoCloseable
{
    /** Answers a request with the text behind {@code "id":..,}; null answers nothing. */
    final Map<String, Function<JsonNode, String>> methods = new ConcurrentHashMap<>();
    final List<String> requests = new CopyOnWriteArrayList<>();
    final AtomicLong snapshotId = new AtomicLong(100);
    final AtomicInteger snapshots = new AtomicInteger();
    volatile String exchangeInfo = """
        {"symbols":[{"symbol":"BTCUSDT","status":"TRADING","baseAsset":"BTC","quoteAsset":"USDT","filters":[
        {"filterType":"PRICE_FILTER","tickSize":"0.01"},{"filterType":"LOT_SIZE","minQty":"0.00001",
        "maxQty":"9000","stepSize":"0.00001"},{"filterType":"NOTIONAL","minNotional":"5"}]}]}""";
    private final MultiThreadIoEventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final Channel listening;
    private volatile Channel orders;
    private volatile Channel market;

    ScriptedVenue()
    {
        methods.put("session.logon", request -> "\"status\":200,\"result\":{}");
        methods.put("userDataStream.subscribe", request -> "\"status\":200,\"result\":{\"subscriptionId\":0}");
        methods.put("openOrders.status", request -> "\"status\":200,\"result\":[]");
        methods.put("myTrades", request -> "\"status\":200,\"result\":[]");
        listening = new ServerBootstrap().group(group).channel(NioServerSocketChannel.class)
            .childHandler(new ChannelInitializer<Channel>()
            {
                @Override
                protected void initChannel(final Channel channel)
                {
                    channel.pipeline().addLast(new HttpServerCodec(), new HttpObjectAggregator(65_536), new Http());
                }
            }).bind("127.0.0.1", 0).syncUninterruptibly().channel();
    }

    URI uri(final String scheme, final String path)
    {
        return URI.create(scheme + "://127.0.0.1:" + ((InetSocketAddress)listening.localAddress()).getPort() + path);
    }

    void pushOrders(final String event)
    {
        orders.writeAndFlush(new TextWebSocketFrame("{\"subscriptionId\":0,\"event\":" + event + "}"));
    }

    void pushMarket(final String text)
    {
        market.writeAndFlush(new TextWebSocketFrame(text));
    }

    boolean marketConnected()
    {
        return market != null && market.isActive();
    }

    void dropOrders()
    {
        orders.close();
    }

    long count(final String method)
    {
        return requests.stream().filter(request -> request.contains("\"" + method + "\"")).count();
    }

    @Override
    public void close()
    {
        listening.close().syncUninterruptibly();
        group.shutdownGracefully(0, 1, java.util.concurrent.TimeUnit.SECONDS).syncUninterruptibly();
    }

    private final class Http extends SimpleChannelInboundHandler<FullHttpRequest>
    {
        @Override
        protected void channelRead0(final ChannelHandlerContext context, final FullHttpRequest request)
        {
            final String uri = request.uri();
            if (uri.startsWith("/ws-api") || uri.startsWith("/stream"))
            {
                final WebSocketServerHandshaker handshaker = new WebSocketServerHandshakerFactory(
                    ScriptedVenue.this.uri("ws", "/").toString(), null, false).newHandshaker(request);
                context.pipeline().addLast(new Frames(uri.startsWith("/stream")));
                handshaker.handshake(context.channel(), request).addListener(done ->
                {
                    if (uri.startsWith("/stream"))
                    {
                        market = context.channel();
                    }
                    else
                    {
                        orders = context.channel();
                    }
                });
                return;
            }
            final String body;
            if (uri.startsWith("/api/v3/exchangeInfo"))
            {
                body = exchangeInfo;
            }
            else if (uri.startsWith("/api/v3/time"))
            {
                body = "{\"serverTime\":" + System.currentTimeMillis() + "}";
            }
            else
            {
                snapshots.incrementAndGet();
                body = "{\"lastUpdateId\":" + snapshotId.get() +
                    ",\"bids\":[[\"100.00\",\"1\"],[\"99.00\",\"2\"]]," +
                    "\"asks\":[[\"101.00\",\"1\"],[\"102.00\",\"3\"]]}";
            }
            final DefaultFullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1,
                HttpResponseStatus.OK, Unpooled.copiedBuffer(body, StandardCharsets.UTF_8));
            response.headers().set("Content-Length", response.content().readableBytes());
            context.writeAndFlush(response);
        }
    }

    private final class Frames extends SimpleChannelInboundHandler<WebSocketFrame>
    {
        private final boolean ofMarket;

        Frames(final boolean ofMarket)
        {
            this.ofMarket = ofMarket;
        }

        @Override
        protected void channelRead0(final ChannelHandlerContext context, final WebSocketFrame frame)
        {
            if (frame instanceof PingWebSocketFrame)
            {
                context.writeAndFlush(new PongWebSocketFrame(frame.content().retain()));
            }
            else if (frame instanceof TextWebSocketFrame text && !ofMarket)
            {
                final String request = text.text();
                requests.add(request);
                final byte[] bytes = request.getBytes(StandardCharsets.UTF_8);
                final JsonNode node = BinanceJson.tree(bytes, 0, bytes.length);
                final Function<JsonNode, String> method = methods.get(node.path("method").asText());
                final String answer = method == null ?
                    "\"status\":400,\"error\":{\"code\":-1020,\"msg\":\"unscripted\"}" :
                    method.apply(node.path("params"));
                if (answer != null)
                {
                    context.writeAndFlush(new TextWebSocketFrame("{\"id\":" + node.path("id") + "," + answer + "}"));
                }
            }
        }
    }
}
