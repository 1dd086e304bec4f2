package io.utl.connectivity.simulator.wire;

import io.utl.connectivity.simulator.match.VenueError;
import io.utl.connectivity.transport.server.HttpExchange;
import io.utl.connectivity.transport.server.ServerHandler;
import io.utl.connectivity.transport.server.SocketConnection;
import io.utl.connectivity.transport.server.SocketHandler;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * REST: paths and verbs to methods, query and body to parameters, header and signature to credentials.
 * Thread: event loop. Source: rest-api.md, July 2026: the signed text is the query followed by the body.
 */
final class RestFace implements ServerHandler
{
    private static final Map<String, String> ROUTES = Map.ofEntries(
        Map.entry("GET /api/v3/ping", "ping"),
        Map.entry("GET /api/v3/time", "time"),
        Map.entry("GET /api/v3/exchangeInfo", "exchangeInfo"),
        Map.entry("GET /api/v3/depth", "depth"),
        Map.entry("POST /api/v3/order", "order.place"),
        Map.entry("POST /api/v3/order/test", "order.test"),
        Map.entry("GET /api/v3/order", "order.status"),
        Map.entry("DELETE /api/v3/order", "order.cancel"),
        Map.entry("POST /api/v3/order/cancelReplace", "order.cancelReplace"),
        Map.entry("PUT /api/v3/order/amend/keepPriority", "order.amend.keepPriority"),
        Map.entry("GET /api/v3/openOrders", "openOrders.status"),
        Map.entry("DELETE /api/v3/openOrders", "openOrders.cancelAll"),
        Map.entry("GET /api/v3/myTrades", "myTrades"),
        Map.entry("GET /api/v3/account", "account.status"),
        Map.entry("GET /api/v3/rateLimit/order", "account.rateLimits.orders"));
    private static final Pattern SIGNATURE = Pattern.compile("(?:^|&)signature=[^&]*");

    private final RequestPort port;
    private final KeyRing keys;

    RestFace(final RequestPort port, final KeyRing keys)
    {
        this.port = port;
        this.keys = keys;
    }

    @Override
    public void onRequest(final HttpExchange exchange)
    {
        final RestReply reply = new RestReply(exchange);
        final String method = ROUTES.get(exchange.method() + " " + exchange.path());
        if (method == null)
        {
            final boolean pathKnown = ROUTES.keySet().stream().anyMatch(route -> route.endsWith(" " + exchange.path()));
            reply.error(new VenueError(pathKnown ? 405 : 404, -1020, "This operation is not supported."), null, null);
            return;
        }
        try
        {
            final Params params = new Params();
            final boolean get = "GET".equals(exchange.method());
            final String body = get ? "" : exchange.body();
            read(params, body, new HashMap<>());
            read(params, exchange.query(), new HashMap<>());
            final String payload = unsigned(exchange.query()) + unsigned(body);
            port.submit(new VenueRequest(method, params, Credentials.of(
                keys, exchange.header("X-MBX-APIKEY"), payload, params.text("signature")), null, reply));
        }
        catch (final VenueError e)
        {
            reply.error(e, null, null);
        }
    }

    /** Reads one source of parameters; the query is read last, since it wins over the body. */
    private static void read(final Params params, final String form, final Map<String, String> seen)
    {
        if (form.isEmpty())
        {
            return;
        }
        for (final String pair : form.split("&"))
        {
            final int equal = pair.indexOf('=');
            try
            {
                final String name = decode(equal < 0 ? pair : pair.substring(0, equal));
                final String value = equal < 0 ? "" : decode(pair.substring(equal + 1));
                if (seen.put(name, value) != null)
                {
                    throw new VenueError(-1101, "Duplicate values for a parameter detected.");
                }
                params.put(name, value);
            }
            catch (final IllegalArgumentException e)
            {
                throw new VenueError(-1100, "Illegal characters found in a parameter.");
            }
        }
    }

    private static String decode(final String text)
    {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String unsigned(final String form)
    {
        final String without = SIGNATURE.matcher(form).replaceAll("");
        return without.startsWith("&") ? without.substring(1) : without;
    }

    @Override
    public SocketHandler onSocket(final SocketConnection connection, final String path, final String query)
    {
        return null;
    }
}
