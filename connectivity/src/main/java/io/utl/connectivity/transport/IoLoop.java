package io.utl.connectivity.transport;

import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.TimeUnit;

/**
 * One thread for the sockets and timers of one venue. A task that throws is logged and costs only itself: a timer
 * ticks on. Closing it waits until its sockets are closed, at most five seconds.
 */
public final class IoLoop implements AutoCloseable
{
    private static final Logger LOG = LoggerFactory.getLogger(IoLoop.class);
    private static final long CLOSE_TIMEOUT_MS = 5_000;

    private final MultiThreadIoEventLoopGroup group;
    private final EventLoop loop;

    /** @param name of the thread, as it is to appear in a thread dump. */
    public IoLoop(final String name)
    {
        group = new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory(name, true), NioIoHandler.newFactory());
        loop = group.next();
    }

    /** Runs a task on the thread, behind what waits there. Any thread. */
    public void execute(final Runnable task)
    {
        loop.execute(guarded(task));
    }

    /** Runs a task on the thread after a while. */
    public void after(final long delay, final TimeUnit unit, final Runnable task)
    {
        loop.schedule(guarded(task), delay, unit);
    }

    /** Runs a task on the thread again and again. */
    public void every(final long periodMs, final Runnable task)
    {
        loop.scheduleAtFixedRate(guarded(task), periodMs, periodMs, TimeUnit.MILLISECONDS);
    }

    /** Runs a task on the thread and waits for its end, at most five seconds. Not from the thread itself. */
    public void await(final Runnable task)
    {
        loop.submit(guarded(task)).awaitUninterruptibly(CLOSE_TIMEOUT_MS, TimeUnit.MILLISECONDS);
    }

    EventLoop eventLoop()
    {
        return loop;
    }

    @Override
    public void close()
    {
        group.shutdownGracefully(0, CLOSE_TIMEOUT_MS, TimeUnit.MILLISECONDS)
            .awaitUninterruptibly(CLOSE_TIMEOUT_MS, TimeUnit.MILLISECONDS);
    }

    private static Runnable guarded(final Runnable task)
    {
        return () ->
        {
            try
            {
                task.run();
            }
            catch (final RuntimeException e)
            {
                LOG.error("a task of thread {} failed", Thread.currentThread().getName(), e);
            }
        };
    }
}
