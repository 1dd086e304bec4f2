package io.utl.gateway.core;

/**
 * For how much there is room before tables grow; growing is allowed, and allocates. Sizes change no event.
 *
 * @param orders live orders, and those that ended lately.
 * @param ids    ClOrdIDs over all time.
 */
public record CoreSizes(int orders, int ids)
{
    /** For a gateway that begins. */
    public static final CoreSizes DEFAULT = new CoreSizes(65_536, 262_144);
    /** For tests and tools that start many cores. */
    public static final CoreSizes SMALL = new CoreSizes(4_096, 4_096);

    public CoreSizes
    {
        if (orders < 1 || ids < 1)
        {
            throw new IllegalArgumentException("sizes must be at least 1: orders=" + orders + ", ids=" + ids);
        }
    }
}
