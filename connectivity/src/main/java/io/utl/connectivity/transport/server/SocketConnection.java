package io.utl.connectivity.transport.server;

/** One open WebSocket as seen by the server. Thread: any. */
public interface SocketConnection
{
    /** Sends a text message; a connection that is closed or too far behind drops it and is disconnected. */
    void send(String text);

    /** Closes with a WebSocket status code and a reason of at most 123 bytes. */
    void close(int code, String reason);

    boolean open();

    /** A number never given to two connections of a server. */
    long id();
}
