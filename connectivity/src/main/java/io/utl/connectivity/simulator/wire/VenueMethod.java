package io.utl.connectivity.simulator.wire;

import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * One method of the venue, by its WebSocket API name; REST reaches the same by path and verb.
 *
 * @param params   names it knows besides those of every request.
 * @param places   true if it counts as a new order.
 */
record VenueMethod(
    String name, Security security, ToIntFunction<Params> weight, boolean places, Set<String> params, Handler handler)
{
    /** Who may call it. */
    enum Security
    {
        /** Anybody. */
        NONE,
        /** A logged-on session, or a signed request of its own. */
        SIGNED,
        /** A request with a signature of its own, also in a logged-on session. */
        OWN_SIGNATURE,
        /** A logged-on session only. */
        SESSION
    }

    /** Does the work on the matching thread and gives the result as JSON text; refuses by VenueError. */
    interface Handler
    {
        String handle(Call call);
    }

    /**
     * A call that was found in order.
     *
     * @param key     the key it is made with; null for {@link Security#NONE}.
     * @param session the session that asks; null over REST.
     */
    record Call(Params params, long nowMs, ApiKey key, ApiSession session)
    {
    }
}
