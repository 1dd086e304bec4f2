package io.utl.connectivity.transport;

/** Is told what happens on one WebSocket. Thread: the socket's event loop. */
public interface WebSocketListener
{
    /** The handshake is done. */
    void onOpen();

    /**
     * One whole text message.
     *
     * @param bytes valid during the call only.
     */
    void onText(byte[] bytes, int offset, int length);

    /**
     * The socket is gone, or never came up. Called exactly once for each {@code connect}.
     *
     * @param why one sentence for logs and reports.
     */
    void onClosed(String why);
}
