package io.utl.connectivity.simulator;

import io.utl.connectivity.simulator.match.VenueMemory;
import io.utl.connectivity.simulator.wire.MatchingQueue;
import io.utl.connectivity.simulator.wire.Outbox;
import io.utl.connectivity.simulator.wire.UserStreams;
import org.agrona.concurrent.ManyToOneConcurrentArrayQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.locks.LockSupport;

/**
 * The one thread that owns the venue's state: it runs what the sockets put into its queue and plays the market between,
 * then flushes the memory, then lets answers and events out.
 * <p>
 * A failing memory ends it: nothing is answered any more, since nothing could be kept.
 */
final class MatchingThread implements MatchingQueue
{
    private static final Logger LOG = LoggerFactory.getLogger(MatchingThread.class);
    private static final int CAPACITY = 16_384;
    private static final int BATCH = 64;
    private static final long LONGEST_PARK_NS = 50_000_000L;

    private final ManyToOneConcurrentArrayQueue<Runnable> queue = new ManyToOneConcurrentArrayQueue<>(CAPACITY);
    private final Thread thread = new Thread(this::run, "venue-matching");
    private final MarketPlayer player;
    private final VenueMemory memory;
    private final Outbox outbox;
    private final UserStreams streams;
    private volatile boolean running = true;

    MatchingThread(
        final MarketPlayer player, final VenueMemory memory, final Outbox outbox, final UserStreams streams)
    {
        this.player = player;
        this.memory = memory;
        this.outbox = outbox;
        this.streams = streams;
        thread.setDaemon(true);
    }

    void start()
    {
        thread.start();
    }

    @Override
    public boolean offer(final Runnable task)
    {
        if (!running || !queue.offer(task))
        {
            return false;
        }
        LockSupport.unpark(thread);
        return true;
    }

    /** Ends the thread behind what is queued; waits for it. */
    void stop()
    {
        running = false;
        LockSupport.unpark(thread);
        try
        {
            thread.join();
        }
        catch (final InterruptedException e)
        {
            Thread.currentThread().interrupt();
        }
    }

    boolean alive()
    {
        return thread.isAlive();
    }

    private void run()
    {
        try
        {
            while (running)
            {
                turn();
            }
            drain(CAPACITY);
            memory.flush();
            outbox.deliver();
        }
        catch (final RuntimeException e)
        {
            running = false;
            LOG.error("the embedded venue stops: its memory or its market failed", e);
        }
    }

    private void turn()
    {
        final int done = drain(BATCH);
        final long wait = player.run(System.nanoTime(), System.currentTimeMillis());
        streams.second();
        memory.flush();
        outbox.deliver();
        if (done == 0 && wait > 0 && queue.isEmpty())
        {
            LockSupport.parkNanos(Math.min(wait, LONGEST_PARK_NS));
        }
    }

    private int drain(final int most)
    {
        int done = 0;
        Runnable task = queue.poll();
        while (task != null)
        {
            task.run();
            done++;
            task = done < most ? queue.poll() : null;
        }
        return done;
    }
}
