package io.utl.gateway.fix;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.mina.core.buffer.IoBuffer;
import org.apache.mina.core.filterchain.IoFilter;
import org.apache.mina.core.filterchain.IoFilterAdapter;
import org.apache.mina.core.filterchain.IoFilterChain;
import org.apache.mina.core.filterchain.IoFilterChainBuilder;
import org.apache.mina.core.session.AttributeKey;
import org.apache.mina.core.session.IoSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quickfix.field.Text;
import quickfix.fix44.Logout;

/**
 * Stands before QuickFIX/J's codec: a connection must bring a whole, valid Logon in time and in 4,096 bytes, and later
 * no message above 65,536 bytes; else it is closed, after a Logout that says why once it was logged on. QuickFIX/J
 * alone would keep a silent connection for ever and buffer what a BodyLength announces.
 * <p>
 * Thread: MINA's IO threads, and one timer thread that closes what was too slow.
 */
final class LogonGuard implements IoFilterChainBuilder, AutoCloseable
{
    private static final Logger LOG = LoggerFactory.getLogger(LogonGuard.class);
    private static final AttributeKey CONNECTION = new AttributeKey(LogonGuard.class, "connection");

    private static final long LINGER_MS = 1_000;

    private final LogonCheck check;
    private final FixCounters counters;
    private final Clock clock;
    private final int logonTimeoutMs;
    private final ScheduledExecutorService timer;
    private final WaitingRoom waiting = new WaitingRoom();

    LogonGuard(final LogonCheck check, final FixCounters counters, final Clock clock, final int logonTimeoutMs)
    {
        this.check = check;
        this.counters = counters;
        this.clock = clock;
        this.logonTimeoutMs = logonTimeoutMs;
        this.timer = Executors.newSingleThreadScheduledExecutor(task ->
        {
            final Thread thread = new Thread(task, "fix-guard");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public void buildFilterChain(final IoFilterChain chain)
    {
        chain.addFirst("guard", new BeforeCodec());
        chain.addLast("decoded", new AfterCodec());
    }

    /** Connections without a Logon so far. */
    int waiting()
    {
        return waiting.size();
    }

    @Override
    public void close()
    {
        timer.shutdownNow();
    }

    private void opened(final IoSession session)
    {
        final GuardedConnection connection = new GuardedConnection();
        session.setAttribute(CONNECTION, connection);
        connection.deadline = timer.schedule(() ->
        {
            if (!connection.accepted)
            {
                close(session, connection, "no Logon within " + logonTimeoutMs + " ms");
            }
        }, logonTimeoutMs, TimeUnit.MILLISECONDS);
        final IoSession oldest = waiting.enter(session);
        if (oldest != null)
        {
            close(oldest, (GuardedConnection)oldest.getAttribute(CONNECTION), "more than " +
                WaitingRoom.MOST_PER_ADDRESS + " connections of its address wait for a Logon");
        }
    }

    private void received(final IoFilter.NextFilter next, final IoSession session, final IoBuffer buffer)
    {
        final GuardedConnection connection = (GuardedConnection)session.getAttribute(CONNECTION);
        final byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        if (connection.closed)
        {
            return;
        }
        if (connection.accepted)
        {
            pass(next, session, connection, bytes);
            return;
        }

        final int room = connection.first.length - connection.firstLength;
        final int taken = Math.min(room, bytes.length);
        System.arraycopy(bytes, 0, connection.first, connection.firstLength, taken);
        connection.firstLength += taken;
        final int length = Framing.messageLength(connection.first, connection.firstLength,
            GuardedConnection.MAX_BEFORE_LOGON);
        if (length > 0)
        {
            decide(next, session, connection, length, Arrays.copyOfRange(bytes, taken, bytes.length));
        }
        else if (length == Framing.GARBAGE || taken < bytes.length)
        {
            close(session, connection, "the first bytes are no FIX 4.4 Logon");
        }
    }

    private void decide(final IoFilter.NextFilter next, final IoSession session, final GuardedConnection connection,
        final int length, final byte[] rest)
    {
        final String raw = new String(connection.first, 0, length, StandardCharsets.ISO_8859_1);
        final LogonCheck.Verdict verdict = check.judge(raw);
        switch (verdict.kind())
        {
            case ACCEPT ->
            {
                connection.accepted = true;
                connection.peer = verdict.peer();
                waiting.leave(session);
                connection.deadline.cancel(false);
                final byte[] all = Arrays.copyOf(connection.first, connection.firstLength + rest.length);
                System.arraycopy(rest, 0, all, connection.firstLength, rest.length);
                pass(next, session, connection, all);
            }
            case DROP ->
            {
                counters.logonsRefused.increment();
                close(session, connection, verdict.text());
            }
            case LOGOUT -> logout(session, connection, verdict, raw);
        }
    }

    private void logout(final IoSession session, final GuardedConnection connection, final LogonCheck.Verdict verdict,
        final String raw)
    {
        counters.messagesIn.increment();
        counters.logonsRefused.increment();
        LOG.info("FIX logon of {} refused: {}", verdict.peer().settings(), verdict.text());
        FixLog.INCOMING.debug("{}: {}", verdict.peer().id(), FixText.readable(raw));
        final int number = "Y".equals(FixText.value(raw, 141)) ? 1 : verdict.peer().session().getExpectedSenderNum();
        final String answer = logoutText(verdict, number);
        FixLog.OUTGOING.debug("{}: {}", verdict.peer().id(), FixText.readable(answer));
        counters.messagesOut.increment();
        connection.closed = true;
        connection.deadline.cancel(false);
        session.write(answer);
        session.closeOnFlush();
    }

    private String logoutText(final LogonCheck.Verdict verdict, final int number)
    {
        final String body = "35=5\00134=" + number + "\00149=" + FixSettings.COMP_ID + "\00152=" +
            FixTime.format(clock.millis() * 1_000_000L) + "\00156=" + verdict.peer().settings().senderCompId() +
            "\00158=" + FixText.clean(verdict.text(), 300) + "\001";
        final String message = "8=FIX.4.4\0019=" + body.length() + "\001" + body;
        final int sum = message.chars().sum() % 256;
        return message + "10=" + Integer.toString(1_000 + sum).substring(1) + "\001";
    }

    private void pass(final IoFilter.NextFilter next, final IoSession session, final GuardedConnection connection,
        final byte[] bytes)
    {
        next.messageReceived(session, IoBuffer.wrap(bytes));
        final String wrong = connection.check(bytes, bytes.length);
        if (wrong != null)
        {
            sayWhyAndClose(session, connection, wrong);
        }
    }

    /**
     * A client that got through is told why. What it still sends is read and dropped for a while: closing at once would
     * reset the connection, and the Logout could be lost with it.
     */
    private void sayWhyAndClose(final IoSession session, final GuardedConnection connection, final String reason)
    {
        connection.closed = true;
        counters.connectionsClosed.increment();
        LOG.info("FIX connection from {} closed: {}", session.getRemoteAddress(), reason);
        final Logout logout = new Logout();
        logout.set(new Text(reason));
        connection.peer.session().send(logout);
        timer.schedule(() -> session.closeNow(), LINGER_MS, TimeUnit.MILLISECONDS);
    }

    private void close(final IoSession session, final GuardedConnection connection, final String reason)
    {
        connection.closed = true;
        connection.deadline.cancel(false);
        counters.connectionsClosed.increment();
        LOG.info("FIX connection from {} closed: {}", session.getRemoteAddress(), FixText.clean(reason, 200));
        session.closeNow();
    }

    private final class BeforeCodec extends IoFilterAdapter
    {
        @Override
        public void sessionCreated(final NextFilter next, final IoSession session)
        {
            opened(session);
            next.sessionCreated(session);
        }

        @Override
        public void messageReceived(final NextFilter next, final IoSession session, final Object message)
        {
            received(next, session, (IoBuffer)message);
        }

        @Override
        public void sessionClosed(final NextFilter next, final IoSession session)
        {
            ((GuardedConnection)session.getAttribute(CONNECTION)).deadline.cancel(false);
            waiting.leave(session);
            next.sessionClosed(session);
        }
    }

    private static final class AfterCodec extends IoFilterAdapter
    {
        @Override
        public void messageReceived(final NextFilter next, final IoSession session, final Object message)
        {
            ((GuardedConnection)session.getAttribute(CONNECTION)).decoded(((String)message).length());
            next.messageReceived(session, message);
        }
    }
}
