package io.utl.gateway.journal;

import java.nio.file.Path;

/** A record that was forced to disk is bad or missing: nothing is started on such a journal. Exit code 4. */
public final class CorruptJournalException extends RuntimeException
{
    private static final long serialVersionUID = 1L;

    private final long sequence;
    private final transient Path file;

    /**
     * @param sequence first sequence that cannot be read.
     * @param file     file, or directory of the epoch, in which it should lie.
     * @param reason   what does not fit, as a clause.
     */
    public CorruptJournalException(final long sequence, final Path file, final String reason)
    {
        super("corrupt journal: seq=" + sequence + " in " + file + ": " + reason +
            "; restore this directory from a copy, nothing was changed");
        this.sequence = sequence;
        this.file = file;
    }

    /** First sequence that cannot be read. */
    public long sequence()
    {
        return sequence;
    }

    /** Where it should lie. */
    public Path file()
    {
        return file;
    }
}
