package io.utl.connectivity.transport;

import java.util.Locale;
import java.util.Map;

/**
 * A whole HTTP answer.
 *
 * @param status  100 to 599.
 * @param headers by lower-case name; of several values the last.
 * @param body    its bytes; owned by the receiver.
 */
public record HttpReply(int status, Map<String, String> headers, byte[] body)
{
    public HttpReply
    {
        headers = Map.copyOf(headers);
    }

    /** True for 200 to 299. */
    public boolean ok()
    {
        return status >= 200 && status < 300;
    }

    /** A header's value; {@code otherwise} if it is not there. */
    public String header(final String name, final String otherwise)
    {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), otherwise);
    }
}
