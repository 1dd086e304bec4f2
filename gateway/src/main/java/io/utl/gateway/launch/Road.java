package io.utl.gateway.launch;

import io.utl.gateway.journal.Recovered;
import io.utl.gateway.pipeline.Pipeline;

/**
 * The road as something that is closed: before it runs the journals are given back, afterwards it is drained, a
 * snapshot is written and the end is marked as clean.
 * <p>
 * Thread: the one that starts, then the one that stops.
 */
final class Road implements AutoCloseable
{
    private static final long DRAIN_SECONDS = 30;

    private final Recovered recovered;
    private final Pipeline pipeline;
    private volatile boolean running;
    private volatile boolean clean;

    Road(final Recovered recovered, final Pipeline pipeline)
    {
        this.recovered = recovered;
        this.pipeline = pipeline;
    }

    Recovered recovered()
    {
        return recovered;
    }

    Pipeline pipeline()
    {
        return pipeline;
    }

    void start()
    {
        running = true;
        pipeline.start();
    }

    /** True once it was closed, drained and marked as clean. */
    boolean clean()
    {
        return clean;
    }

    @Override
    public void close()
    {
        if (running)
        {
            clean = pipeline.stop(DRAIN_SECONDS);
        }
        else
        {
            recovered.close();
            clean = true;
        }
    }
}
