package io.utl.connectivity.transport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler.ClientHandshakeStateEvent;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;

/** The reading end of one {@link WebSocketClient}. Thread: its event loop. */
final class WebSocketInbound extends SimpleChannelInboundHandler<WebSocketFrame>
{
    private static final long CLOSE_GRACE_MS = 1_000;
    private final WebSocketClient client;
    private byte[] scratch = new byte[16 * 1024];
    private volatile long lastHeardNs = System.nanoTime();

    WebSocketInbound(final WebSocketClient client)
    {
        this.client = client;
    }

    long lastHeardNs()
    {
        return lastHeardNs;
    }

    /** Stamps every read before any protocol handler swallows it. */
    ChannelHandler clock()
    {
        return new ChannelInboundHandlerAdapter()
        {
            @Override
            public void channelRead(final ChannelHandlerContext context, final Object message)
            {
                lastHeardNs = System.nanoTime();
                context.fireChannelRead(message);
            }
        };
    }

    @Override
    public void channelActive(final ChannelHandlerContext context)
    {
        client.attached(context.channel());
        context.fireChannelActive();
    }

    @Override
    public void userEventTriggered(final ChannelHandlerContext context, final Object event)
    {
        if (event == ClientHandshakeStateEvent.HANDSHAKE_COMPLETE)
        {
            client.opened(context.channel());
        }
        else if (event == ClientHandshakeStateEvent.HANDSHAKE_TIMEOUT)
        {
            client.close("WebSocket handshake timed out");
        }
        context.fireUserEventTriggered(event);
    }

    @Override
    protected void channelRead0(final ChannelHandlerContext context, final WebSocketFrame frame)
    {
        if (frame instanceof TextWebSocketFrame)
        {
            deliver(frame.content());
        }
        else if (frame instanceof CloseWebSocketFrame close)
        {
            final String why = "peer closed: " + close.statusCode() + " " + close.reasonText();
            context.writeAndFlush(new CloseWebSocketFrame(1000, ""));
            client.closeAfter(CLOSE_GRACE_MS);
            client.ended(why);
        }
    }

    @Override
    public void channelInactive(final ChannelHandlerContext context)
    {
        client.ended("connection lost");
        context.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(final ChannelHandlerContext context, final Throwable cause)
    {
        client.failed(cause);
    }

    private void deliver(final ByteBuf content)
    {
        final int length = content.readableBytes();
        if (content.hasArray())
        {
            client.text(content.array(), content.arrayOffset() + content.readerIndex(), length);
            return;
        }
        if (scratch.length < length)
        {
            scratch = new byte[Integer.highestOneBit(length) * 2];
        }
        content.getBytes(content.readerIndex(), scratch, 0, length);
        client.text(scratch, 0, length);
    }
}
