package io.utl.config.settings;

/**
 * How the journals are written.
 *
 * @param durability what must hold before an event leaves.
 * @param blockBytes bytes reserved ahead, a power of two, 1 MiB to 1 GiB.
 */
public record JournalSettings(Durability durability, int blockBytes)
{
    public static final int LEAST_BLOCK = 1 << 20;
    public static final int MOST_BLOCK = 1 << 30;

    public JournalSettings
    {
        Ranges.check("block", blockBytes, LEAST_BLOCK, MOST_BLOCK);
        if (Long.bitCount(blockBytes) != 1)
        {
            throw new IllegalArgumentException("block is " + blockBytes + "; it must be a power of two");
        }
    }
}
