package io.utl.gateway.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where things lie below a data directory: {@code journal/<epoch>/}, {@code events/<epoch>/}, their marks, and
 * {@code snapshots/}. Knows names only.
 *
 * @param root the data directory.
 */
public record JournalDirectory(Path root)
{
    /** The two journals. */
    public enum Stream
    {
        /** Commands, forced as durability says. */
        COMMANDS("journal"),
        /** Events, forced at each checkpoint. */
        EVENTS("events");

        private final String folder;

        Stream(final String folder)
        {
            this.folder = folder;
        }

        /** Name of its folder below the data directory. */
        public String folder()
        {
            return folder;
        }
    }

    public Path stream(final Stream stream)
    {
        return root.resolve(stream.folder());
    }

    public Path mark(final Stream stream)
    {
        return stream(stream).resolve("mark");
    }

    public Path epoch(final Stream stream, final long epoch)
    {
        return stream(stream).resolve(String.format(Locale.ROOT, "%06d", epoch));
    }

    public Path snapshots()
    {
        return root.resolve("snapshots");
    }

    public Path lock()
    {
        return root.resolve("lock");
    }

    /** Names the process that holds the lock. */
    public Path owner()
    {
        return root.resolve("owner");
    }

    /** Numbers of the epochs that have a folder, ascending. */
    public List<Long> epochs(final Stream stream)
    {
        final Path folder = stream(stream);
        if (!Files.isDirectory(folder))
        {
            return List.of();
        }
        try (java.util.stream.Stream<Path> entries = Files.list(folder))
        {
            return entries.filter(Files::isDirectory).map(path -> path.getFileName().toString())
                .filter(name -> name.matches("[0-9]{6,18}")).map(Long::valueOf).sorted().toList();
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    /** Data files of one epoch, in the order they were written. */
    static List<Path> files(final Path epochFolder)
    {
        if (!Files.isDirectory(epochFolder))
        {
            return List.of();
        }
        try (java.util.stream.Stream<Path> entries = Files.list(epochFolder))
        {
            return new ArrayList<>(entries.filter(path -> path.toString().endsWith(".cq4")).sorted().toList());
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException("cannot list " + epochFolder, e);
        }
    }
}
