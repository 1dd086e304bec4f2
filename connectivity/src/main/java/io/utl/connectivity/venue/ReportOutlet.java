package io.utl.connectivity.venue;

import org.agrona.DirectBuffer;

/** Where encoded reports leave towards the inbound ring. Thread: the adapter's IO thread. */
public interface ReportOutlet
{
    /** A fact: taken now or kept until it is; never lost, never reordered. Copied. */
    void fact(DirectBuffer buffer, int offset, int length);

    /** A sample: @return false if it was dropped. */
    boolean sample(DirectBuffer buffer, int offset, int length);
}
