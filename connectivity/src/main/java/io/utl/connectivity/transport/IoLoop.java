package io.utl.connectivity.transport;

import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;

import java.util.concurrent.TimeUnit;

/** One thread for the sockets of one venue. Closing it waits until its sockets are closed, at most five seconds. */
public final class IoLoop implements AutoCloseable
{
    private static final long CLOSE_TIMEOUT_MS = 5_000;

    private final MultiThreadIoEventLoopGroup group;
    private final EventLoop loop;

    /** @param name of the thread, as it is to appear in a thread dump. */
    public IoLoop(final String name)
    {
        group = new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory(name, true), NioIoHandler.newFactory());
        loop = group.next();
    }

    public EventLoop loop()
    {
        return loop;
    }

    @Override
    public void close()
    {
        group.shutdownGracefully(0, CLOSE_TIMEOUT_MS, TimeUnit.MILLISECONDS)
            .awaitUninterruptibly(CLOSE_TIMEOUT_MS, TimeUnit.MILLISECONDS);
    }
}
