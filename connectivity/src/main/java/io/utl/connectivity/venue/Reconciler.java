package io.utl.connectivity.venue;

import io.utl.codecs.sbe.RouteQueryDecoder;

/** Asks a venue what is true. Thread: the adapter's IO thread. */
public interface Reconciler
{
    /** State and fills of one order; ends in its fills and then its state. */
    void query(RouteQueryDecoder query);

    /**
     * After a connect: open orders, and the fills missed since the last one seen, are reported.
     *
     * @param done run when everything was reported; not run if the connection is lost meanwhile.
     */
    void reconcile(Runnable done);
}
