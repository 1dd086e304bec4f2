package io.utl.gateway.fix;

import io.utl.config.settings.ClientReset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.DateTimeException;
import java.util.HashMap;
import java.util.Map;
import quickfix.Session;

/**
 * Judges the first message of a connection before QuickFIX/J sees it: who knocks, with which secret, which numbering.
 * QuickFIX/J resets a session's numbers before it asks for the password; so an unknown caller must not get that far.
 * <p>
 * Secrets are compared in constant time; an unknown session costs the same as a known one.
 * Thread: MINA's IO threads. Allocates: strings.
 */
final class LogonCheck
{
    /** What to do with the connection. */
    enum Kind
    {
        /** Hand over to QuickFIX/J. */
        ACCEPT,
        /** Close without a word. */
        DROP,
        /** Say why in a Logout, then close. */
        LOGOUT
    }

    /**
     * @param kind what to do.
     * @param peer the session meant, null if none.
     * @param text for a Logout: Text (58); for a drop: for the log.
     */
    record Verdict(Kind kind, FixPeer peer, String text)
    {
    }

    private static final byte[] NOBODY = digest("nobody");
    private static final int MAX_HEARTBEAT_SECONDS = 60;

    private final Map<String, FixPeer> peers = new HashMap<>();
    private final FixSettings settings;
    private final Clock clock;

    LogonCheck(final FixSettings settings, final Iterable<FixPeer> peers, final Clock clock)
    {
        peers.forEach(peer -> this.peers.put(peer.settings().senderCompId(), peer));
        this.settings = settings;
        this.clock = clock;
    }

    /** @param raw one whole message with good length and checksum. */
    Verdict judge(final String raw)
    {
        final String sender = orEmpty(FixText.value(raw, 49));
        final FixPeer peer = peers.get(sender);
        final boolean secretsMatch = secretsMatch(peer, raw);
        if (!"A".equals(FixText.value(raw, 35)))
        {
            return drop(peer, "the first message must be a Logon (35=A)");
        }
        if (peer == null || !FixSettings.COMP_ID.equals(FixText.value(raw, 56)))
        {
            return drop(null, "unknown session SenderCompID(49)=" + sender);
        }
        final Session session = peer.session();
        if (session == null || session.hasResponder())
        {
            return drop(peer, "session is connected already");
        }
        final String wrong = secretsMatch ? numbering(raw, session) : "Username(553), Password(554): not those of " +
            "SenderCompID(49)=" + sender + "; check both";
        return wrong == null ? new Verdict(Kind.ACCEPT, peer, "") : new Verdict(Kind.LOGOUT, peer, wrong);
    }

    private static boolean secretsMatch(final FixPeer peer, final String raw)
    {
        final byte[] username = digest(orEmpty(FixText.value(raw, 553)));
        final byte[] password = digest(orEmpty(FixText.value(raw, 554)));
        final byte[] expectedUsername = peer == null ? NOBODY : digest(peer.settings().username());
        final byte[] expectedPassword = peer == null ? NOBODY : digest(peer.settings().password());
        return MessageDigest.isEqual(username, expectedUsername) & MessageDigest.isEqual(password, expectedPassword) &
            peer != null;
    }

    /** The rule that is broken, or null. */
    private String numbering(final String raw, final Session session)
    {
        final String encryption = orEmpty(FixText.value(raw, 98));
        if (!"0".equals(encryption))
        {
            return "EncryptMethod(98)=" + encryption + ": must be 0";
        }
        final String heartbeat = orEmpty(FixText.value(raw, 108));
        if (!isNumber(heartbeat, 2) || Integer.parseInt(heartbeat) < 1 ||
            Integer.parseInt(heartbeat) > MAX_HEARTBEAT_SECONDS)
        {
            return "HeartBtInt(108)=" + heartbeat + ": must be 1 to " + MAX_HEARTBEAT_SECONDS + " seconds";
        }
        final String skew = skew(orEmpty(FixText.value(raw, 52)));
        if (skew != null)
        {
            return skew;
        }
        final boolean reset = "Y".equals(FixText.value(raw, 141));
        final boolean fresh = session.getExpectedTargetNum() == 1 && session.getExpectedSenderNum() == 1;
        if (reset && !fresh && settings.clientReset() == ClientReset.NEVER)
        {
            return "ResetSeqNumFlag(141)=Y: not accepted here (utl.fix.clientReset=never); go on with your numbers";
        }
        final String number = orEmpty(FixText.value(raw, 34));
        if (!isNumber(number, 9) || reset && !"1".equals(number))
        {
            return "MsgSeqNum(34)=" + number + ": must be a number" +
                (reset ? ", and 1 with ResetSeqNumFlag(141)=Y" : "");
        }
        if (!reset && fresh && !"1".equals(number))
        {
            return "MsgSeqNum(34)=" + number + ": the gateway was started and numbers begin anew; " +
                "log on with ResetSeqNumFlag(141)=Y and MsgSeqNum(34)=1, then ask for your orders (35=H)";
        }
        return null;
    }

    private String skew(final String sendingTime)
    {
        try
        {
            final long distanceNs = Math.abs(FixTime.parse(sendingTime) - clock.millis() * 1_000_000L);
            return distanceNs / 1_000_000_000L > settings.maxSkewSeconds() ?
                FixApplication.skew(sendingTime, clock) : null;
        }
        catch (final DateTimeException e)
        {
            return "SendingTime(52)=" + sendingTime + ": " + e.getMessage();
        }
    }

    private static Verdict drop(final FixPeer peer, final String text)
    {
        return new Verdict(Kind.DROP, peer, text);
    }

    private static String orEmpty(final String value)
    {
        return value == null ? "" : value;
    }

    private static boolean isNumber(final String text, final int most)
    {
        return !text.isEmpty() && text.length() <= most && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static byte[] digest(final String text)
    {
        try
        {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        }
        catch (final NoSuchAlgorithmException e)
        {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
