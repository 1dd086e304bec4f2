package io.utl.connectivity.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.utl.connectivity.simulator.match.VenueError;
import io.utl.connectivity.transport.server.SocketConnection;

/** Answers of the WebSocket API: {@code id}, {@code status}, {@code result} or {@code error}, {@code rateLimits}. */
final class WsReply implements Reply
{
    private final SocketConnection connection;
    private final JsonNode id;
    private final boolean rateLimits;

    WsReply(final SocketConnection connection, final JsonNode id, final boolean rateLimits)
    {
        this.connection = connection;
        this.id = id;
        this.rateLimits = rateLimits;
    }

    @Override
    public void result(final String json, final Usage usage)
    {
        connection.send("{\"id\":" + id + ",\"status\":200,\"result\":" + json + limits(usage) + "}");
    }

    @Override
    public void error(final VenueError error, final String data, final Usage usage)
    {
        final ObjectNode body = Json.object().put("code", error.code()).put("msg", error.getMessage());
        String text = body.toString();
        final String details = data != null ? data : error.status() == 429 && usage != null ?
            "{\"serverTime\":" + System.currentTimeMillis() + ",\"retryAfter\":" + usage.retryAfterMs() + "}" : null;
        if (details != null)
        {
            text = text.substring(0, text.length() - 1) + ",\"data\":" + details + "}";
        }
        connection.send(
            "{\"id\":" + id + ",\"status\":" + error.status() + ",\"error\":" + text + limits(usage) + "}");
    }

    private String limits(final Usage usage)
    {
        if (!rateLimits || usage == null)
        {
            return "";
        }
        final ArrayNode json = usage.placesOrder() ? orderLimits(usage) : Json.array();
        limit(json, "REQUEST_WEIGHT", "MINUTE", 1, Usage.WEIGHT_LIMIT, usage.weight());
        return ",\"rateLimits\":" + json;
    }

    static ArrayNode orderLimits(final Usage usage)
    {
        final ArrayNode json = Json.array();
        limit(json, "ORDERS", "SECOND", 10, Usage.ORDERS_10S_LIMIT, usage.orders10s());
        limit(json, "ORDERS", "DAY", 1, Usage.ORDERS_DAY_LIMIT, usage.ordersDay());
        return json;
    }

    private static void limit(
        final ArrayNode into, final String type, final String interval, final int number, final int limit,
        final int count)
    {
        final ObjectNode json = into.addObject();
        json.put("rateLimitType", type);
        json.put("interval", interval);
        json.put("intervalNum", number);
        json.put("limit", limit);
        json.put("count", count);
    }
}
