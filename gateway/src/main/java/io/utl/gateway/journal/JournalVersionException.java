package io.utl.gateway.journal;

import java.nio.file.Path;

/** A journal that is whole, but written in a format or schema this build does not read. Exit code 4. */
public final class JournalVersionException extends RuntimeException
{
    private static final long serialVersionUID = 1L;

    public JournalVersionException(final Path file, final String found, final String readable)
    {
        super("journal of another version: " + file + " was written with " + found + ", this build reads " + readable +
            "; use the build named there");
    }
}
