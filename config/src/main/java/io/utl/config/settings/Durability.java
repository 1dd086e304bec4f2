package io.utl.config.settings;

/** What a command is before anything that follows from it leaves: {@code utl.journal.durability}. */
public enum Durability
{
    /** Appended; forced every 10 ms beside the path: survives the process, not the machine. */
    PROCESS,
    /** Forced to the disk, a batch at a time: survives a loss of power. */
    POWER
}
