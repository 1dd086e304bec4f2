/**
 * The seam every venue adapter has: small parts, of which a venue offers some and declares which
 * ({@link io.utl.connectivity.venue.VenueDescriptor}), behind one {@link io.utl.connectivity.venue.VenueAdapter} that
 * takes routed requests as an egress port and reports facts and marks by the ingress port.
 * Thread: everything but {@code onEvent} belongs to the adapter's one IO thread.
 * What stays true: a request is sent once or not at all; a fact is never dropped; a missing part is declared.
 */
package io.utl.connectivity.venue;
