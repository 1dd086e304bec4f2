package io.utl.gateway.fix;

import java.util.concurrent.atomic.AtomicReferenceArray;
import quickfix.Session;
import quickfix.SessionID;

/**
 * One client session as the edge sees it: its settings, its QuickFIX/J id, and the last raw messages, from which the
 * text of a Reject quotes the value that was refused.
 * <p>
 * Thread: any.
 */
final class FixPeer
{
    private static final int REMEMBERED = 64;

    private final FixSession settings;
    private final SessionID id;
    private final AtomicReferenceArray<String> recent = new AtomicReferenceArray<>(REMEMBERED);
    private volatile String skewedTime;
    private volatile Session session;

    FixPeer(final FixSession settings)
    {
        this.settings = settings;
        this.id = new SessionID("FIX.4.4", FixSettings.COMP_ID, settings.senderCompId());
    }

    FixSession settings()
    {
        return settings;
    }

    SessionID id()
    {
        return id;
    }

    /** QuickFIX/J's session, null before the start. */
    Session session()
    {
        return session;
    }

    void session(final Session value)
    {
        session = value;
    }

    void remember(final String raw)
    {
        final int number = number(FixText.value(raw, 34));
        if (number > 0)
        {
            recent.set(number % REMEMBERED, raw);
        }
    }

    /** Text of a field of the incoming message with this MsgSeqNum, or null if it is gone or never had it. */
    String valueIn(final int msgSeqNum, final int tag)
    {
        final String raw = recent.get(Math.floorMod(msgSeqNum, REMEMBERED));
        return raw != null && number(FixText.value(raw, 34)) == msgSeqNum ? FixText.value(raw, tag) : null;
    }

    /** SendingTime (52) of the last message refused for its clock, or null. */
    String skewedTime()
    {
        return skewedTime;
    }

    void skewedTime(final String value)
    {
        skewedTime = value;
    }

    private static int number(final String text)
    {
        if (text == null || text.isEmpty() || text.length() > 9)
        {
            return 0;
        }
        int value = 0;
        for (int i = 0; i < text.length(); i++)
        {
            final char c = text.charAt(i);
            if (c < '0' || c > '9')
            {
                return 0;
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }
}
