package io.utl.benchmarks;

/**
 * One round of one pair.
 *
 * @param oursNs    nanoseconds per operation, ours.
 * @param oursBytes bytes allocated per operation, ours.
 * @param peerNs    nanoseconds per operation, the peer.
 * @param peerBytes bytes allocated per operation, the peer.
 */
record Round(double oursNs, double oursBytes, double peerNs, double peerBytes)
{
    /** How many times longer the peer takes. */
    double ratio()
    {
        return peerNs / oursNs;
    }
}
