package io.utl.gateway.tools.fix;

import io.utl.gateway.fix.FixDictionary;
import io.utl.gateway.fix.FixText;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import quickfix.ApplicationAdapter;
import quickfix.ConfigError;
import quickfix.DefaultMessageFactory;
import quickfix.FieldNotFound;
import quickfix.FileStoreFactory;
import quickfix.Initiator;
import quickfix.Log;
import quickfix.MemoryStoreFactory;
import quickfix.Message;
import quickfix.MessageStoreFactory;
import quickfix.Session;
import quickfix.SessionID;
import quickfix.SessionSettings;
import quickfix.SocketInitiator;
import quickfix.field.MsgType;

/**
 * An ordinary QuickFIX/J initiator with one session: prints each message with an arrow and a bar, keeps what came.
 * The dictionary is the unchanged FIX44.xml of the jar with every validation on, whatever the file asks for.
 * <p>
 * Thread: one caller. Allocates freely.
 */
public final class FixClient implements AutoCloseable
{
    private static final String DICTIONARY = "FIX44.xml";

    private final SessionID id;
    private final SocketInitiator initiator;
    private final PrintStream out;
    private final BlockingQueue<Message> received = new LinkedBlockingQueue<>();
    private final CountDownLatch loggedOn = new CountDownLatch(1);
    private final CountDownLatch turnedAway = new CountDownLatch(1);
    private final AtomicInteger rejects = new AtomicInteger();
    private final AtomicInteger messages = new AtomicInteger();
    private volatile String logoutText;

    /**
     * @param settings one session, FIX.4.4, with LogonTag keys for 553 and 554.
     * @throws ConfigError if QuickFIX/J refuses the settings.
     */
    public FixClient(final SessionSettings settings, final PrintStream out) throws ConfigError
    {
        this.out = out;
        final Iterator<SessionID> sessions = settings.sectionIterator();
        if (!sessions.hasNext())
        {
            throw new ConfigError("no [SESSION] in the configuration; see examples/fix-client/client.cfg");
        }
        this.id = sessions.next();
        validateAll(settings);
        final MessageStoreFactory stores = settings.getDefaultProperties().containsKey("FileStorePath") ?
            new FileStoreFactory(settings) : new MemoryStoreFactory();
        this.initiator = new SocketInitiator(new Listener(), stores, settings, session -> new Lines(),
            new DefaultMessageFactory());
    }

    /** Reads a QuickFIX/J file; a host or a port given here goes before the one in the file. */
    public static SessionSettings read(final Path file, final String host, final int port)
        throws IOException, ConfigError
    {
        try (InputStream in = Files.newInputStream(file))
        {
            final SessionSettings settings = new SessionSettings(in);
            final Iterator<SessionID> sessions = settings.sectionIterator();
            while (sessions.hasNext())
            {
                final SessionID session = sessions.next();
                if (host != null)
                {
                    settings.setString(session, Initiator.SETTING_SOCKET_CONNECT_HOST, host);
                }
                if (port > 0)
                {
                    settings.setLong(session, Initiator.SETTING_SOCKET_CONNECT_PORT, port);
                }
            }
            return settings;
        }
    }

    /** Settings without a file. */
    public static SessionSettings settings(final String host, final int port, final String senderCompId,
        final String password)
    {
        final SessionID session = new SessionID("FIX.4.4", senderCompId, "UTL");
        final SessionSettings settings = new SessionSettings();
        settings.setString("ConnectionType", "initiator");
        settings.setString(Initiator.SETTING_SOCKET_CONNECT_HOST, host);
        settings.setLong(Initiator.SETTING_SOCKET_CONNECT_PORT, port);
        settings.setLong(Initiator.SETTING_RECONNECT_INTERVAL, 1);
        settings.setLong(Session.SETTING_HEARTBTINT, 30);
        settings.setBool(Session.SETTING_RESET_ON_LOGON, true);
        settings.setBool(Session.SETTING_NON_STOP_SESSION, true);
        settings.setString(Session.SETTING_DATA_DICTIONARY, DICTIONARY);
        settings.setString("LogonTag", "553=" + senderCompId);
        settings.setString("LogonTag1", "554=" + password);
        settings.setString(session, SessionSettings.BEGINSTRING, session.getBeginString());
        settings.setString(session, SessionSettings.SENDERCOMPID, session.getSenderCompID());
        settings.setString(session, SessionSettings.TARGETCOMPID, session.getTargetCompID());
        return settings;
    }

    /**
     * Connects and logs on.
     *
     * @return null when logged on, else one sentence that says why not.
     */
    public String logon(final long timeoutMs) throws ConfigError, InterruptedException
    {
        initiator.start();
        final long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMs);
        while (!loggedOn.await(10, TimeUnit.MILLISECONDS))
        {
            if (turnedAway.await(0, TimeUnit.MILLISECONDS))
            {
                return "logon of " + id.getSenderCompID() + " was refused: " + logoutText;
            }
            if (System.nanoTime() > deadline)
            {
                return "no logon of " + id.getSenderCompID() + " within " + timeoutMs +
                    " ms; is the gateway ready, and is the address right?";
            }
        }
        return null;
    }

    public boolean send(final Message message)
    {
        return Session.lookupSession(id).send(message);
    }

    /** The next report, answer or reject, or null after the time. */
    public Message next(final long timeoutMs) throws InterruptedException
    {
        return received.poll(timeoutMs, TimeUnit.MILLISECONDS);
    }

    /** Rejects seen (35=3 and 35=j), of either side. */
    public int rejects()
    {
        return rejects.get();
    }

    /** Messages seen, of either side. */
    public int messages()
    {
        return messages.get();
    }

    /** Text (58) of the Logout that came, or null. */
    public String logoutText()
    {
        return logoutText;
    }

    @Override
    public void close()
    {
        initiator.stop();
    }

    private static void validateAll(final SessionSettings settings) throws ConfigError
    {
        final Iterator<SessionID> sessions = settings.sectionIterator();
        while (sessions.hasNext())
        {
            final SessionID session = sessions.next();
            settings.setBool(session, Session.SETTING_USE_DATA_DICTIONARY, true);
            settings.setString(session, Session.SETTING_DATA_DICTIONARY, FixDictionary.load().location());
            settings.setBool(session, Session.SETTING_VALIDATE_USER_DEFINED_FIELDS, true);
            settings.setBool(session, Session.SETTING_VALIDATE_FIELDS_HAVE_VALUES, true);
            settings.setBool(session, Session.SETTING_VALIDATE_FIELDS_OUT_OF_ORDER, true);
        }
    }

    private static boolean isReject(final String raw)
    {
        return raw.contains("\00135=3\001") || raw.contains("\00135=j\001");
    }

    private final class Listener extends ApplicationAdapter
    {
        @Override
        public void onLogon(final SessionID session)
        {
            loggedOn.countDown();
        }

        @Override
        public void fromApp(final Message message, final SessionID session)
        {
            received.add(message);
        }

        @Override
        public void fromAdmin(final Message message, final SessionID session) throws FieldNotFound
        {
            if (MsgType.REJECT.equals(message.getHeader().getString(MsgType.FIELD)))
            {
                received.add(message);
            }
        }
    }

    private final class Lines implements Log
    {
        @Override
        public void onIncoming(final String message)
        {
            if (message.contains("\00135=5\001"))
            {
                final int at = message.indexOf("\00158=");
                logoutText = at < 0 ? "(no text)" : message.substring(at + 4, message.indexOf('\001', at + 4));
                turnedAway.countDown();
            }
            line('←', message);
        }

        @Override
        public void onOutgoing(final String message)
        {
            line('→', message);
        }

        @Override
        public void onEvent(final String text)
        {
            // Connection news; the messages themselves tell the story.
        }

        @Override
        public void onErrorEvent(final String text)
        {
            out.println("! " + FixText.readable(text));
        }

        @Override
        public void clear()
        {
            // Numbers begin anew at logon, as the configuration says.
        }

        private void line(final char arrow, final String message)
        {
            messages.incrementAndGet();
            if (isReject(message))
            {
                rejects.incrementAndGet();
            }
            out.println(arrow + " " + FixText.readable(message));
        }
    }
}
