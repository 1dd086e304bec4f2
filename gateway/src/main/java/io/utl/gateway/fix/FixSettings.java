package io.utl.gateway.fix;

import io.utl.config.settings.ClientReset;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Validated settings of the FIX edge.
 *
 * @param host           address to listen on; must be a loopback address, because passwords travel in clear.
 * @param port           0 to 65535; 0 takes a free one, see {@link FixAcceptor#port()}.
 * @param directory      where the messages of this run are kept for resends; emptied at each start.
 * @param clientReset    when 141=Y is accepted.
 * @param sessions       who may log on, at least one; numbers and SenderCompIDs are unique.
 * @param logonTimeoutMs time from connect to a complete Logon, 1 and up.
 * @param maxSkewSeconds largest distance between SendingTime (52) and our clock, 1 and up.
 * @param maxWrites      messages that may wait in front of a slow reader before it is disconnected, 1 and up.
 */
public record FixSettings(String host, int port, Path directory, ClientReset clientReset, List<FixSession> sessions,
                          int logonTimeoutMs, int maxSkewSeconds, int maxWrites)
{
    /** TargetCompID (56) that clients use; our SenderCompID. */
    public static final String COMP_ID = "UTL";
    public static final int DEFAULT_LOGON_TIMEOUT_MS = 5_000;
    public static final int DEFAULT_MAX_SKEW_SECONDS = 5;
    public static final int DEFAULT_MAX_WRITES = 10_000;

    public FixSettings
    {
        Objects.requireNonNull(directory, "directory");
        Objects.requireNonNull(clientReset, "clientReset");
        sessions = List.copyOf(sessions);
        checkHost(host);
        checkRange("utl.fix.port", port, 0, 65_535);
        checkRange("logonTimeoutMs", logonTimeoutMs, 1, 600_000);
        checkRange("maxSkewSeconds", maxSkewSeconds, 1, 86_400);
        checkRange("maxWrites", maxWrites, 1, 1_000_000);
        checkUnique(sessions);
    }

    /** Defaults for everything but the place and the clients; 141=Y is accepted always, as in the demo. */
    public static FixSettings of(final String host, final int port, final Path directory,
        final List<FixSession> sessions)
    {
        return new FixSettings(host, port, directory, ClientReset.ALWAYS, sessions,
            DEFAULT_LOGON_TIMEOUT_MS, DEFAULT_MAX_SKEW_SECONDS, DEFAULT_MAX_WRITES);
    }

    public FixSettings withClientReset(final ClientReset value)
    {
        return new FixSettings(host, port, directory, value, sessions, logonTimeoutMs, maxSkewSeconds, maxWrites);
    }

    public FixSettings withLogonTimeoutMs(final int value)
    {
        return new FixSettings(host, port, directory, clientReset, sessions, value, maxSkewSeconds, maxWrites);
    }

    private static void checkHost(final String host)
    {
        try
        {
            if (!InetAddress.getByName(host).isLoopbackAddress())
            {
                throw new IllegalArgumentException("utl.bind=" + host + ": Password(554) travels in clear, which " +
                    "is for loopback only; bind to 127.0.0.1 and put an encrypting proxy in front");
            }
        }
        catch (final UnknownHostException e)
        {
            throw new IllegalArgumentException("utl.bind=" + host + ": no such address; use 127.0.0.1", e);
        }
    }

    private static void checkRange(final String name, final int value, final int least, final int most)
    {
        if (value < least || value > most)
        {
            throw new IllegalArgumentException(name + "=" + value + ": must be " + least + " to " + most);
        }
    }

    private static void checkUnique(final List<FixSession> sessions)
    {
        if (sessions.isEmpty())
        {
            throw new IllegalArgumentException("utl.fix.sessions: empty; name at least one client session");
        }
        final Set<Object> seen = new HashSet<>();
        for (final FixSession session : sessions)
        {
            if (!seen.add(session.number()) || !seen.add(session.senderCompId()))
            {
                throw new IllegalArgumentException("utl.fix.sessions: " + session +
                    ": number and SenderCompID may be used once");
            }
        }
    }
}
