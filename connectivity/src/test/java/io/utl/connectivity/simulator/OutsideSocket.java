package io.utl.connectivity.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.TreeMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** The JDK's WebSocket as an outside client that keeps every message until it is asked for. */
final class OutsideSocket implements WebSocket.Listener, AutoCloseable
{
    private static final long PATIENCE_SEC = 20;

    final CompletableFuture<Integer> closed = new CompletableFuture<>();
    final AtomicInteger pings = new AtomicInteger();
    private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
    private final StringBuilder part = new StringBuilder();
    private final WebSocket socket;
    private int nextId = 1;

    OutsideSocket(final URI uri)
    {
        socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(uri, this).join();
    }

    @Override
    public CompletionStage<?> onText(final WebSocket from, final CharSequence text, final boolean last)
    {
        part.append(text);
        if (last)
        {
            messages.add(OutsideClient.parse(part.toString()));
            part.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onPing(final WebSocket from, final ByteBuffer message)
    {
        pings.incrementAndGet();
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(final WebSocket from, final int code, final String reason)
    {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(final WebSocket from, final Throwable error)
    {
        closed.complete(-1);
    }

    void text(final String text)
    {
        socket.sendText(text, true).join();
    }

    /** The next message that fits; those before it are thrown away. */
    JsonNode next(final Predicate<JsonNode> fits)
    {
        try
        {
            final long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SEC);
            while (System.nanoTime() < deadline)
            {
                final JsonNode message = messages.poll(100, TimeUnit.MILLISECONDS);
                if (message != null && fits.test(message))
                {
                    return message;
                }
            }
        }
        catch (final InterruptedException e)
        {
            Thread.currentThread().interrupt();
        }
        throw new AssertionError("no such message within " + PATIENCE_SEC + " s");
    }

    JsonNode next()
    {
        return next(message -> true);
    }

    /** The next user data event of the given kind. */
    JsonNode event(final String kind)
    {
        return next(message -> kind.equals(message.path("event").path("e").asText())).path("event");
    }

    /** A request of the WebSocket API as it is; gives the answer. */
    JsonNode call(final String method, final Map<String, String> params)
    {
        final ObjectNode request = JsonNodeFactory.instance.objectNode();
        final int id = nextId++;
        request.put("id", id);
        request.put("method", method);
        final ObjectNode values = request.putObject("params");
        params.forEach(values::put);
        text(request.toString());
        return next(message -> message.path("id").asInt(-1) == id);
    }

    /** A request signed with Ed25519 over its sorted parameters. */
    JsonNode signed(final String method, final Map<String, String> params)
    {
        return call(method, sign(params, true));
    }

    JsonNode signedHmac(final String method, final Map<String, String> params)
    {
        return call(method, sign(params, false));
    }

    private static Map<String, String> sign(final Map<String, String> params, final boolean asymmetric)
    {
        final Map<String, String> all = new TreeMap<>(params);
        all.put("apiKey", asymmetric ? OutsideClient.ED_KEY : OutsideClient.KEY);
        all.put("timestamp", Long.toString(System.currentTimeMillis()));
        final StringJoiner payload = new StringJoiner("&");
        all.forEach((name, value) -> payload.add(name + "=" + value));
        all.put("signature", asymmetric ? OutsideClient.ed25519(payload.toString()) :
            OutsideClient.hmac(payload.toString()));
        return all;
    }

    /** A request in a logged-on session: only the time is added. */
    JsonNode timed(final String method, final Map<String, String> params)
    {
        final Map<String, String> all = new TreeMap<>(params);
        all.put("timestamp", Long.toString(System.currentTimeMillis()));
        return call(method, all);
    }

    @Override
    public void close()
    {
        socket.abort();
    }
}
