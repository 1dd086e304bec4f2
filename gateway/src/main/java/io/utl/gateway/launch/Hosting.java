package io.utl.gateway.launch;

import io.utl.codecs.frame.StateMachine;
import io.utl.config.settings.GatewaySettings;
import io.utl.gateway.core.Core;
import io.utl.gateway.journal.CorruptJournalException;
import io.utl.gateway.journal.DifferenceException;
import io.utl.gateway.journal.DirectoryInUseException;
import io.utl.gateway.journal.JournalDirectory;
import io.utl.gateway.journal.JournalFailure;
import io.utl.gateway.journal.JournalSettings;
import io.utl.gateway.journal.JournalVersionException;
import io.utl.gateway.journal.MachineHaltException;
import io.utl.gateway.journal.Recovered;
import io.utl.gateway.journal.Recovery;
import io.utl.gateway.pipeline.HaltHandler;
import io.utl.gateway.pipeline.Pipeline;
import io.utl.gateway.pipeline.PipelineSettings;
import io.utl.gateway.pipeline.TimeSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Lays the road on a data directory: makes it, locks it, recovers it, and turns every way in which that can fail into
 * one sentence with its exit code.
 * <p>
 * Thread: the one that starts.
 */
final class Hosting
{
    private Hosting()
    {
    }

    /** Creates the directory if it is absent and proves that it can be written. */
    static void prepare(final Path data) throws StartException
    {
        try
        {
            Files.createDirectories(data);
            Files.delete(Files.createTempFile(data, ".probe", null));
        }
        catch (final IOException e)
        {
            throw new StartException(StartException.ERROR, "data directory " + data + " cannot be written (" +
                reason(e) + "); name a directory you own with --data DIR", e);
        }
    }

    /** Locks and recovers; nothing is changed where this refuses. */
    static Recovered recover(final GatewaySettings settings) throws StartException
    {
        return recover(settings, Core::new);
    }

    static Recovered recover(final GatewaySettings settings, final StateMachine.Factory machine) throws StartException
    {
        final JournalSettings journal = JournalSettings.of(Build.version() + " " + Build.commit(),
            Integer.toUnsignedLong(settings.toString().hashCode())).withBlockSize(settings.journal().blockBytes());
        try
        {
            return new Recovery(new JournalDirectory(settings.data()), journal, machine)
                .run(TimeSource.SYSTEM.wallNs());
        }
        catch (final DirectoryInUseException | JournalFailure | MachineHaltException e)
        {
            throw new StartException(StartException.ERROR, e.getMessage(), e);
        }
        catch (final CorruptJournalException | JournalVersionException e)
        {
            throw new StartException(StartException.CORRUPT, e.getMessage(), e);
        }
        catch (final DifferenceException e)
        {
            throw new StartException(StartException.DIFFERENCE, e.getMessage(), e);
        }
        catch (final IOException | UncheckedIOException e)
        {
            throw new StartException(StartException.ERROR, "data directory " + settings.data() +
                " cannot be read or written (" + e.getMessage() + "); name a directory you own with --data DIR", e);
        }
    }

    /** The road over what was recovered, not yet running. */
    static Pipeline pipeline(final Recovered recovered, final GatewaySettings settings, final HaltHandler halt)
    {
        return new Pipeline(recovered,
            PipelineSettings.of(settings.journal().durability())
                .withSlots(settings.pipeline().inboundSlots(), settings.pipeline().outboundSlots())
                .withWait(settings.pipeline().waitStrategy()),
            TimeSource.SYSTEM, halt);
    }

    private static String reason(final IOException failure)
    {
        if (failure instanceof AccessDeniedException)
        {
            return "permission denied";
        }
        if (failure instanceof FileAlreadyExistsException)
        {
            return "it is a file, no directory";
        }
        if (failure instanceof NoSuchFileException)
        {
            return "nothing can be made there";
        }
        return failure instanceof FileSystemException system && system.getReason() != null
            ? system.getReason() : failure.toString();
    }
}
