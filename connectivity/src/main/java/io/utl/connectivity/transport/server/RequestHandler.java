package io.utl.connectivity.transport.server;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker13;
import io.netty.buffer.Unpooled;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicBoolean;

/** Checks the framing of requests, keeps their answers in order, and turns handshakes into WebSockets. Thread: loop. */
final class RequestHandler extends SimpleChannelInboundHandler<FullHttpRequest>
{
    private static final int MAX_WAITING = 64;

    private final ServerSettings settings;
    private final ServerHandler handler;
    private final Queue<Exchange> waiting = new ArrayDeque<>();
    private boolean busy;

    RequestHandler(final ServerSettings settings, final ServerHandler handler)
    {
        this.settings = settings;
        this.handler = handler;
    }

    @Override
    protected void channelRead0(final ChannelHandlerContext context, final FullHttpRequest request)
    {
        if (!wellFramed(request))
        {
            refuse(context.channel(), HttpResponseStatus.BAD_REQUEST);
            return;
        }
        // Another upgrade, such as to HTTP/2, may be ignored and is answered in HTTP/1.1.
        if (request.headers().containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true))
        {
            upgrade(context, request);
            return;
        }
        final Exchange exchange = new Exchange(context.channel(), request);
        if (!busy)
        {
            busy = true;
            handler.onRequest(exchange);
        }
        else if (waiting.size() < MAX_WAITING)
        {
            waiting.add(exchange);
        }
        else
        {
            refuse(context.channel(), HttpResponseStatus.TOO_MANY_REQUESTS);
        }
    }

    private static boolean wellFramed(final FullHttpRequest request)
    {
        return request.decoderResult().isSuccess() && request.protocolVersion().equals(HttpVersion.HTTP_1_1) &&
            request.headers().getAll(HttpHeaderNames.HOST).size() == 1;
    }

    private void upgrade(final ChannelHandlerContext context, final FullHttpRequest request)
    {
        final Channel channel = context.channel();
        if (request.method() != HttpMethod.GET || request.headers().contains(HttpHeaderNames.ORIGIN))
        {
            refuse(channel, HttpResponseStatus.FORBIDDEN);
            return;
        }
        final WebSocketDecoderConfig limits = WebSocketDecoderConfig.newBuilder()
            .maxFramePayloadLength(settings.maxContentBytes()).allowExtensions(false).build();
        final WebSocketServerHandshaker handshaker = new WebSocketServerHandshakerFactory(
            "ws://" + request.headers().get(HttpHeaderNames.HOST) + request.uri(), null, limits).newHandshaker(request);
        if (!(handshaker instanceof WebSocketServerHandshaker13))
        {
            WebSocketServerHandshakerFactory.sendUnsupportedVersionResponse(channel)
                .addListener(ChannelFutureListener.CLOSE);
            return;
        }
        final FrameHandler frames = new FrameHandler(channel, settings);
        final SocketHandler socket = handler.onSocket(frames, path(request.uri()), query(request.uri()));
        if (socket == null)
        {
            refuse(channel, HttpResponseStatus.NOT_FOUND);
            return;
        }
        context.pipeline().remove("timeout");
        handshaker.handshake(channel, request).addListener(done ->
        {
            if (done.isSuccess())
            {
                frames.serve(socket);
            }
            else
            {
                socket.onClosed();
                channel.close();
            }
        });
    }

    private void answered()
    {
        busy = false;
        final Exchange next = waiting.poll();
        if (next != null)
        {
            busy = true;
            handler.onRequest(next);
        }
    }

    static void refuse(final Channel channel, final HttpResponseStatus status)
    {
        final FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status);
        response.headers().set(HttpHeaderNames.CONTENT_LENGTH, 0).set(HttpHeaderNames.CONNECTION, "close");
        channel.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
    }

    private static String path(final String uri)
    {
        final int mark = uri.indexOf('?');
        return mark < 0 ? uri : uri.substring(0, mark);
    }

    private static String query(final String uri)
    {
        final int mark = uri.indexOf('?');
        return mark < 0 ? "" : uri.substring(mark + 1);
    }

    @Override
    public void exceptionCaught(final ChannelHandlerContext context, final Throwable cause)
    {
        // A peer that resets, times out or breaks the framing: nothing can be said to it any more.
        context.close();
    }

    /** A request's parts, copied out of Netty's buffers, and its answer. */
    private final class Exchange implements HttpExchange
    {
        private final Channel channel;
        private final FullHttpRequest head;
        private final String body;
        private final boolean keepAlive;
        private final AtomicBoolean answered = new AtomicBoolean();

        private Exchange(final Channel channel, final FullHttpRequest request)
        {
            this.channel = channel;
            body = request.content().toString(StandardCharsets.UTF_8);
            head = request.replace(Unpooled.EMPTY_BUFFER);
            keepAlive = HttpUtil.isKeepAlive(request);
        }

        @Override
        public String method()
        {
            return head.method().name();
        }

        @Override
        public String path()
        {
            return RequestHandler.path(head.uri());
        }

        @Override
        public String query()
        {
            return RequestHandler.query(head.uri());
        }

        @Override
        public String header(final String name)
        {
            return head.headers().get(name);
        }

        @Override
        public String body()
        {
            return body;
        }

        @Override
        public void respond(final int status, final Map<String, String> headers, final String json)
        {
            if (!answered.compareAndSet(false, true))
            {
                return;
            }
            final byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
            final FullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status), Unpooled.wrappedBuffer(bytes));
            response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "application/json;charset=UTF-8")
                .set(HttpHeaderNames.CONTENT_LENGTH, bytes.length)
                .set(HttpHeaderNames.CONNECTION, keepAlive ? HttpHeaderValues.KEEP_ALIVE : HttpHeaderValues.CLOSE);
            headers.forEach(response.headers()::set);
            channel.eventLoop().execute(() ->
            {
                final var written = channel.writeAndFlush(response);
                if (!keepAlive)
                {
                    written.addListener(ChannelFutureListener.CLOSE);
                }
                answered();
            });
        }
    }
}
