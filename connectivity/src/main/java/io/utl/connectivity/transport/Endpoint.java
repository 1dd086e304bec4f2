package io.utl.connectivity.transport;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.net.URI;
import javax.net.ssl.SSLException;

/** Where a URI leads: host, port, and whether TLS is spoken. */
record Endpoint(String host, int port, boolean tls)
{
    private static final int PLAIN_PORT = 80;
    private static final int TLS_PORT = 443;

    /** @throws IllegalArgumentException unless the scheme is ws, wss, http or https and there is a host. */
    static Endpoint of(final URI uri)
    {
        final String scheme = uri.getScheme() == null ? "" : uri.getScheme();
        final boolean tls = switch (scheme)
        {
            case "ws", "http" -> false;
            case "wss", "https" -> true;
            default -> throw new IllegalArgumentException("uri=" + uri + ": scheme must be ws, wss, http or https");
        };
        if (uri.getHost() == null)
        {
            throw new IllegalArgumentException("uri=" + uri + ": no host; write scheme://host:port/path");
        }
        final int port = uri.getPort() > 0 ? uri.getPort() : tls ? TLS_PORT : PLAIN_PORT;
        return new Endpoint(uri.getHost(), port, tls);
    }

    /** Host as it belongs into the Host header. */
    String authority()
    {
        return port == (tls ? TLS_PORT : PLAIN_PORT) ? host : host + ":" + port;
    }

    /** A connection about to begin on a loop: small messages leave at once, and it is given up after the time. */
    static Bootstrap bootstrap(final EventLoop loop, final int connectTimeoutMs)
    {
        return new Bootstrap()
            .group(loop)
            .channel(NioSocketChannel.class)
            .option(ChannelOption.TCP_NODELAY, true)
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, connectTimeoutMs);
    }

    /** Puts TLS in front of everything else, where the scheme asks for it. */
    void secure(final Channel channel)
    {
        if (tls)
        {
            channel.pipeline().addLast(clientTls().newHandler(channel.alloc(), host, port));
        }
    }

    /** Client side of TLS with the platform's certificate authorities; the host name is verified. */
    private static SslContext clientTls()
    {
        try
        {
            return SslContextBuilder.forClient().endpointIdentificationAlgorithm("HTTPS").build();
        }
        catch (final SSLException e)
        {
            throw new IllegalStateException("TLS cannot be set up: " + e.getMessage(), e);
        }
    }
}
