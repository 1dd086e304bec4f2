package io.utl.gateway.journal;

import io.utl.codecs.sbe.MessageHeaderDecoder;

/**
 * How journals are written.
 *
 * @param blockSizeBytes reserved ahead per mapping; a power of two, 64 KiB or more.
 * @param build          name of this build, told in each head.
 * @param configHash     hash of the configuration in force, told in each head.
 * @param schemaId       id of the message schema.
 * @param schemaVersion  version of the message schema; older ones are readable.
 * @param disk           forces files and directories.
 */
public record JournalSettings(int blockSizeBytes, String build, long configHash, int schemaId, int schemaVersion,
    Disk disk)
{
    /** Default block, 64 MiB. */
    public static final int BLOCK_SIZE = 64 << 20;

    public JournalSettings
    {
        if (blockSizeBytes < 64 << 10 || Integer.bitCount(blockSizeBytes) != 1)
        {
            throw new IllegalArgumentException("utl.journal.block=" + blockSizeBytes +
                " must be a power of two of at least 65536 bytes");
        }
    }

    /** Settings for this build's own schema. */
    public static JournalSettings of(final String build, final long configHash)
    {
        return new JournalSettings(BLOCK_SIZE, build, configHash, MessageHeaderDecoder.SCHEMA_ID,
            MessageHeaderDecoder.SCHEMA_VERSION, Disk.SYSTEM);
    }

    public JournalSettings withBlockSize(final int bytes)
    {
        return new JournalSettings(bytes, build, configHash, schemaId, schemaVersion, disk);
    }

    public JournalSettings withDisk(final Disk other)
    {
        return new JournalSettings(blockSizeBytes, build, configHash, schemaId, schemaVersion, other);
    }
}
