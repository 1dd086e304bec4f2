package io.utl.gateway.rest;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Closes a connection that is one too many from its address.
 * <p>
 * Thread: any event loop.
 */
@Sharable
final class ConnectionCap extends ChannelInboundHandlerAdapter
{
    private final ConcurrentHashMap<InetAddress, Integer> open = new ConcurrentHashMap<>();
    private final int most;

    ConnectionCap(final int most)
    {
        this.most = most;
    }

    @Override
    public void channelActive(final ChannelHandlerContext context) throws Exception
    {
        final InetAddress address = ((InetSocketAddress)context.channel().remoteAddress()).getAddress();
        final int count = open.merge(address, 1, Integer::sum);
        context.channel().closeFuture().addListener(closed ->
            open.computeIfPresent(address, (key, left) -> left == 1 ? null : left - 1));
        if (count > most)
        {
            context.close();
            return;
        }
        super.channelActive(context);
    }
}
