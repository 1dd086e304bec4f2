package io.utl.gateway.fix;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A socket that sends what it is told, right or wrong; bars stand for the delimiter both ways. */
final class RawClient implements AutoCloseable
{
    private final Socket socket;
    private final InputStream in;
    private final String sender;
    private int number;

    RawClient(final int port, final String sender) throws IOException
    {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(5_000);
        socket.setTcpNoDelay(true);
        in = socket.getInputStream();
        this.sender = sender;
    }

    static RawClient loggedOn(final int port, final String sender) throws IOException
    {
        final RawClient client = new RawClient(port, sender);
        final String answer = client.logon("98=0|108=30|141=Y|553=" + sender + "|554=demo|").read();
        if (!answer.contains("|35=A|"))
        {
            throw new IllegalStateException("no logon: " + answer);
        }
        return client;
    }

    RawClient logon(final String body) throws IOException
    {
        return send("35=A|", body);
    }

    /** Sends type and body with a right header and trailer. */
    RawClient send(final String type, final String body) throws IOException
    {
        return send(type, body, FixTime.format(System.currentTimeMillis() * 1_000_000L));
    }

    RawClient send(final String type, final String body, final String sendingTime) throws IOException
    {
        return bytes(message(type + "34=" + ++number + "|49=" + sender + "|52=" + sendingTime + "|56=UTL|" + body));
    }

    RawClient bytes(final String text) throws IOException
    {
        socket.getOutputStream().write(text.replace('|', '\001').getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    RawClient number(final int next)
    {
        number = next - 1;
        return this;
    }

    /** A whole message around this body. */
    static String message(final String body)
    {
        final String head = "8=FIX.4.4|9=" + body.length() + "|" + body;
        final int sum = head.replace('|', '\001').chars().sum() % 256;
        return head + "10=" + Integer.toString(1_000 + sum).substring(1) + "|";
    }

    /** The next message, "closed" at the end of the stream, "silence" after five seconds. */
    String read() throws IOException
    {
        final StringBuilder text = new StringBuilder();
        try
        {
            while (true)
            {
                final int c = in.read();
                if (c < 0)
                {
                    return text + "closed";
                }
                text.append(c == 1 ? '|' : (char)c);
                if (c == 1 && text.length() > 8 && text.substring(text.length() - 8, text.length() - 4).equals("|10="))
                {
                    return text.toString();
                }
            }
        }
        catch (final SocketTimeoutException e)
        {
            return text + "silence";
        }
        catch (final IOException e)
        {
            // A reset instead of an orderly end: the other side closed with our bytes unread.
            return text + "closed";
        }
    }

    @Override
    public void close() throws IOException
    {
        socket.close();
    }
}
