package io.utl.connectivity.simulator.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.utl.connectivity.simulator.match.VenueError;
import io.utl.connectivity.transport.server.HttpExchange;
import io.utl.connectivity.transport.server.ServerHandler;
import io.utl.connectivity.transport.server.SocketConnection;
import io.utl.connectivity.transport.server.SocketHandler;

import java.util.Map;
import java.util.StringJoiner;
import java.util.function.LongSupplier;

/**
 * The WebSocket API at {@code /ws-api/v3}: one JSON request per text message, answered under its id.
 * Thread: event loop. Source: web-socket-api.md, July 2026: the signed text is all parameters but the signature, sorted
 * by name, as {@code name=value} joined by ampersands.
 */
final class WsApiFace implements ServerHandler
{
    private final RequestPort port;
    private final KeyRing keys;
    private final MatchingQueue queue;
    private final UserStreams streams;
    private final LongSupplier clockMs;

    WsApiFace(
        final RequestPort port, final KeyRing keys, final MatchingQueue queue, final UserStreams streams,
        final LongSupplier clockMs)
    {
        this.port = port;
        this.keys = keys;
        this.queue = queue;
        this.streams = streams;
        this.clockMs = clockMs;
    }

    @Override
    public void onRequest(final HttpExchange exchange)
    {
        exchange.respond(404, Map.of(), "{\"code\":-1020,\"msg\":\"This operation is not supported.\"}");
    }

    @Override
    public SocketHandler onSocket(final SocketConnection connection, final String path, final String query)
    {
        if (!"/ws-api/v3".equals(path))
        {
            return null;
        }
        final ApiSession session = new ApiSession(
            connection, clockMs.getAsLong(), !("&" + query + "&").contains("&returnRateLimits=false&"));
        return queue.offer(() -> streams.opened(session)) ? new Conversation(session) : null;
    }

    /** One connection's requests. */
    private final class Conversation implements SocketHandler
    {
        private final ApiSession session;

        private Conversation(final ApiSession session)
        {
            this.session = session;
        }

        @Override
        public void onText(final String text)
        {
            JsonNode id = NullNode.instance;
            try
            {
                final JsonNode request = Json.parse(text);
                id = id(request);
                submit(request, id);
            }
            catch (final JsonProcessingException e)
            {
                refuse(id, new VenueError(-1135, "Invalid JSON Request"));
            }
            catch (final VenueError e)
            {
                refuse(id, e);
            }
        }

        private JsonNode id(final JsonNode request)
        {
            final JsonNode id = request.get("id");
            if (id == null || !id.isTextual() && !id.isIntegralNumber() && !id.isNull())
            {
                throw new VenueError(-1135, "Invalid 'id' in JSON request; expected an integer, a string, or null.");
            }
            return id;
        }

        private void submit(final JsonNode request, final JsonNode id)
        {
            final JsonNode method = request.get("method");
            if (method == null || !method.isTextual())
            {
                throw new VenueError(-1135, "Invalid 'method' in JSON request; expected a string.");
            }
            final JsonNode given = request.get("params");
            if (given != null && !given.isObject())
            {
                throw new VenueError(-1135, "Invalid 'params' in JSON request; expected an object.");
            }
            final Params params = new Params();
            if (given != null)
            {
                given.properties().forEach(field -> params.put(field.getKey(), text(field.getValue())));
            }
            final String name = method.asText();
            port.submit(new VenueRequest(
                name.startsWith("v3/") ? name.substring(3) : name, params,
                Credentials.of(keys, params.text("apiKey"), payload(params), params.text("signature")), session,
                new WsReply(session.connection(), id, params.flag("returnRateLimits", session.returnRateLimits()))));
        }

        private void refuse(final JsonNode id, final VenueError error)
        {
            new WsReply(session.connection(), id, false).error(error, null, null);
        }

        @Override
        public void onClosed()
        {
            if (!queue.offer(() -> streams.closed(session)))
            {
                // The matching thread is stopped or overrun; what is sent to a closed connection is dropped there.
                session.connection().close(1001, "");
            }
        }
    }

    private static String text(final JsonNode value)
    {
        return value.isNull() ? "" : value.isContainerNode() ? value.toString() : value.asText();
    }

    private static String payload(final Params params)
    {
        final StringJoiner joined = new StringJoiner("&");
        params.all().forEach((name, value) ->
        {
            if (!"signature".equals(name))
            {
                joined.add(name + "=" + value);
            }
        });
        return joined.toString();
    }
}
