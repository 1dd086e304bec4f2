package io.utl.gateway.core;

/**
 * For how much there is room before tables grow; growing is allowed, and allocates.
 *
 * @param orders    live orders, and those that ended lately.
 * @param ids       ClOrdIDs over all time.
 * @param keepEnded orders that stay whole after their end; older ones are kept in short.
 */
public record CoreSizes(int orders, int ids, int keepEnded)
{
    /** For a gateway that begins. */
    public static final CoreSizes DEFAULT = new CoreSizes(65_536, 262_144, 32_768);
    /** For tests and tools that start many cores. */
    public static final CoreSizes SMALL = new CoreSizes(4_096, 4_096, 1_024);

    public CoreSizes
    {
        if (orders < 1 || ids < 1 || keepEnded < 0)
        {
            throw new IllegalArgumentException("sizes must be at least 1: orders=" + orders + ", ids=" + ids +
                ", keepEnded=" + keepEnded);
        }
    }
}
