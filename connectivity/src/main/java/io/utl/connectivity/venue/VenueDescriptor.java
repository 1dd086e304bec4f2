package io.utl.connectivity.venue;

import java.time.LocalDate;
import java.util.Set;

/**
 * A venue as data.
 *
 * @param venue         our name of it, 1 to 16 ASCII: BINANCE.
 * @param product       what is traded: spot.
 * @param capabilities  what the adapter offers.
 * @param documentation date of the venue's documentation the adapter was written from.
 * @param source        where that documentation is.
 */
public record VenueDescriptor(
    String venue, String product, Set<Capability> capabilities, LocalDate documentation, String source)
{
    public VenueDescriptor
    {
        capabilities = Set.copyOf(capabilities);
    }

    public boolean offers(final Capability capability)
    {
        return capabilities.contains(capability);
    }
}
