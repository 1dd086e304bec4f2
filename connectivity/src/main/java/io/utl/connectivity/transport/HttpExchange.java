package io.utl.connectivity.transport;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.EventLoop;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.util.concurrent.ScheduledFuture;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** One call and its end. Thread: the event loop. */
final class HttpExchange extends SimpleChannelInboundHandler<FullHttpResponse>
{
    private final HttpListener listener;
    private final ScheduledFuture<?> timeout;
    private Channel channel;
    private boolean sent;
    private boolean ended;

    HttpExchange(final EventLoop loop, final int timeoutMs, final HttpListener listener)
    {
        this.listener = listener;
        timeout = loop.schedule(
            () -> failed("no answer within " + timeoutMs + " ms"), timeoutMs, TimeUnit.MILLISECONDS);
    }

    void write(final Channel channel, final FullHttpRequest request)
    {
        this.channel = channel;
        if (ended)
        {
            request.release();
            channel.close();
            return;
        }
        sent = true;
        channel.writeAndFlush(request).addListener(future ->
        {
            if (!future.isSuccess())
            {
                failed("write failed: " + future.cause().getMessage());
            }
        });
    }

    void failed(final String why)
    {
        if (end())
        {
            listener.onFailure(sent, why);
        }
    }

    @Override
    protected void channelRead0(final ChannelHandlerContext context, final FullHttpResponse response)
    {
        final byte[] body = new byte[response.content().readableBytes()];
        response.content().getBytes(response.content().readerIndex(), body);
        if (end())
        {
            final Map<String, String> headers = new TreeMap<>();
            response.headers().forEach(
                header -> headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
            listener.onReply(new HttpReply(response.status().code(), headers, body));
        }
    }

    @Override
    public void channelInactive(final ChannelHandlerContext context)
    {
        failed("connection closed before the answer");
    }

    @Override
    public void exceptionCaught(final ChannelHandlerContext context, final Throwable cause)
    {
        failed(cause.getClass().getSimpleName() + ": " + cause.getMessage());
    }

    private boolean end()
    {
        if (ended)
        {
            return false;
        }
        ended = true;
        timeout.cancel(false);
        if (channel != null)
        {
            channel.close();
        }
        return true;
    }
}
