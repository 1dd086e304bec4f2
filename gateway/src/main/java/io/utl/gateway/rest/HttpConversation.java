package io.utl.gateway.rest;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.util.concurrent.Future;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection: one request, one answer, end of stream. What comes after is read and dropped, so that the answer is
 * not lost to a reset, for a second at most.
 * <p>
 * Thread: the connection's event loop; the reply may come from any.
 */
final class HttpConversation extends SimpleChannelInboundHandler<HttpObject>
{
    private static final Logger LOG = LoggerFactory.getLogger(HttpConversation.class);
    private static final long LINGER_MS = 1_000;
    /** A resource that waits answers within this time. */
    private static final long ANSWER_MS = 30_000;

    private final Routes routes;
    private final boolean local;
    private final ByteBuf body = Unpooled.buffer(0, HttpPort.BODY_BYTES);
    private HttpRequest request;
    private boolean settled;
    private Future<?> deadline;

    HttpConversation(final Routes routes, final boolean local)
    {
        this.routes = routes;
        this.local = local;
    }

    @Override
    public void channelActive(final ChannelHandlerContext context)
    {
        arm(context, HttpPort.DEADLINE_MS, HttpAnswer.problem(408, "TIMEOUT",
            "the request was not whole " + HttpPort.DEADLINE_MS / 1_000 + " s after the connection opened"));
    }

    @Override
    public void channelInactive(final ChannelHandlerContext context)
    {
        deadline.cancel(false);
        settled = true;
    }

    @Override
    protected void channelRead0(final ChannelHandlerContext context, final HttpObject message)
    {
        if (settled)
        {
            return;
        }
        if (message.decoderResult().isFailure())
        {
            answer(context, HttpFraming.refusal(message.decoderResult().cause()));
            return;
        }
        if (message instanceof HttpRequest head)
        {
            request = head;
            final HttpAnswer refusal = HttpFraming.judge(head, local);
            if (refusal != null)
            {
                answer(context, refusal);
                return;
            }
            if (HttpUtil.is100ContinueExpected(head))
            {
                context.writeAndFlush(new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
            }
        }
        if (message instanceof HttpContent content)
        {
            collect(context, content);
        }
    }

    private void collect(final ChannelHandlerContext context, final HttpContent content)
    {
        if (body.readableBytes() + content.content().readableBytes() > HttpPort.BODY_BYTES)
        {
            answer(context, HttpFraming.tooLarge());
            return;
        }
        body.writeBytes(content.content());
        if (content instanceof LastHttpContent)
        {
            dispatch(context);
        }
    }

    private void dispatch(final ChannelHandlerContext context)
    {
        arm(context, ANSWER_MS, HttpAnswer.problem(504, "TIMEOUT", "no answer in time", "unknown"));
        final String text;
        final Map<String, String> query = new TreeMap<>();
        final QueryStringDecoder target;
        try
        {
            text = StandardCharsets.UTF_8.newDecoder().decode(body.nioBuffer()).toString();
            target = new QueryStringDecoder(request.uri());
            target.parameters().forEach((final String name, final List<String> values) ->
                query.put(name, values.get(0)));
        }
        catch (final CharacterCodingException e)
        {
            answer(context, HttpAnswer.problem(400, "MALFORMED", "the body is not UTF-8"));
            return;
        }
        catch (final IllegalArgumentException e)
        {
            answer(context, HttpAnswer.problem(400, "MALFORMED", "the query of the target cannot be decoded"));
            return;
        }
        final boolean head = HttpMethod.HEAD.equals(request.method());
        try
        {
            routes.find(head ? HttpMethod.GET.name() : request.method().name(), target.rawPath())
                .answer(new HttpResource.Request(query, text),
                    reply -> context.executor().execute(() -> answer(context, reply)));
        }
        catch (final RuntimeException e)
        {
            LOG.error("a resource failed: {} {}", request.method(), target.rawPath(), e);
            answer(context, HttpAnswer.problem(500, "INTERNAL", "our fault; it is in the log", "unknown"));
        }
    }

    private void answer(final ChannelHandlerContext context, final HttpAnswer reply)
    {
        if (settled)
        {
            return;
        }
        settled = true;
        deadline.cancel(false);
        final boolean head = request != null && HttpMethod.HEAD.equals(request.method());
        final FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1,
            HttpResponseStatus.valueOf(reply.status()),
            head ? Unpooled.EMPTY_BUFFER : Unpooled.wrappedBuffer(ByteBuffer.wrap(reply.body())));
        response.headers()
            .set(HttpHeaderNames.CONTENT_TYPE, reply.contentType())
            .set(HttpHeaderNames.CONTENT_LENGTH, reply.body().length)
            .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE)
            .set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE)
            .set("X-Content-Type-Options", "nosniff");
        context.writeAndFlush(response).addListener(written ->
        {
            ((DuplexChannel)context.channel()).shutdownOutput();
            context.executor().schedule(() -> context.close(), LINGER_MS, TimeUnit.MILLISECONDS);
        });
    }

    @Override
    public void userEventTriggered(final ChannelHandlerContext context, final Object event)
    {
        // The peer has ended its side: nothing more can come, and if its request was not whole, nothing is owed.
        if (settled || request == null)
        {
            context.close();
        }
    }

    @Override
    public void exceptionCaught(final ChannelHandlerContext context, final Throwable cause)
    {
        LOG.debug("connection from {} ended: {}", context.channel().remoteAddress(), cause.toString());
        context.close();
    }

    private void arm(final ChannelHandlerContext context, final long afterMs, final HttpAnswer late)
    {
        if (deadline != null)
        {
            deadline.cancel(false);
        }
        deadline = context.executor().schedule(() -> answer(context, late), afterMs, TimeUnit.MILLISECONDS);
    }
}
