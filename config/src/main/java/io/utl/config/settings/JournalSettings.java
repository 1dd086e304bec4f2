package io.utl.config.settings;

/**
 * How the journals are written.
 *
 * @param durability what must hold before an event leaves.
 * @param blockBytes bytes reserved ahead, 1 MiB to 1 GiB.
 */
public record JournalSettings(Durability durability, long blockBytes)
{
    public static final long LEAST_BLOCK = 1L << 20;
    public static final long MOST_BLOCK = 1L << 30;

    /** What survives of what was shown to the outside. */
    public enum Durability
    {
        /** Survives the process: page cache; forced every 10 ms. */
        PROCESS,
        /** Survives a loss of power: forced before anything leaves. */
        POWER
    }

    public JournalSettings
    {
        Ranges.check("block", blockBytes, LEAST_BLOCK, MOST_BLOCK);
    }
}
