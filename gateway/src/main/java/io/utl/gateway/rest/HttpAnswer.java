package io.utl.gateway.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;

/**
 * One answer, whole.
 * <p>
 * Thread: any; immutable but for the array, which nobody changes.
 *
 * @param status      HTTP status code.
 * @param contentType media type.
 * @param body        bytes of the body.
 */
public record HttpAnswer(int status, String contentType, byte[] body)
{
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Plain text. */
    public static HttpAnswer text(final int status, final String body)
    {
        return new HttpAnswer(status, "text/plain; charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
    }

    /** A JSON document that is already text. */
    public static HttpAnswer json(final int status, final String body)
    {
        return new HttpAnswer(status, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    /** An error in the form of RFC 9457; {@code code} is from our catalogue. */
    public static HttpAnswer problem(final int status, final String code, final String detail)
    {
        return problem(status, code, detail, null);
    }

    /** {@link #problem(int, String, String)} that says what became of the request: not_executed or unknown. */
    public static HttpAnswer problem(final int status, final String code, final String detail, final String outcome)
    {
        final ObjectNode node = JSON.createObjectNode();
        node.put("type", "about:blank").put("title", title(status)).put("status", status)
            .put("detail", detail).put("code", code);
        if (outcome != null)
        {
            node.put("outcome", outcome);
        }
        return new HttpAnswer(status, "application/problem+json", node.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String title(final int status)
    {
        return HttpResponseStatus.valueOf(status).reasonPhrase();
    }
}
