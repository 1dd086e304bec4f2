package io.utl.connectivity.transport.server;

import java.util.Map;

/**
 * One HTTP request and the way to its answer. The request's parts never change; {@link #respond} is given
 * once, by any thread.
 */
public interface HttpExchange
{
    /** In capitals, such as {@code GET}. */
    String method();

    /** The path without query, not decoded. */
    String path();

    /** What stands behind the question mark, not decoded; empty if nothing does. */
    String query();

    /** A header's value; null if absent. */
    String header(String name);

    /** The body as UTF-8 text; empty if there is none. */
    String body();

    /** Answers with JSON. Thread: any. A second answer is ignored. */
    void respond(int status, Map<String, String> headers, String json);
}
