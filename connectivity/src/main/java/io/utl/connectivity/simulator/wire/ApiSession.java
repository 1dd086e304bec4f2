package io.utl.connectivity.simulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.utl.connectivity.transport.server.SocketConnection;

import java.util.TreeMap;
import java.util.Map;

/** One connection to the WebSocket API: its logon and its user data subscriptions. Thread: matching. */
final class ApiSession
{
    private final SocketConnection connection;
    private final long connectedSince;
    private final boolean returnRateLimits;
    private final Map<Integer, Boolean> subscriptions = new TreeMap<>();
    private ApiKey key;
    private long authorizedSince;
    private int nextSubscription;

    ApiSession(final SocketConnection connection, final long connectedSince, final boolean returnRateLimits)
    {
        this.connection = connection;
        this.connectedSince = connectedSince;
        this.returnRateLimits = returnRateLimits;
    }

    SocketConnection connection()
    {
        return connection;
    }

    /** Whether answers tell the rate limits unless a request says otherwise. */
    boolean returnRateLimits()
    {
        return returnRateLimits;
    }

    /** The key that is logged on; null if none is. */
    ApiKey key()
    {
        return key;
    }

    void logon(final ApiKey newKey, final long nowMs)
    {
        key = newKey;
        authorizedSince = nowMs;
    }

    void logout()
    {
        key = null;
    }

    /** Ids of subscriptions, each with whether it stands on the logon. */
    Map<Integer, Boolean> subscriptions()
    {
        return subscriptions;
    }

    int subscribe(final boolean byLogon)
    {
        subscriptions.put(nextSubscription, byLogon);
        return nextSubscription++;
    }

    ObjectNode status(final long nowMs)
    {
        final ObjectNode json = Json.object();
        json.put("apiKey", key == null ? null : key.name());
        json.put("authorizedSince", key == null ? null : (Long)authorizedSince);
        json.put("connectedSince", connectedSince);
        json.put("returnRateLimits", returnRateLimits);
        json.put("serverTime", nowMs);
        json.put("userDataStream", !subscriptions.isEmpty());
        return json;
    }
}
