package io.utl.gateway.fix;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quickfix.Log;
import quickfix.LogFactory;
import quickfix.SessionID;

/**
 * QuickFIX/J's log on our logger: category names as its users know them, messages with a bar for the delimiter and
 * secrets as ***. Counts messages and remembers incoming ones for the text of a Reject.
 * <p>
 * Thread: any.
 */
final class FixLog implements Log
{
    static final Logger INCOMING = LoggerFactory.getLogger("quickfixj.msg.incoming");
    static final Logger OUTGOING = LoggerFactory.getLogger("quickfixj.msg.outgoing");
    private static final Logger EVENT = LoggerFactory.getLogger("quickfixj.event");
    private static final Logger ERROR_EVENT = LoggerFactory.getLogger("quickfixj.errorEvent");

    private final SessionID id;
    private final FixPeer peer;
    private final FixCounters counters;

    private FixLog(final SessionID id, final FixPeer peer, final FixCounters counters)
    {
        this.id = id;
        this.peer = peer;
        this.counters = counters;
    }

    static LogFactory factory(final Iterable<FixPeer> peers, final FixCounters counters)
    {
        return id ->
        {
            for (final FixPeer peer : peers)
            {
                if (peer.id().equals(id))
                {
                    return new FixLog(id, peer, counters);
                }
            }
            throw new IllegalStateException("no such FIX session: " + id);
        };
    }

    @Override
    public void onIncoming(final String message)
    {
        counters.messagesIn.increment();
        peer.remember(message);
        if (INCOMING.isDebugEnabled())
        {
            INCOMING.debug("{}: {}", id, FixText.readable(message));
        }
    }

    @Override
    public void onOutgoing(final String message)
    {
        counters.messagesOut.increment();
        if (OUTGOING.isDebugEnabled())
        {
            OUTGOING.debug("{}: {}", id, FixText.readable(message));
        }
    }

    @Override
    public void onEvent(final String text)
    {
        EVENT.debug("{}: {}", id, FixText.readable(text));
    }

    @Override
    public void onErrorEvent(final String text)
    {
        ERROR_EVENT.info("{}: {}", id, FixText.readable(text));
    }

    @Override
    public void clear()
    {
        EVENT.debug("{}: numbering begins anew", id);
    }
}
