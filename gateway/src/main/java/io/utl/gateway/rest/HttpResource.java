package io.utl.gateway.rest;

import java.util.Map;
import java.util.function.Consumer;

/**
 * What one method of one path does.
 * <p>
 * Thread: an event loop; it must not wait. It may answer later, from any thread, exactly once.
 */
@FunctionalInterface
public interface HttpResource
{
    /**
     * One whole request.
     *
     * @param query parameters of the target; a name without a value has the value "".
     * @param body  text of the body, "" if there is none.
     */
    record Request(Map<String, String> query, String body)
    {
    }

    void answer(Request request, Consumer<HttpAnswer> reply);
}
