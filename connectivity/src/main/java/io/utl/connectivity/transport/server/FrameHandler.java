package io.utl.connectivity.transport.server;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.Utf8FrameValidator;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** One WebSocket: whole text messages in, text messages out, pings, and the end of a reader that is too slow. */
final class FrameHandler extends SimpleChannelInboundHandler<WebSocketFrame> implements SocketConnection
{
    private static final AtomicLong IDS = new AtomicLong();

    private final Channel channel;
    private final ServerSettings settings;
    private final long id = IDS.incrementAndGet();
    private final AtomicBoolean closing = new AtomicBoolean();
    private SocketHandler socket;
    private long lastPongNs;

    FrameHandler(final Channel channel, final ServerSettings settings)
    {
        this.channel = channel;
        this.settings = settings;
    }

    void serve(final SocketHandler handler)
    {
        socket = handler;
        lastPongNs = System.nanoTime();
        channel.pipeline().addBefore("requests", "utf8", new Utf8FrameValidator(true));
        channel.pipeline().addBefore("requests", "message", new WebSocketFrameAggregator(settings.maxContentBytes()));
        channel.pipeline().replace("requests", "frames", this);
        // The task ends with the channel: it is cancelled when the channel closes.
        final var pings = channel.eventLoop().scheduleAtFixedRate(
            this::ping, settings.pingIntervalMs(), settings.pingIntervalMs(), TimeUnit.MILLISECONDS);
        channel.closeFuture().addListener(closed ->
        {
            pings.cancel(false);
            socket.onClosed();
        });
    }

    private void ping()
    {
        if (System.nanoTime() - lastPongNs > TimeUnit.MILLISECONDS.toNanos(settings.pongTimeoutMs()))
        {
            close(1008, "no pong");
            return;
        }
        final byte[] payload = Long.toString(System.currentTimeMillis()).getBytes(StandardCharsets.US_ASCII);
        channel.writeAndFlush(new PingWebSocketFrame(Unpooled.wrappedBuffer(payload)));
    }

    @Override
    protected void channelRead0(final ChannelHandlerContext context, final WebSocketFrame frame)
    {
        if (frame instanceof TextWebSocketFrame text)
        {
            socket.onText(text.text());
        }
        else if (frame instanceof PingWebSocketFrame)
        {
            context.writeAndFlush(new PongWebSocketFrame(frame.content().retain()));
        }
        else if (frame instanceof PongWebSocketFrame)
        {
            lastPongNs = System.nanoTime();
        }
        else if (frame instanceof CloseWebSocketFrame close)
        {
            final int code = close.statusCode();
            close(code < 1000 ? 1000 : code, "");
        }
        else
        {
            close(1003, "text messages only");
        }
    }

    @Override
    public void send(final String text)
    {
        if (!channel.isActive() || closing.get())
        {
            return;
        }
        if (!channel.isWritable())
        {
            // Its buffer is full: it does not read. Waiting would make everybody wait, so it has to come again.
            closing.set(true);
            channel.close();
            return;
        }
        channel.writeAndFlush(new TextWebSocketFrame(text));
    }

    @Override
    public void close(final int code, final String reason)
    {
        if (closing.compareAndSet(false, true))
        {
            channel.writeAndFlush(new CloseWebSocketFrame(code, reason)).addListener(ChannelFutureListener.CLOSE);
        }
    }

    @Override
    public boolean open()
    {
        return channel.isActive() && !closing.get();
    }

    @Override
    public long id()
    {
        return id;
    }

    @Override
    public void exceptionCaught(final ChannelHandlerContext context, final Throwable cause)
    {
        // Bad UTF-8, an oversized message or broken framing: the codec has said why where it could.
        context.close();
    }
}
