package io.utl.gateway.pipeline;

import java.util.Locale;

/** What a command is before anything follows from it; setting {@code utl.journal.durability}. */
public enum Durability
{
    /** Forced to the disk, a batch at a time: survives a loss of power. */
    POWER,
    /** Appended; forced every 10 ms beside the path: survives the process, not the machine. */
    PROCESS;

    /**
     * @param name as in the settings, lower case.
     * @throws IllegalArgumentException naming what is allowed.
     */
    public static Durability of(final String name)
    {
        for (final Durability durability : values())
        {
            if (durability.name().toLowerCase(Locale.ROOT).equals(name))
            {
                return durability;
            }
        }
        throw new IllegalArgumentException("utl.journal.durability=" + name + " must be power or process");
    }
}
