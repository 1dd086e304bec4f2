package io.utl.connectivity.simulator.wire;

import io.utl.connectivity.simulator.match.VenueError;
import io.utl.connectivity.transport.server.HttpExchange;

import java.util.HashMap;
import java.util.Map;

/** Answers over REST: the result as it is, or {@code {"code":…,"msg":…}}, with the used weight in headers. */
final class RestReply implements Reply
{
    private final HttpExchange exchange;

    RestReply(final HttpExchange exchange)
    {
        this.exchange = exchange;
    }

    @Override
    public void result(final String json, final Usage usage)
    {
        exchange.respond(200, headers(usage), json);
    }

    @Override
    public void error(final VenueError error, final String data, final Usage usage)
    {
        final Map<String, String> headers = headers(usage);
        if (error.status() == 429 && usage != null)
        {
            final long waitMs = Math.max(0, usage.retryAfterMs() - System.currentTimeMillis());
            headers.put("Retry-After", Long.toString(waitMs / 1_000 + 1));
        }
        final String text = Json.object().put("code", error.code()).put("msg", error.getMessage()).toString();
        exchange.respond(error.status(), headers,
            data == null ? text : text.substring(0, text.length() - 1) + ",\"data\":" + data + "}");
    }

    private static Map<String, String> headers(final Usage usage)
    {
        final Map<String, String> headers = new HashMap<>();
        if (usage != null)
        {
            headers.put("X-MBX-USED-WEIGHT", Integer.toString(usage.weight()));
            headers.put("X-MBX-USED-WEIGHT-1M", Integer.toString(usage.weight()));
            if (usage.placesOrder())
            {
                headers.put("X-MBX-ORDER-COUNT-10S", Integer.toString(usage.orders10s()));
                headers.put("X-MBX-ORDER-COUNT-1D", Integer.toString(usage.ordersDay()));
            }
        }
        return headers;
    }
}
