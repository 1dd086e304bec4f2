package io.utl.gateway.fix;

import io.utl.codecs.frame.IngressPort;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quickfix.Application;
import quickfix.FieldNotFound;
import quickfix.Message;
import quickfix.Session;
import quickfix.SessionID;
import quickfix.field.MsgSeqNum;
import quickfix.field.MsgType;
import quickfix.field.Text;

/**
 * Where QuickFIX/J hands over messages: requests go through the translator of the session's thread; refusals go back.
 * <p>
 * Thread: each session's own; {@code toApp} and {@code toAdmin} also the FIX egress thread.
 */
final class FixApplication implements Application
{
    private static final Logger LOG = LoggerFactory.getLogger(FixApplication.class);

    private final Map<SessionID, FixPeer> peers = new HashMap<>();
    private final FixCounters counters;
    private final Refusals refusals;
    private final Clock clock;
    private final ThreadLocal<OrderTranslator> translators;
    private volatile boolean running = true;

    FixApplication(final Iterable<FixPeer> peers, final FixDictionary dictionary, final IngressPort ingress,
        final FixCounters counters, final Clock clock)
    {
        peers.forEach(peer -> this.peers.put(peer.id(), peer));
        this.counters = counters;
        this.refusals = new Refusals(dictionary);
        this.clock = clock;
        this.translators = ThreadLocal.withInitial(() -> new OrderTranslator(dictionary, ingress, () -> running));
    }

    /** From here a stop that finds no room is refused instead of waiting. */
    void stopping()
    {
        running = false;
    }

    @Override
    public void onCreate(final SessionID id)
    {
        peers.get(id).session(Session.lookupSession(id));
    }

    @Override
    public void onLogon(final SessionID id)
    {
        counters.logons.increment();
        LOG.info("FIX session {} logged on", peers.get(id).settings());
    }

    @Override
    public void onLogout(final SessionID id)
    {
        LOG.info("FIX session {} logged out", peers.get(id).settings());
    }

    @Override
    public void toAdmin(final Message message, final SessionID id)
    {
        final FixPeer peer = peers.get(id);
        final String type = type(message);
        if (MsgType.REJECT.equals(type))
        {
            counters.refused.increment();
            refusals.explainReject(peer, message);
        }
        else if (MsgType.LOGOUT.equals(type) && peer.skewedTime() != null)
        {
            message.setString(Text.FIELD, skew(peer.skewedTime(), clock));
            peer.skewedTime(null);
        }
    }

    @Override
    public void toApp(final Message message, final SessionID id)
    {
        if (MsgType.BUSINESS_MESSAGE_REJECT.equals(type(message)) && !message.getHeader().isSetField(43))
        {
            counters.refused.increment();
            refusals.explainBusinessReject(message);
        }
    }

    @Override
    public void fromAdmin(final Message message, final SessionID id)
    {
        if (MsgType.REJECT.equals(type(message)))
        {
            rejectedByClient(message, id);
        }
    }

    @Override
    public void fromApp(final Message message, final SessionID id) throws FieldNotFound
    {
        final String type = type(message);
        if (MsgType.BUSINESS_MESSAGE_REJECT.equals(type))
        {
            rejectedByClient(message, id);
            return;
        }
        final int msgSeqNum = message.getHeader().getInt(MsgSeqNum.FIELD);
        try
        {
            translators.get().translate(peers.get(id).settings(), type, msgSeqNum, message);
            counters.offered.increment();
        }
        catch (final RefusedException e)
        {
            if (e.refusal() == Refusal.BUSY)
            {
                counters.busy.increment();
            }
            LOG.debug("refused 35={} 34={} of {}: {}", type, msgSeqNum, id, e.getMessage());
            peers.get(id).session().send(refusals.answer(message, type, msgSeqNum, e));
        }
    }

    /** One sentence naming both clocks. */
    static String skew(final String sendingTime, final Clock clock)
    {
        final long now = clock.millis() * 1_000_000L;
        return "SendingTime(52)=" + sendingTime + ": our clock says " + FixTime.format(now) +
            "; set the clocks closer together";
    }

    private void rejectedByClient(final Message message, final SessionID id)
    {
        counters.rejectedByClients.increment();
        LOG.warn("FIX session {} rejected a message of ours: {}", id, FixText.readable(message.toString()));
    }

    private static String type(final Message message)
    {
        try
        {
            return message.getHeader().getString(MsgType.FIELD);
        }
        catch (final FieldNotFound e)
        {
            throw new IllegalStateException("a message without MsgType(35)", e);
        }
    }
}
