package io.utl.connectivity.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.utl.connectivity.binance.BinanceCall;
import io.utl.connectivity.binance.BinanceSigner;
import io.utl.connectivity.binance.BinanceWire;
import io.utl.connectivity.binance.SigningKey;
import io.utl.connectivity.transport.HttpCall;
import io.utl.connectivity.venue.Credentials;
import io.utl.connectivity.venue.RequestDraft;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Requests: REST calls and frames of the WebSocket API as an independent client makes them, against ours for the same
 * input. Same method, host, path and parameters; then both signatures by the venue's rule, each over its own bytes.
 */
final class RequestCases
{
    static final String OTHER_PRODUCT = "product not offered (spot only)";
    private static final String SPOT_HOST = "api.binance.com";
    private static final String SOCKET_HOST = "ws-api.binance.com";
    private static final String STREAM_HOST = "stream.binance.com";
    private static final Map<String, String> CHANNELS = Map.of(
        "watchOrderBook", "depth@100ms", "watchOrderBookForSymbols", "depth@100ms", "watchTrades", "trade",
        "watchTradesForSymbols", "trade", "watchBidsAsks", "bookTicker");

    private final Pack pack;
    private final CheckReport report;
    private final Credentials credentials;
    private final JsonNode markets;

    RequestCases(final Pack pack, final CheckReport report)
    {
        this.pack = pack;
        this.report = report;
        final JsonNode keys = pack.json("ccxt-oracle/credentials.json");
        credentials = new Credentials(
            keys.path("apiKey").asText(), Credentials.Kind.HMAC_SHA256, keys.path("secret").asText());
        markets = pack.json("ccxt-oracle/markets/binance.json");
    }

    void rest()
    {
        final JsonNode file = pack.json("ccxt-oracle/requests/binance.json");
        for (final JsonNode one : file.path("cases"))
        {
            final String id = one.path("id").asText();
            final URI uri = URI.create(one.path("http").path("url").asText());
            if (!uri.getHost().equals(SPOT_HOST))
            {
                report.skip(id, OTHER_PRODUCT);
            }
            else if (!uri.getPath().startsWith("/api/"))
            {
                report.skip(id, "wallet endpoint " + uri.getPath() + " is not offered");
            }
            else
            {
                restCase(id, one, uri, file.path("nowMs").asLong());
            }
        }
    }

    private void restCase(final String id, final JsonNode one, final URI uri, final long nowMs)
    {
        final UnifiedCall.Request request = new UnifiedCall(one.path("input"), markets, false)
            .request(one.path("method").asText());
        if (!request.notOffered().isEmpty())
        {
            report.skip(id, request.notOffered());
            return;
        }
        final URI base = URI.create("https://" + SPOT_HOST);
        final HttpCall call = request.call().signed() ?
            BinanceWire.signedCall(base, BinanceSigner.REST.sign(
                request.draft().param("recvWindow", 10_000), credentials, nowMs), credentials) :
            BinanceWire.publicCall(base, request.draft());
        final List<String> differences = new ArrayList<>();
        same("method", one.path("http").path("method").asText(), call.method(), differences);
        same("host", uri.getHost(), call.uri().getHost(), differences);
        same("path", uri.getPath(), call.uri().getPath(), differences);
        final String body = one.path("http").path("body").asText("");
        final String theirs = body.isEmpty() || body.equals("null") ? query(uri) : body;
        final String ours = call.body().isEmpty() ? query(call.uri()) : call.body();
        parameters(form(theirs), form(ours), differences);
        if (request.call().signed())
        {
            same("key header", one.path("http").path("headers").path("X-MBX-APIKEY").asText(),
                header(call, "X-MBX-APIKEY"), differences);
            signature("ours", ours, differences);
            signature("theirs", theirs, differences);
        }
        report.judge(id, differences);
    }

    /** The rule, computed apart: HMAC-SHA256 in hex over everything before the signature. */
    private void signature(final String whose, final String signed, final List<String> differences)
    {
        final int at = signed.indexOf("&signature=");
        if (at < 0)
        {
            differences.add(whose + " has no signature at its end");
            return;
        }
        same("signature, " + whose, Hmac.hex(credentials.secret(), signed.substring(0, at)),
            signed.substring(at + "&signature=".length()), differences);
    }

    void socket()
    {
        final JsonNode file = pack.json("ccxt-oracle/ws-requests/binance.json");
        final long nowMs = file.path("nowMs").asLong(1_700_000_000_123L);
        for (final JsonNode one : file.path("cases"))
        {
            final String id = one.path("id").asText();
            final JsonNode frame = one.path("ws").path(0);
            final URI uri = URI.create(frame.path("url").asText("none://none"));
            if (uri.getHost().equals(STREAM_HOST))
            {
                stream(id, one, frame.path("message"));
            }
            else if (uri.getHost().equals(SOCKET_HOST))
            {
                socketCase(id, one, frame.path("message"), nowMs);
            }
            else
            {
                report.skip(id, OTHER_PRODUCT);
            }
        }
    }

    private void stream(final String id, final JsonNode one, final JsonNode message)
    {
        final String channel = CHANNELS.get(one.path("method").asText());
        if (channel == null)
        {
            report.skip(id, one.path("method").asText() + " is not offered");
            return;
        }
        final List<String> differences = new ArrayList<>();
        same("method", message.path("method").asText(), "SUBSCRIBE", differences);
        for (final JsonNode stream : message.path("params"))
        {
            final String name = stream.asText();
            same("channel", name.substring(name.indexOf('@') + 1), channel, differences);
            if (name.startsWith("undefined@"))
            {
                report.exception(id, "the pack's stream '" + name + "' names no symbol; by the documentation it is " +
                    "<symbol>@" + channel + " in lower case (web-socket-streams.md)");
            }
        }
        report.judge(id, differences);
    }

    private void socketCase(final String id, final JsonNode one, final JsonNode message, final long nowMs)
    {
        final String method = one.path("method").asText();
        final UnifiedCall.Request request = switch (method)
        {
            case "watchMyTrades", "watchOrders", "watchBalance", "authenticate" -> new UnifiedCall.Request(
                BinanceCall.SUBSCRIBE_SIGNED, BinanceCall.SUBSCRIBE_SIGNED.socket(), "");
            default -> new UnifiedCall(one.path("input"), markets, true).request(method.replaceFirst("Ws$", ""));
        };
        if (!request.notOffered().isEmpty())
        {
            report.skip(id, request.notOffered());
            return;
        }
        final RequestDraft draft = request.call().signed() ?
            BinanceSigner.SOCKET.sign(request.draft().param("recvWindow", 10_000), credentials, nowMs) :
            request.draft();
        final JsonNode ours = Pack.parse(BinanceWire.frame("1", draft).getBytes(StandardCharsets.UTF_8));
        final List<String> differences = new ArrayList<>();
        same("method", message.path("method").asText(), ours.path("method").asText(), differences);
        parameters(fields(message.path("params")), fields(ours.path("params")), differences);
        if (request.call().signed())
        {
            frameSignature("ours", fields(ours.path("params")), differences);
            frameSignature("theirs", fields(message.path("params")), differences);
        }
        report.judge(id, differences);
    }

    private void frameSignature(final String whose, final Map<String, String> params, final List<String> differences)
    {
        final Map<String, String> sorted = new TreeMap<>(params);
        final String signature = sorted.remove("signature");
        final StringBuilder payload = new StringBuilder();
        sorted.forEach((name, value) -> payload.append(payload.isEmpty() ? "" : "&").append(name).append('=')
            .append(value));
        same("signature, " + whose, new SigningKey(credentials).sign(payload.toString()), signature, differences);
        same("signature rule, " + whose, Hmac.hex(credentials.secret(), payload.toString()), signature, differences);
    }

    /** As sets; signatures are judged apart, and a client order id nobody gave is each client's own. */
    private static void parameters(
        final Map<String, String> theirs, final Map<String, String> ours, final List<String> differences)
    {
        final Map<String, String> expected = new TreeMap<>(theirs);
        final Map<String, String> found = new TreeMap<>(ours);
        expected.remove("signature");
        found.remove("signature");
        if (UnifiedCall.OWN_ID.equals(found.get("newClientOrderId")))
        {
            expected.replace("newClientOrderId", UnifiedCall.OWN_ID);
        }
        if (!expected.equals(found))
        {
            differences.add("expected " + expected + ", found " + found);
        }
    }

    private static Map<String, String> fields(final JsonNode params)
    {
        final Map<String, String> fields = new TreeMap<>();
        params.properties().forEach(field -> fields.put(field.getKey(), field.getValue().asText()));
        return fields;
    }

    private static Map<String, String> form(final String encoded)
    {
        final Map<String, String> fields = new TreeMap<>();
        for (final String part : encoded.split("&"))
        {
            final int at = part.indexOf('=');
            if (at > 0)
            {
                fields.put(URLDecoder.decode(part.substring(0, at), StandardCharsets.UTF_8),
                    URLDecoder.decode(part.substring(at + 1), StandardCharsets.UTF_8));
            }
        }
        return fields;
    }

    private static String query(final URI uri)
    {
        return uri.getRawQuery() == null ? "" : uri.getRawQuery();
    }

    private static String header(final HttpCall call, final String name)
    {
        return call.headers().stream().filter(header -> header.getKey().equals(name)).map(Map.Entry::getValue)
            .findFirst().orElse("");
    }

    static void same(
        final String what, final Object expected, final Object found, final List<String> differences)
    {
        if (!String.valueOf(expected).equals(String.valueOf(found)))
        {
            differences.add(what + ": expected " + expected + ", found " + found);
        }
    }
}
