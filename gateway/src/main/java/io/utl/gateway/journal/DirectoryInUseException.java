package io.utl.gateway.journal;

import java.nio.file.Path;

/** Another process runs on the data directory. Exit code 1. */
public final class DirectoryInUseException extends RuntimeException
{
    private static final long serialVersionUID = 1L;

    DirectoryInUseException(final Path directory, final String pid)
    {
        super("data directory " + directory + " is in use by process " + pid +
            "; stop that process, or choose another directory with --data");
    }
}
