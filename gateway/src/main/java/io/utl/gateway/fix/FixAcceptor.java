package io.utl.gateway.fix;

import io.utl.codecs.frame.EgressPort;
import io.utl.codecs.frame.IngressPort;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quickfix.Acceptor;
import quickfix.ConfigError;
import quickfix.DefaultMessageFactory;
import quickfix.FileStoreFactory;
import quickfix.Message;
import quickfix.RuntimeError;
import quickfix.Session;
import quickfix.SessionFactory;
import quickfix.SessionID;
import quickfix.SessionSettings;
import quickfix.ThreadedSocketAcceptor;

/**
 * The FIX 4.4 front end. Each session has its own thread, so that one never stalls another.
 * <p>
 * Numbers and messages are kept for resends while the process lives; a start begins all sessions anew (ADR 0009).
 * Thread: {@link #start} and {@link #close} by the launcher; {@link #egress()} is driven by the FIX egress thread.
 */
public final class FixAcceptor implements AutoCloseable
{
    private static final Logger LOG = LoggerFactory.getLogger(FixAcceptor.class);
    private static final int QUEUE_LOW = 64;
    private static final int QUEUE_HIGH = 1_024;
    private static final int CACHED_MESSAGES = 100_000;
    private static final long LOGOUT_WAIT_NS = TimeUnit.SECONDS.toNanos(1);
    private static final String STORE_PREFIX = "FIX.4.4-" + FixSettings.COMP_ID + "-";

    private final FixSettings settings;
    private final FixDictionary dictionary;
    private final FixCounters counters = new FixCounters();
    private final Map<Integer, FixPeer> peers = new HashMap<>();
    private final FixApplication application;
    private final LogonGuard guard;
    private final ReportTranslator translator = new ReportTranslator(this::send, counters.reportsFailed);
    private ThreadedSocketAcceptor acceptor;
    private volatile boolean open;

    /**
     * @param ingress takes the commands; see the classes of input there.
     * @throws IllegalStateException if the dictionary of the QuickFIX/J jar cannot be read.
     */
    public FixAcceptor(final FixSettings settings, final IngressPort ingress)
    {
        this.settings = settings;
        this.dictionary = FixDictionary.load();
        settings.sessions().forEach(session -> peers.put(session.number(), new FixPeer(session)));
        final Clock clock = Clock.systemUTC();
        this.application = new FixApplication(peers.values(), dictionary, ingress, counters, clock);
        this.guard = new LogonGuard(new LogonCheck(settings, peers.values(), clock), counters, clock,
            settings.logonTimeoutMs());
    }

    /**
     * Empties the store directory and opens the port.
     *
     * @throws IOException with one sentence: directory not writable, or port taken.
     */
    public void start() throws IOException
    {
        emptyStore();
        checkPort();
        try
        {
            final ThreadedSocketAcceptor starting = ThreadedSocketAcceptor.newBuilder()
                .withApplication(application)
                .withMessageStoreFactory(new FileStoreFactory(engineSettings()))
                .withSettings(engineSettings())
                .withLogFactory(FixLog.factory(peers.values(), counters))
                .withMessageFactory(new DefaultMessageFactory())
                .withQueueWatermarks(QUEUE_LOW, QUEUE_HIGH)
                .build();
            starting.setIoFilterChainBuilder(guard);
            acceptor = starting;
            starting.start();
            open = true;
        }
        catch (final ConfigError | RuntimeError e)
        {
            close();
            throw cannotListen(e);
        }
    }

    /** The port that is open, also where 0 was asked for. */
    public int port()
    {
        return ((InetSocketAddress)acceptor.getEndpoints().iterator().next().getLocalAddress()).getPort();
    }

    /** {@code host:port} as clients need it. */
    public String address()
    {
        return settings.host() + ":" + port();
    }

    /** Feed it with all events; it picks those for FIX sessions. */
    public EgressPort egress()
    {
        return translator;
    }

    public FixCounters counters()
    {
        return counters;
    }

    /** True while the session with this number is logged on. */
    public boolean isLoggedOn(final int sessionNumber)
    {
        final FixPeer peer = peers.get(sessionNumber);
        final Session session = peer == null ? null : peer.session();
        return session != null && session.isLoggedOn();
    }

    /** True while a connection belongs to the session, logged on or about to be. */
    boolean isConnected(final int sessionNumber)
    {
        return peers.get(sessionNumber).session().hasResponder();
    }

    /** Connections that have not logged on yet. */
    public int waiting()
    {
        return guard.waiting();
    }

    /** Says Logout to all, waits up to a second for theirs, closes the port, ends the threads. May be called twice. */
    @Override
    public void close()
    {
        open = false;
        application.stopping();
        guard.close();
        if (acceptor == null)
        {
            return;
        }
        final ThreadedSocketAcceptor closing = acceptor;
        acceptor = null;
        final List<Session> sessions = List.copyOf(closing.getManagedSessions());
        sessions.forEach(session -> session.logout("the gateway is stopping"));
        final long deadline = System.nanoTime() + LOGOUT_WAIT_NS;
        while (sessions.stream().anyMatch(Session::hasResponder) && System.nanoTime() < deadline)
        {
            sessions.forEach(FixAcceptor::advance);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        closing.stop(true);
    }

    /** Lets a session send its Logout now; QuickFIX/J's own timer looks once a second. */
    private static void advance(final Session session)
    {
        try
        {
            session.next();
        }
        catch (final IOException e)
        {
            LOG.warn("FIX session {} could not say Logout: {}", session.getSessionID(), e.getMessage());
        }
    }

    private void send(final Message message, final int sessionNumber)
    {
        final FixPeer peer = peers.get(sessionNumber);
        final Session session = peer == null ? null : peer.session();
        if (session == null || !open)
        {
            // Another edge's session, or nobody can be told any more: the event journal has it.
            return;
        }
        if (!session.isLoggedOn())
        {
            counters.reportsKept.increment();
        }
        session.send(message);
    }

    private SessionSettings engineSettings()
    {
        final SessionSettings engine = new SessionSettings();
        engine.setString(SessionFactory.SETTING_CONNECTION_TYPE, SessionFactory.ACCEPTOR_CONNECTION_TYPE);
        engine.setString(Acceptor.SETTING_SOCKET_ACCEPT_ADDRESS, settings.host());
        engine.setLong(Acceptor.SETTING_SOCKET_ACCEPT_PORT, settings.port());
        engine.setString(FileStoreFactory.SETTING_FILE_STORE_PATH, settings.directory().toString());
        engine.setLong(FileStoreFactory.SETTING_FILE_STORE_MAX_CACHED_MSGS, CACHED_MESSAGES);
        engine.setString("SocketTcpNoDelay", "Y");
        engine.setBool(Session.SETTING_NON_STOP_SESSION, true);
        engine.setBool(Session.SETTING_USE_DATA_DICTIONARY, true);
        engine.setString(Session.SETTING_DATA_DICTIONARY, dictionary.location());
        engine.setBool(Session.SETTING_VALIDATE_FIELDS_OUT_OF_ORDER, true);
        engine.setBool(Session.SETTING_VALIDATE_FIELDS_HAVE_VALUES, true);
        engine.setBool(Session.SETTING_VALIDATE_USER_DEFINED_FIELDS, true);
        engine.setBool(Session.SETTING_REJECT_MESSAGE_ON_UNHANDLED_EXCEPTION, true);
        engine.setBool(Session.SETTING_CHECK_LATENCY, true);
        engine.setLong(Session.SETTING_MAX_LATENCY, settings.maxSkewSeconds());
        engine.setString(Session.SETTING_TIMESTAMP_PRECISION, "MICROS");
        engine.setLong(Session.SETTING_MAX_SCHEDULED_WRITE_REQUESTS, settings.maxWrites());
        engine.setLong(Session.SETTING_LOGON_TIMEOUT, Math.max(1, settings.logonTimeoutMs() / 1_000));
        for (final FixPeer peer : peers.values())
        {
            final SessionID id = peer.id();
            engine.setString(id, SessionSettings.BEGINSTRING, id.getBeginString());
            engine.setString(id, SessionSettings.SENDERCOMPID, id.getSenderCompID());
            engine.setString(id, SessionSettings.TARGETCOMPID, id.getTargetCompID());
        }
        return engine;
    }

    /** Numbers of an earlier process must not be trusted: what it was given last may never have been journaled. */
    private void emptyStore() throws IOException
    {
        final Path directory = settings.directory();
        try
        {
            Files.createDirectories(directory);
            try (DirectoryStream<Path> old = Files.newDirectoryStream(directory, STORE_PREFIX + "*"))
            {
                for (final Path file : old)
                {
                    Files.delete(file);
                }
            }
            Files.delete(Files.createTempFile(directory, STORE_PREFIX, ".probe"));
        }
        catch (final IOException e)
        {
            throw new IOException("FIX directory " + directory + " cannot be written (" + rootMessage(e) +
                "); give the gateway a directory it owns", e);
        }
    }

    /** Asked before QuickFIX/J is, which would print a stack trace; whoever takes the port in between still fails. */
    private void checkPort() throws IOException
    {
        try (ServerSocket probe = new ServerSocket())
        {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(settings.host(), settings.port()));
        }
        catch (final IOException e)
        {
            throw cannotListen(e);
        }
    }

    private IOException cannotListen(final Exception e)
    {
        return new IOException("utl.fix.port=" + settings.port() + ": cannot listen on " + settings.host() + ":" +
            settings.port() + " (" + rootMessage(e) + "); stop whoever has the port or choose another", e);
    }

    private static String rootMessage(final Throwable thrown)
    {
        Throwable root = thrown;
        while (root.getCause() != null)
        {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }
}
