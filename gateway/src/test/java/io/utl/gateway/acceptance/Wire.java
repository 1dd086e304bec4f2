package io.utl.gateway.acceptance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** One socket that sends any bytes and keeps what comes back; in FIX a bar stands for the delimiter. */
final class Wire implements AutoCloseable
{
    private static final int PATIENCE_MS = 12_000;
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyyMMdd-HH:mm:ss.SSS");

    private final Socket socket;

    Wire(final int port) throws IOException
    {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MS);
    }

    Wire send(final String text) throws IOException
    {
        try
        {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        }
        catch (final SocketException e)
        {
            // The other side may answer and end before it has read everything; the answer is what counts.
            return this;
        }
        return this;
    }

    Wire sendFix(final String text) throws IOException
    {
        return send(text.replace('|', '\001'));
    }

    /** Everything until the other side ends the stream; "silence" at the end if it does not within twelve seconds. */
    String rest() throws IOException
    {
        final ByteArrayOutputStream all = new ByteArrayOutputStream();
        try
        {
            for (int c = socket.getInputStream().read(); c >= 0; c = socket.getInputStream().read())
            {
                all.write(c == 1 ? '|' : c);
            }
        }
        catch (final SocketTimeoutException e)
        {
            return all.toString(StandardCharsets.ISO_8859_1) + "silence";
        }
        catch (final SocketException e)
        {
            // A reset instead of an orderly end: the other side closed with our bytes unread.
            return all.toString(StandardCharsets.ISO_8859_1) + "closed";
        }
        return all.toString(StandardCharsets.ISO_8859_1) + "closed";
    }

    /** The next FIX message. */
    String message() throws IOException
    {
        final StringBuilder text = new StringBuilder();
        while (!text.toString().matches(".*\\|10=[0-9]{3}\\|"))
        {
            final int c = socket.getInputStream().read();
            if (c < 0)
            {
                return text + "closed";
            }
            text.append(c == 1 ? '|' : (char)c);
        }
        return text.toString();
    }

    static String logon(final String sender, final String password, final int heartbeat)
    {
        return fix("35=A|34=1|49=" + sender + "|52=" + now() + "|56=UTL|98=0|108=" + heartbeat + "|141=Y|553=" +
            sender + "|554=" + password + "|");
    }

    /** A whole FIX message around this body. */
    static String fix(final String body)
    {
        final String head = "8=FIX.4.4|9=" + body.length() + "|" + body;
        final int sum = head.replace('|', '\001').chars().sum() % 256;
        return head + "10=" + Integer.toString(1_000 + sum).substring(1) + "|";
    }

    static String now()
    {
        return UTC.format(ZonedDateTime.now(ZoneOffset.UTC));
    }

    static String get(final String path)
    {
        return "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
    }

    static String post(final String path, final String body)
    {
        return "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    @Override
    public void close() throws IOException
    {
        socket.close();
    }
}
