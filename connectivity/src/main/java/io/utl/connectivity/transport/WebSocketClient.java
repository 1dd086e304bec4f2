package io.utl.connectivity.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * One WebSocket towards a venue: text messages, pings answered by the protocol handler, no extensions. It lives for
 * one connection; the next one is a new object.
 * <p>
 * Thread: construct anywhere; everything else on the event loop. Allocates: one buffer for each message sent.
 * Errors: whatever breaks the connection ends in {@link WebSocketListener#onClosed}, once.
 */
public final class WebSocketClient
{
    /** Handshake answers and messages may not be longer than this. */
    private static final int MAX_MESSAGE_BYTES = 16 * 1024 * 1024;
    private static final int MAX_HANDSHAKE_BYTES = 64 * 1024;
    private static final WriteBufferWaterMark WATER_MARK = new WriteBufferWaterMark(64 * 1024, 1024 * 1024);

    private final EventLoop loop;
    private final URI uri;
    private final Endpoint endpoint;
    private final int connectTimeoutMs;
    private final WebSocketListener listener;
    private final WebSocketInbound inbound;
    private Channel channel;
    private String closeReason;
    private boolean open;
    private boolean ended;
    private boolean reading = true;

    /**
     * @param uri              ws:// or wss://.
     * @param connectTimeoutMs for TCP, and again for the handshake.
     * @throws IllegalArgumentException if the URI cannot be used.
     */
    public WebSocketClient(
        final IoLoop io,
        final URI uri,
        final int connectTimeoutMs,
        final WebSocketListener listener)
    {
        this.loop = io.eventLoop();
        this.uri = uri;
        this.endpoint = Endpoint.of(uri);
        this.connectTimeoutMs = connectTimeoutMs;
        this.listener = listener;
        this.inbound = new WebSocketInbound(this);
    }

    /** Begins to connect; {@code onOpen} or {@code onClosed} follows. */
    public void connect()
    {
        final WebSocketClientProtocolConfig config = WebSocketClientProtocolConfig.newBuilder()
            .generateOriginHeader(false)
            .webSocketUri(uri)
            .version(WebSocketVersion.V13)
            .allowExtensions(false)
            .customHeaders(new DefaultHttpHeaders())
            .maxFramePayloadLength(MAX_MESSAGE_BYTES)
            .handleCloseFrames(false)
            // Netty would send a second close frame after a protocol error.
            .sendCloseFrame(null)
            .dropPongFrames(true)
            .handshakeTimeoutMillis(connectTimeoutMs)
            .build();
        Endpoint.bootstrap(loop, connectTimeoutMs)
            .option(ChannelOption.WRITE_BUFFER_WATER_MARK, WATER_MARK)
            .handler(new ChannelInitializer<Channel>()
            {
                @Override
                protected void initChannel(final Channel channel)
                {
                    endpoint.secure(channel);
                    channel.pipeline().addLast(
                        inbound.clock(),
                        new HttpClientCodec(),
                        new HttpObjectAggregator(MAX_HANDSHAKE_BYTES),
                        new WebSocketClientProtocolHandler(config),
                        new WebSocketFrameAggregator(MAX_MESSAGE_BYTES),
                        inbound);
                }
            })
            .connect(endpoint.host(), endpoint.port())
            .addListener((io.netty.channel.ChannelFuture future) ->
            {
                if (!future.isSuccess())
                {
                    ended("connect to " + endpoint.authority() + " failed: " + future.cause().getMessage());
                }
            });
    }

    /** True from {@code onOpen} to the end. */
    public boolean isOpen()
    {
        return open && !ended && channel.isActive();
    }

    /** Monotonic time at which bytes of any kind last came in, pongs and pings too. */
    public long lastHeardNs()
    {
        return inbound.lastHeardNs();
    }

    /**
     * Sends one text message.
     *
     * @return false if nothing was written: not open, or the peer does not read and too much is waiting. True means
     *         that the bytes may reach the peer, no more.
     */
    public boolean send(final String text)
    {
        if (!isOpen() || !channel.isWritable())
        {
            return false;
        }
        final ByteBuf bytes = Unpooled.wrappedBuffer(text.getBytes(StandardCharsets.UTF_8));
        channel.writeAndFlush(new TextWebSocketFrame(bytes)).addListener(future ->
        {
            if (!future.isSuccess())
            {
                close("write failed: " + future.cause().getMessage());
            }
        });
        return true;
    }

    /** Asks the peer for a sign of life. */
    public void ping()
    {
        if (isOpen() && channel.isWritable())
        {
            channel.writeAndFlush(new PingWebSocketFrame());
        }
    }

    /** Reads on, or stops reading so that TCP slows the peer down. What was already read is still delivered. */
    public void reading(final boolean on)
    {
        reading = on;
        if (channel != null)
        {
            channel.config().setAutoRead(on);
        }
    }

    /** Closes the socket; {@code onClosed} follows with this reason. */
    public void close(final String why)
    {
        if (ended)
        {
            return;
        }
        if (channel == null)
        {
            ended(why);
            return;
        }
        closeReason = closeReason == null ? why : closeReason;
        if (open && channel.isActive())
        {
            channel.writeAndFlush(new CloseWebSocketFrame(1000, "bye"));
        }
        channel.close();
    }

    void opened(final Channel channel)
    {
        if (ended)
        {
            channel.close();
            return;
        }
        open = true;
        this.channel = channel;
        channel.config().setAutoRead(reading);
        listener.onOpen();
    }

    void attached(final Channel channel)
    {
        this.channel = channel;
        if (ended)
        {
            channel.close();
        }
    }

    void text(final byte[] bytes, final int offset, final int length)
    {
        if (!ended && closeReason == null)
        {
            listener.onText(bytes, offset, length);
        }
    }

    void ended(final String why)
    {
        if (ended)
        {
            return;
        }
        ended = true;
        open = false;
        // Whoever closes on purpose wants to hear it on the loop, behind what it is doing now.
        loop.execute(() -> listener.onClosed(closeReason == null ? why : closeReason));
    }

    void failed(final Throwable cause)
    {
        close(cause.getClass().getSimpleName() + ": " + cause.getMessage());
    }

    void closeAfter(final long delayMs)
    {
        loop.schedule(() -> channel.close(), delayMs, TimeUnit.MILLISECONDS);
    }
}
