package io.utl.gateway.rest;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.util.List;

/**
 * Judges framing and size, before anything looks at the route.
 * <p>
 * Thread: any. Source: RFC 9112 sections 3.2 and 6.1.
 */
final class HttpFraming
{
    private HttpFraming()
    {
    }

    /** What is wrong with the head, or null. */
    static HttpAnswer judge(final HttpRequest head, final boolean local)
    {
        if (!HttpVersion.HTTP_1_1.equals(head.protocolVersion()))
        {
            return HttpAnswer.problem(505, "MALFORMED", "HTTP/1.1 is spoken here");
        }
        final List<String> hosts = head.headers().getAll(HttpHeaderNames.HOST);
        if (hosts.size() != 1)
        {
            return malformed("there must be exactly one Host, there are " + hosts.size());
        }
        if (!head.uri().startsWith("/"))
        {
            return malformed("the target must begin with /");
        }
        if (head.headers().contains(HttpHeaderNames.TRANSFER_ENCODING) &&
            head.headers().contains(HttpHeaderNames.CONTENT_LENGTH))
        {
            return malformed("Transfer-Encoding and Content-Length exclude each other");
        }
        if (local && !loopback(hosts.get(0)))
        {
            return HttpAnswer.problem(403, "NOT_PERMITTED", "Host must be 127.0.0.1, [::1] or localhost on this port");
        }
        if (local && head.headers().contains(HttpHeaderNames.ORIGIN))
        {
            return HttpAnswer.problem(403, "NOT_PERMITTED", "no page of a browser may use this port");
        }
        return size(head);
    }

    private static HttpAnswer size(final HttpRequest head)
    {
        try
        {
            return HttpUtil.getContentLength(head, 0L) > HttpPort.BODY_BYTES ? tooLarge() : null;
        }
        catch (final NumberFormatException e)
        {
            return malformed("Content-Length is no number");
        }
    }

    static HttpAnswer tooLarge()
    {
        return HttpAnswer.problem(413, "TOO_LARGE", "the body may have " + HttpPort.BODY_BYTES + " bytes");
    }

    /** What the decoder's complaint becomes. */
    static HttpAnswer refusal(final Throwable cause)
    {
        if (cause instanceof TooLongHttpLineException)
        {
            return HttpAnswer.problem(414, "TOO_LARGE", "the request line may have " + HttpPort.LINE_BYTES + " bytes");
        }
        if (cause instanceof TooLongHttpHeaderException)
        {
            return HttpAnswer.problem(431, "TOO_LARGE", "the header may have " + HttpPort.HEADER_BYTES + " bytes");
        }
        return malformed("these bytes are no HTTP/1.1 request");
    }

    private static boolean loopback(final String host)
    {
        final int port = host.lastIndexOf(':');
        final String name = port > host.lastIndexOf(']') ? host.substring(0, port) : host;
        return name.equals("127.0.0.1") || name.equals("[::1]") || name.equalsIgnoreCase("localhost");
    }

    private static HttpAnswer malformed(final String detail)
    {
        return HttpAnswer.problem(400, "MALFORMED", detail);
    }
}
