package io.utl.connectivity.simulator.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.utl.connectivity.transport.server.HttpExchange;
import io.utl.connectivity.transport.server.ServerHandler;
import io.utl.connectivity.transport.server.SocketConnection;
import io.utl.connectivity.transport.server.SocketHandler;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The market streams' address: {@code /ws}, {@code /ws/<stream>}, {@code /stream?streams=a/b}, and the requests that
 * subscribe and unsubscribe. Thread: event loop. Source: web-socket-streams.md, July 2026.
 */
final class StreamFace implements ServerHandler
{
    private static final int MAX_STREAMS = 1_024;
    private static final int MAX_MESSAGES_PER_SECOND = 5;

    private final MatchingQueue queue;
    private final MarketFeed feed;
    private final boolean venueLimits;

    StreamFace(final MatchingQueue queue, final MarketFeed feed, final boolean venueLimits)
    {
        this.queue = queue;
        this.feed = feed;
        this.venueLimits = venueLimits;
    }

    @Override
    public void onRequest(final HttpExchange exchange)
    {
        exchange.respond(404, Map.of(), "{\"code\":-1020,\"msg\":\"This operation is not supported.\"}");
    }

    @Override
    public SocketHandler onSocket(final SocketConnection connection, final String path, final String query)
    {
        final boolean combined = "/stream".equals(path);
        if (!combined && !"/ws".equals(path) && !path.startsWith("/ws/"))
        {
            return null;
        }
        final StreamSession session = new StreamSession(connection, combined);
        final List<String> streams = combined ? asked(query) : split(path.substring(Math.min(path.length(), 4)));
        final boolean taken = queue.offer(() ->
        {
            feed.opened(session);
            streams.forEach(stream -> feed.subscribe(session, stream));
        });
        return taken ? new Conversation(session) : null;
    }

    private static List<String> asked(final String query)
    {
        for (final String pair : query.split("&"))
        {
            if (pair.startsWith("streams="))
            {
                return split(pair.substring(8));
            }
        }
        return List.of();
    }

    private static List<String> split(final String names)
    {
        final List<String> streams = new ArrayList<>();
        for (final String name : URLDecoder.decode(names, StandardCharsets.UTF_8).split("/"))
        {
            if (!name.isEmpty() && streams.size() < MAX_STREAMS)
            {
                streams.add(name);
            }
        }
        return streams;
    }

    /** One connection's requests. */
    private final class Conversation implements SocketHandler
    {
        private final StreamSession session;
        private long second;
        private int messages;

        private Conversation(final StreamSession session)
        {
            this.session = session;
        }

        @Override
        public void onText(final String text)
        {
            if (tooMany())
            {
                session.connection().close(1008, "Too many requests");
                return;
            }
            try
            {
                request(Json.parse(text));
            }
            catch (final JsonProcessingException e)
            {
                final var at = e.getLocation();
                error(null, 3, "Invalid JSON: expected value at line " + (at == null ? 1 : at.getLineNr()) +
                    " column " + (at == null ? 1 : at.getColumnNr()));
            }
        }

        private boolean tooMany()
        {
            final long now = System.nanoTime() / 1_000_000_000L;
            messages = now == second ? messages + 1 : 1;
            second = now;
            return venueLimits && messages > MAX_MESSAGES_PER_SECOND;
        }

        private void request(final JsonNode request)
        {
            final JsonNode id = request.get("id");
            if (id != null && !id.isIntegralNumber() && !id.isTextual() && !id.isNull())
            {
                error(null, 2, "Invalid request: request ID must be an unsigned integer");
                return;
            }
            final JsonNode method = request.get("method");
            if (method == null || !method.isTextual())
            {
                error(id, 2, "Invalid request: missing field `method` at line 1 column " + request.toString().length());
                return;
            }
            final JsonNode params = request.path("params");
            switch (method.asText())
            {
                case "SUBSCRIBE" -> change(id, params, true);
                case "UNSUBSCRIBE" -> change(id, params, false);
                case "LIST_SUBSCRIPTIONS" -> onMatching(id, () -> list());
                case "SET_PROPERTY" -> property(id, params);
                case "GET_PROPERTY" -> onMatching(id, () -> Boolean.toString(session.combined()));
                default -> error(id, 2, "Invalid request: unknown variant `" + method.asText() + "`, expected one of " +
                    "`SUBSCRIBE`, `UNSUBSCRIBE`, `LIST_SUBSCRIPTIONS`, `SET_PROPERTY`, `GET_PROPERTY` at line 1 " +
                    "column 28");
            }
        }

        private void change(final JsonNode id, final JsonNode params, final boolean follow)
        {
            final List<String> streams = new ArrayList<>();
            for (final JsonNode param : params)
            {
                if (!param.isTextual() || param.asText().indexOf('@') <= 0 && !param.asText().startsWith("!"))
                {
                    error(id, 2, "Invalid request: invalid stream");
                    return;
                }
                streams.add(param.asText());
            }
            if (!params.isArray() || streams.isEmpty() || streams.size() > MAX_STREAMS)
            {
                error(id, 2, "Invalid request: invalid stream");
                return;
            }
            onMatching(id, () ->
            {
                for (final String stream : streams)
                {
                    if (!follow)
                    {
                        feed.unsubscribe(session, stream);
                    }
                    else if (session.streams().size() < MAX_STREAMS)
                    {
                        feed.subscribe(session, stream);
                    }
                }
                return "null";
            });
        }

        private void property(final JsonNode id, final JsonNode params)
        {
            if (!"combined".equals(params.path(0).asText()))
            {
                error(id, 0, "Unknown property");
            }
            else if (!params.path(1).isBoolean())
            {
                error(id, 1, "Invalid value type: expected Boolean");
            }
            else
            {
                onMatching(id, () ->
                {
                    session.combined(params.path(1).asBoolean());
                    return "null";
                });
            }
        }

        private String list()
        {
            final var names = Json.array();
            session.streams().forEach(names::add);
            return names.toString();
        }

        private void onMatching(final JsonNode id, final Supplier<String> result)
        {
            final boolean taken = queue.offer(() ->
                session.connection().send("{\"result\":" + result.get() + ",\"id\":" + id + "}"));
            if (!taken)
            {
                session.connection().close(1013, "overloaded, try again");
            }
        }

        private void error(final JsonNode id, final int code, final String message)
        {
            final var json = Json.object().put("code", code).put("msg", message);
            if (id != null)
            {
                json.set("id", id);
            }
            session.connection().send(json.toString());
        }

        @Override
        public void onClosed()
        {
            if (!queue.offer(() -> feed.closed(session)))
            {
                // The matching thread is stopped or overrun; what is sent to a closed connection is dropped there.
                session.connection().close(1001, "");
            }
        }
    }
}
