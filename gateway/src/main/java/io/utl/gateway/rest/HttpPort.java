package io.utl.gateway.rest;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/**
 * One listening HTTP port with its routes.
 * <p>
 * Limits: request line 4,096 bytes, headers 8,192, body 65,536; a request must be whole 5 s after its connection
 * opened; so many connections from one address, above which the newest is closed. Every connection gets one answer.
 * Thread: two event loops of its own.
 */
public final class HttpPort implements AutoCloseable
{
    static final int LINE_BYTES = 4_096;
    static final int HEADER_BYTES = 8_192;
    static final int BODY_BYTES = 65_536;
    static final long DEADLINE_MS = 5_000;

    private static final int BACKLOG = 256;

    private final EventLoopGroup loops;
    private final Channel channel;

    private HttpPort(final EventLoopGroup loops, final Channel channel)
    {
        this.loops = loops;
        this.channel = channel;
    }

    /**
     * Binds and answers from now on.
     *
     * @param name           of the threads.
     * @param address        to listen on; port 0 takes a free one.
     * @param routes         what there is.
     * @param mostPerAddress connections from one address, 1 and up.
     * @param local          true: the operators' door, where Host must be a loopback literal and no page of another
     *                       origin may knock.
     * @throws IOException if the port cannot be bound; the message is the system's.
     */
    public static HttpPort open(final String name, final InetSocketAddress address, final Routes routes,
        final int mostPerAddress, final boolean local) throws IOException
    {
        final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(2, new DefaultThreadFactory(name, true),
            NioIoHandler.newFactory());
        final ConnectionCap cap = new ConnectionCap(mostPerAddress);
        final HttpDecoderConfig limits = new HttpDecoderConfig()
            .setMaxInitialLineLength(LINE_BYTES)
            .setMaxHeaderSize(HEADER_BYTES)
            .setMaxChunkSize(HEADER_BYTES);
        final ServerBootstrap bootstrap = new ServerBootstrap()
            .group(loops)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(new ChannelInitializer<SocketChannel>()
            {
                @Override
                protected void initChannel(final SocketChannel child)
                {
                    child.pipeline().addLast(cap, new HttpResponseEncoder(), new HttpRequestDecoder(limits),
                        new HttpConversation(routes, local));
                }
            });
        final var bound = bootstrap.bind(address).awaitUninterruptibly();
        if (!bound.isSuccess())
        {
            loops.shutdownGracefully(0, 0, TimeUnit.SECONDS);
            throw new IOException(bound.cause().getMessage(), bound.cause());
        }
        return new HttpPort(loops, bound.channel());
    }

    /** The port that was taken. */
    public int port()
    {
        return ((InetSocketAddress)channel.localAddress()).getPort();
    }

    /** Takes no more connections and ends those there are; waits a second at most. */
    @Override
    public void close()
    {
        channel.close().awaitUninterruptibly();
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
    }
}
