package io.utl.connectivity.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.utl.connectivity.simulator.wire.ApiKey;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Speaks to the venue as an outsider would: the JDK's HTTP client, and signatures made as documented. */
final class OutsideClient
{
    static final String KEY = "hmac-key";
    static final String SECRET = "hmac-secret";
    static final String ED_KEY = "ed-key";
    static final KeyPair ED = pair();
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI rest;

    OutsideClient(final URI rest)
    {
        this.rest = rest;
    }

    private static KeyPair pair()
    {
        try
        {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        }
        catch (final GeneralSecurityException e)
        {
            throw new IllegalStateException(e);
        }
    }

    /** Both keys, for settings. */
    static SimulatorSettings.Builder keys(final SimulatorSettings.Builder settings)
    {
        return settings.key(ApiKey.hmac(KEY, SECRET)).key(ApiKey.ed25519(ED_KEY, ED.getPublic()));
    }

    static String hmac(final String payload)
    {
        try
        {
            final Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(payload.getBytes(StandardCharsets.UTF_8)));
        }
        catch (final GeneralSecurityException e)
        {
            throw new IllegalStateException(e);
        }
    }

    static String ed25519(final String payload)
    {
        try
        {
            final Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(ED.getPrivate());
            signer.update(payload.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signer.sign());
        }
        catch (final GeneralSecurityException e)
        {
            throw new IllegalStateException(e);
        }
    }

    /** An answer: status, headers, JSON. */
    record Answer(int status, Map<String, String> headers, JsonNode json)
    {
        int code()
        {
            return json.path("code").asInt();
        }

        String msg()
        {
            return json.path("msg").asText();
        }

        String text(final String field)
        {
            return json.path(field).asText();
        }
    }

    Answer send(final String method, final String path, final String body, final String key)
    {
        final HttpRequest.Builder request = HttpRequest.newBuilder(rest.resolve(path))
            .method(method, body == null ? HttpRequest.BodyPublishers.noBody() :
                HttpRequest.BodyPublishers.ofString(body));
        if (key != null)
        {
            request.header("X-MBX-APIKEY", key);
        }
        try
        {
            final HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            response.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
            return new Answer(response.statusCode(), headers, MAPPER.readTree(response.body()));
        }
        catch (final IOException e)
        {
            throw new IllegalStateException(e);
        }
        catch (final InterruptedException e)
        {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Answer get(final String path)
    {
        return send("GET", path, null, null);
    }

    /** A signed request with everything in the query. */
    Answer signed(final String method, final String path, final String query)
    {
        final String full = (query.isEmpty() ? "" : query + "&") + "timestamp=" + System.currentTimeMillis();
        return send(method, path + "?" + full + "&signature=" + hmac(full), null, KEY);
    }

    Answer order(final String query)
    {
        return signed("POST", "/api/v3/order", "symbol=BTCUSDT&" + query);
    }

    Answer limit(final String side, final String price, final String quantity)
    {
        return order("side=" + side + "&type=LIMIT&timeInForce=GTC&price=" + price + "&quantity=" + quantity);
    }

    Answer status(final long orderId)
    {
        return signed("GET", "/api/v3/order", "symbol=BTCUSDT&orderId=" + orderId);
    }

    static JsonNode parse(final String text)
    {
        try
        {
            return MAPPER.readTree(text);
        }
        catch (final JsonProcessingException e)
        {
            throw new IllegalStateException(e);
        }
    }
}
