package io.utl.gateway.fix;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.apache.mina.core.session.IoSession;

/**
 * Connections that have not logged on yet, by address: at most {@link #MOST_PER_ADDRESS}; one more evicts the oldest,
 * so that a flood of silent connections does not keep others out.
 * <p>
 * Thread: any; locks itself for a few instructions.
 */
final class WaitingRoom
{
    static final int MOST_PER_ADDRESS = 64;

    private final Map<InetAddress, Deque<IoSession>> waiting = new HashMap<>();

    /** @return the connection that must go, or null. */
    synchronized IoSession enter(final IoSession session)
    {
        final Deque<IoSession> same = waiting.computeIfAbsent(address(session), key -> new ArrayDeque<>());
        same.addLast(session);
        return same.size() > MOST_PER_ADDRESS ? same.pollFirst() : null;
    }

    synchronized void leave(final IoSession session)
    {
        final InetAddress address = address(session);
        final Deque<IoSession> same = waiting.get(address);
        if (same != null && same.remove(session) && same.isEmpty())
        {
            waiting.remove(address);
        }
    }

    synchronized int size()
    {
        return waiting.values().stream().mapToInt(Deque::size).sum();
    }

    private static InetAddress address(final IoSession session)
    {
        return ((InetSocketAddress)session.getRemoteAddress()).getAddress();
    }
}
