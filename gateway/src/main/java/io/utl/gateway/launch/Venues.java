package io.utl.gateway.launch;

import io.utl.codecs.frame.IngressPort;
import io.utl.config.settings.GatewaySettings;
import io.utl.connectivity.venue.Instrument;
import io.utl.connectivity.venue.VenueAdapter;
import java.util.List;

/**
 * The venues of one start: the embedded one of the demo, or those of the configuration.
 * <p>
 * Thread: the one that starts.
 */
interface Venues extends AutoCloseable
{
    /** Looks at what they are made from; before anything is written. Called once, before {@link #open}. */
    void prepare(GatewaySettings settings) throws StartException;

    /** Makes them reachable; after the data directory is locked. */
    void open(GatewaySettings settings) throws StartException;

    /** True for the embedded venue of the demo: the start waits for its market and opens balances on it. */
    boolean embedded();

    /** What is traded on, for the ready line. */
    String description();

    /** Makes the adapters; they are started later. Called once. */
    List<VenueAdapter> adapters(GatewaySettings settings, IngressPort ingress);

    /** The instrument that the demo presents, among those listed; null while it is not listed. */
    Instrument presented(List<Instrument> listed);

    @Override
    void close();
}
