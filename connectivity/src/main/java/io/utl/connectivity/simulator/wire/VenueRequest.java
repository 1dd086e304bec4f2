package io.utl.connectivity.simulator.wire;

/**
 * One request on its way to the matching thread, whichever transport brought it.
 * Thread: built on the event loop, then handed over; the reply is given from the matching thread.
 */
final class VenueRequest
{
    private final String method;
    private final Params params;
    private final Credentials credentials;
    private final ApiSession session;
    private final Reply reply;

    VenueRequest(
        final String method, final Params params, final Credentials credentials, final ApiSession session,
        final Reply reply)
    {
        this.method = method;
        this.params = params;
        this.credentials = credentials;
        this.session = session;
        this.reply = reply;
    }

    /** The method's name in the WebSocket API, also for REST: {@code order.place}. */
    String method()
    {
        return method;
    }

    Params params()
    {
        return params;
    }

    Credentials credentials()
    {
        return credentials;
    }

    /** The WebSocket API session that asks; null over REST. */
    ApiSession session()
    {
        return session;
    }

    Reply reply()
    {
        return reply;
    }
}
