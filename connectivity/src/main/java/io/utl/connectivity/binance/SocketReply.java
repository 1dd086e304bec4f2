package io.utl.connectivity.binance;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An answer of the WebSocket API.
 *
 * @param status as in HTTP.
 * @param code   the venue's error code; 0 if it is no error.
 * @param text   the venue's words; empty if it is no error.
 * @param result content of a success, or the data beside an error; a missing node if there is none.
 */
record SocketReply(String id, int status, int code, String text, JsonNode result)
{
    /** @throws CorruptMessageException if it is no answer. */
    public static SocketReply of(final JsonNode node)
    {
        if (!node.path("status").isIntegralNumber())
        {
            throw new CorruptMessageException("answer without status");
        }
        final JsonNode error = node.path("error");
        return new SocketReply(node.path("id").asText(), node.path("status").intValue(),
            error.path("code").asInt(0), error.path("msg").asText(""),
            error.isMissingNode() ? node.path("result") : error.path("data"));
    }

    /** True for a success. */
    public boolean ok()
    {
        return status == 200;
    }

    /** True if the request may have been executed all the same. */
    public boolean outcomeUnknown()
    {
        return !ok() && BinanceMapping.outcomeUnknown(status, code, text);
    }

    /** The refusal in words. */
    public String explain()
    {
        return BinanceMapping.explain(status, code, text);
    }
}
