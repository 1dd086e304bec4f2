package io.utl.connectivity.binance;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.utl.connectivity.transport.HttpCall;
import io.utl.connectivity.venue.Credentials;
import io.utl.connectivity.venue.RequestDraft;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Renders drafts into what goes on the wire. Thread: any; no state. Allocates: the text. */
public final class BinanceWire
{
    private static final String KEY_HEADER = "X-MBX-APIKEY";
    /** Parameters that JSON carries as numbers or booleans; all others are strings. */
    private static final Set<String> BARE = Set.of(
        "timestamp", "recvWindow", "orderId", "cancelOrderId", "limit", "fromId", "startTime", "endTime",
        "returnRateLimits");

    private BinanceWire()
    {
    }

    /** A public call: parameters in the query, nobody named. */
    public static HttpCall publicCall(final URI base, final RequestDraft draft)
    {
        return HttpCall.get(uri(base, draft.path(), BinanceSigner.query(draft)));
    }

    /** A signed call: POST and PUT carry the parameters as a form, GET and DELETE in the query. */
    public static HttpCall signedCall(final URI base, final RequestDraft signed, final Credentials credentials)
    {
        final List<Map.Entry<String, String>> headers = new ArrayList<>();
        headers.add(Map.entry(KEY_HEADER, credentials.apiKey()));
        final String query = BinanceSigner.query(signed);
        if (signed.method().equals("POST") || signed.method().equals("PUT"))
        {
            headers.add(Map.entry("Content-Type", "application/x-www-form-urlencoded"));
            return new HttpCall(signed.method(), uri(base, signed.path(), ""), headers, query);
        }
        return new HttpCall(signed.method(), uri(base, signed.path(), query), headers, "");
    }

    /** One request frame of the WebSocket API. */
    public static String frame(final String id, final RequestDraft draft)
    {
        final StringBuilder text = new StringBuilder(256);
        text.append("{\"id\":");
        quote(text, id).append(",\"method\":");
        quote(text, draft.method());
        final List<Map.Entry<String, String>> params = draft.params();
        if (!params.isEmpty())
        {
            text.append(",\"params\":{");
            for (int i = 0; i < params.size(); i++)
            {
                final Map.Entry<String, String> param = params.get(i);
                quote(text.append(i == 0 ? "" : ","), param.getKey()).append(':');
                if (BARE.contains(param.getKey()))
                {
                    text.append(param.getValue());
                }
                else
                {
                    quote(text, param.getValue());
                }
            }
            text.append('}');
        }
        return text.append('}').toString();
    }

    /** The address of combined market streams: lower-case symbol, at, channel. */
    public static URI streams(final URI base, final List<String> streams)
    {
        return URI.create(trimmed(base) + "/stream?streams=" + String.join("/", streams));
    }

    private static URI uri(final URI base, final String path, final String query)
    {
        return URI.create(trimmed(base) + path + (query.isEmpty() ? "" : "?" + query));
    }

    private static String trimmed(final URI base)
    {
        final String text = base.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    private static StringBuilder quote(final StringBuilder text, final String value)
    {
        text.append('"');
        JsonStringEncoder.getInstance().quoteAsString(value, text);
        return text.append('"');
    }
}
