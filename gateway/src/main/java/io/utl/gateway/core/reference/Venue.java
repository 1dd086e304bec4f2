package io.utl.gateway.core.reference;

/** One venue or place of custody, and the state of our order session with it. Thread: core. */
public final class Venue
{
    /** 1 and up, in the order of first use. */
    public final int number;
    /** Account {@code external:VENUE}: the other side of every booking there. */
    public final int contra;
    /** Orders may be sent. */
    public boolean ready;
    /** Kill switch of the venue. */
    public boolean stopped;
    /** Receive window that the adapter asks for; 0: not said. */
    public int recvWindowMs;
    /** Journal time of the last FeedAlive; 0 if none. */
    public long aliveTimeNs;

    public Venue(final int number, final int contra)
    {
        this.number = number;
        this.contra = contra;
    }
}
