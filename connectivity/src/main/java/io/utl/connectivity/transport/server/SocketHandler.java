package io.utl.connectivity.transport.server;

/** What arrives on one WebSocket. Called on its event loop thread, in order. */
public interface SocketHandler
{
    void onText(String text);

    /** The connection is gone, for whatever reason; nothing follows. */
    void onClosed();
}
