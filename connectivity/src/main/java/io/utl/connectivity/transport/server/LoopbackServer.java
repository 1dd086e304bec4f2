package io.utl.connectivity.transport.server;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.timeout.ReadTimeoutHandler;
import io.netty.util.concurrent.GlobalEventExecutor;

import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * An HTTP/1.1 and WebSocket (version 13) server on an ephemeral port of 127.0.0.1.
 * Thread: any may start and close it. Errors: {@link IllegalStateException} if no port can be bound.
 */
public final class LoopbackServer implements AutoCloseable
{
    private static final int LINE = 4_096;
    private static final int HEADERS = 8_192;
    private static final int CHUNK = 8_192;

    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final Channel listener;

    private LoopbackServer(final EventLoopGroup loops, final ServerSettings settings, final ServerHandler handler)
    {
        final ServerBootstrap bootstrap = new ServerBootstrap()
            .group(loops)
            .channel(NioServerSocketChannel.class)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK,
                new WriteBufferWaterMark(settings.maxQueuedBytes() / 2, settings.maxQueuedBytes()))
            .childHandler(new ChannelInitializer<SocketChannel>()
            {
                @Override
                protected void initChannel(final SocketChannel channel)
                {
                    connections.add(channel);
                    final HttpDecoderConfig limits = new HttpDecoderConfig()
                        .setMaxInitialLineLength(LINE).setMaxHeaderSize(HEADERS).setMaxChunkSize(CHUNK);
                    channel.pipeline()
                        .addLast("timeout", new ReadTimeoutHandler(settings.requestTimeoutSec()))
                        .addLast("codec", new HttpServerCodec(limits))
                        .addLast("whole", new WholeMessage(settings.maxContentBytes()))
                        .addLast("requests", new RequestHandler(settings, handler));
                }
            });
        final InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        listener = bootstrap.bind(address).syncUninterruptibly().channel();
    }

    /** Gathers a request's parts; one that is too large is answered at once and its connection closed. */
    private static final class WholeMessage extends HttpObjectAggregator
    {
        private WholeMessage(final int maxContentBytes)
        {
            super(maxContentBytes, true);
        }

        @Override
        protected void handleOversizedMessage(final ChannelHandlerContext context, final HttpMessage message)
        {
            RequestHandler.refuse(context.channel(), HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE);
        }
    }

    /** Binds an ephemeral loopback port and serves {@code handler} on {@code loops}, which stay the caller's. */
    public static LoopbackServer start(
        final EventLoopGroup loops, final ServerSettings settings, final ServerHandler handler)
    {
        return new LoopbackServer(loops, settings, handler);
    }

    public int port()
    {
        return ((InetSocketAddress)listener.localAddress()).getPort();
    }

    /** Stops listening and closes every connection; returns when that is done. */
    @Override
    public void close()
    {
        listener.close().syncUninterruptibly();
        connections.close().awaitUninterruptibly();
    }
}
