package io.utl.connectivity.transport;

/** Is told how one HTTP call ended: exactly one of the two. Thread: the client's event loop. */
public interface HttpListener
{
    /** An answer came, of whatever status. */
    void onReply(HttpReply reply);

    /**
     * No answer came.
     *
     * @param sent true if the request may have reached the peer: its outcome is unknown then.
     * @param why  one sentence.
     */
    void onFailure(boolean sent, String why);
}
