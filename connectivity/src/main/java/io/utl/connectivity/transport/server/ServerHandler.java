package io.utl.connectivity.transport.server;

/** What a {@link LoopbackServer} serves. Called on an event loop thread; must not block. */
public interface ServerHandler
{
    /** A request that is no WebSocket handshake; to be answered once, now or later. */
    void onRequest(HttpExchange exchange);

    /** A handshake on {@code path}; null refuses it with 404. */
    SocketHandler onSocket(SocketConnection connection, String path, String query);
}
