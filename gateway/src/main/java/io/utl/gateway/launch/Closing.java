package io.utl.gateway.launch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * What has to be closed, last opened first. Closing may begin while the start still opens: what is added from then on
 * is closed at once.
 * <p>
 * Thread: any.
 */
final class Closing
{
    private final ArrayDeque<Part> parts = new ArrayDeque<>();
    private final List<String> failures = new ArrayList<>();
    private boolean closing;

    private record Part(String name, AutoCloseable part)
    {
    }

    /** Adds a part; returns it. */
    <T extends AutoCloseable> T add(final String name, final T part) throws StartException
    {
        synchronized (this)
        {
            if (!closing)
            {
                parts.push(new Part(name, part));
                return part;
            }
        }
        close(new Part(name, part));
        throw new StartException(StartException.ERROR, "stopped while starting");
    }

    /** True once closing has begun. */
    synchronized boolean closing()
    {
        return closing;
    }

    /** Closes everything, in order; what fails is kept and the rest is closed all the same. */
    List<String> close()
    {
        while (true)
        {
            final Part part;
            synchronized (this)
            {
                closing = true;
                part = parts.poll();
                if (part == null)
                {
                    return List.copyOf(failures);
                }
            }
            close(part);
        }
    }

    private void close(final Part part)
    {
        try
        {
            part.part().close();
        }
        catch (final Exception e)
        {
            synchronized (this)
            {
                failures.add(part.name() + ": " + e);
            }
        }
    }
}
