package io.utl.connectivity.venue;

/** Reads a venue's private stream and reports what happens to orders. Thread: the adapter's IO thread. */
@FunctionalInterface
public interface AccountFeed
{
    /**
     * One message of the private stream.
     *
     * @param message bytes, valid during the call only.
     */
    void onMessage(byte[] message, int offset, int length);
}
