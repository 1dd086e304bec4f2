package io.utl.connectivity.transport;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * One HTTP request, ready to go.
 *
 * @param method  GET, POST, PUT or DELETE.
 * @param uri     with its query, already encoded.
 * @param headers in order.
 * @param body    empty for none; ASCII.
 */
public record HttpCall(String method, URI uri, List<Map.Entry<String, String>> headers, String body)
{
    public HttpCall
    {
        headers = List.copyOf(headers);
    }

    /** A plain GET. */
    public static HttpCall get(final URI uri)
    {
        return new HttpCall("GET", uri, List.of(), "");
    }
}
