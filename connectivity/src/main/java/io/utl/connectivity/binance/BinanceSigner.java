package io.utl.connectivity.binance;

import io.utl.connectivity.venue.Credentials;
import io.utl.connectivity.venue.RequestDraft;
import io.utl.connectivity.venue.Signer;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The query-signature family. REST signs its parameters in the order sent, percent-encoded (since 2026-01-15); the
 * WebSocket API signs them sorted by name and as they are, the key's name among them.
 * A pure function; the timestamp is the venue's time.
 */
public enum BinanceSigner implements Signer
{
    /** Query string or form body; the key's name travels in the header X-MBX-APIKEY. */
    REST
    {
        @Override
        public String payload(final RequestDraft draft)
        {
            return query(draft);
        }

        @Override
        public RequestDraft sign(final RequestDraft draft, final Credentials credentials, final long timeMs)
        {
            final RequestDraft stamped = copy(draft).param("timestamp", timeMs);
            return stamped.param("signature", new SigningKey(credentials).sign(payload(stamped)));
        }
    },
    /** Parameters of one request of the WebSocket API. */
    SOCKET
    {
        @Override
        public String payload(final RequestDraft draft)
        {
            return draft.params().stream()
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .map(param -> param.getKey() + "=" + param.getValue())
                .collect(Collectors.joining("&"));
        }

        @Override
        public RequestDraft sign(final RequestDraft draft, final Credentials credentials, final long timeMs)
        {
            final RequestDraft stamped =
                copy(draft).param("timestamp", timeMs).param("apiKey", credentials.apiKey());
            return stamped.param("signature", new SigningKey(credentials).sign(payload(stamped)));
        }
    };

    /** What is signed of a draft that has no signature yet. */
    public abstract String payload(RequestDraft draft);

    /** Adds only the time: enough on a WebSocket session that is logged on. */
    public static RequestDraft stamp(final RequestDraft draft, final long timeMs)
    {
        return copy(draft).param("timestamp", timeMs);
    }

    /** The parameters as a query string, percent-encoded. */
    public static String query(final RequestDraft draft)
    {
        return draft.params().stream()
            .map(param -> encode(param.getKey()) + "=" + encode(param.getValue()))
            .collect(Collectors.joining("&"));
    }

    private static String encode(final String text)
    {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static RequestDraft copy(final RequestDraft draft)
    {
        final RequestDraft copy = new RequestDraft(draft.method(), draft.path());
        final List<Map.Entry<String, String>> params = draft.params();
        params.forEach(param -> copy.param(param.getKey(), param.getValue()));
        return copy;
    }
}
