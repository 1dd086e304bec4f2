package io.utl.connectivity.transport.server;

/**
 * Limits of a {@link LoopbackServer}.
 *
 * @param maxContentBytes   largest HTTP body and largest WebSocket message.
 * @param maxQueuedBytes    unsent bytes at which a slow reader is disconnected.
 * @param pingIntervalMs    how often a WebSocket is pinged.
 * @param pongTimeoutMs     without a pong for this long the WebSocket is closed.
 * @param requestTimeoutSec an HTTP connection that sends nothing for this long is closed.
 */
public record ServerSettings(
    int maxContentBytes, int maxQueuedBytes, long pingIntervalMs, long pongTimeoutMs, int requestTimeoutSec)
{
    /** 64 KB messages, 4 MB unsent, a ping each 20 s to be answered within 60 s, as Binance documents. */
    public static ServerSettings defaults()
    {
        return new ServerSettings(1 << 16, 1 << 22, 20_000, 60_000, 120);
    }

    public ServerSettings withPing(final long intervalMs, final long timeoutMs)
    {
        return new ServerSettings(maxContentBytes, maxQueuedBytes, intervalMs, timeoutMs, requestTimeoutSec);
    }

    public ServerSettings withMaxQueuedBytes(final int bytes)
    {
        return new ServerSettings(maxContentBytes, bytes, pingIntervalMs, pongTimeoutMs, requestTimeoutSec);
    }
}
