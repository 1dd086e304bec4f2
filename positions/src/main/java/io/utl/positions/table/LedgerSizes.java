package io.utl.positions.table;

/**
 * How many records to give room for at once. Beyond that tables grow, which allocates; nothing is refused.
 *
 * @param positions positions and, twice, balances.
 * @param lots      open lots.
 * @param ids       venue trade ids, and as many external ids divided by 16.
 */
public record LedgerSizes(int positions, int lots, int ids)
{
    /** For a gateway: about 24 MB. */
    public static final LedgerSizes GATEWAY = new LedgerSizes(4_096, 65_536, 262_144);
    /** For tests and tools: grows as needed. */
    public static final LedgerSizes SMALL = new LedgerSizes(16, 16, 16);

    public LedgerSizes
    {
        if (positions < 1 || lots < 1 || ids < 1)
        {
            throw new IllegalArgumentException(
                "positions=" + positions + ", lots=" + lots + ", ids=" + ids + ": each must be 1 or more");
        }
    }
}
