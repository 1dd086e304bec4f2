package io.utl.gateway.rest;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** Writes bytes to a port and reads until the end of the stream: what is on the wire, and how often. */
final class RawHttp
{
    private static final int PATIENCE_MS = 10_000;

    private RawHttp()
    {
    }

    static String exchange(final int port, final String request) throws IOException
    {
        return exchange(port, request.getBytes(StandardCharsets.ISO_8859_1));
    }

    static String exchange(final int port, final byte[] request) throws IOException
    {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port))
        {
            socket.setSoTimeout(PATIENCE_MS);
            final OutputStream out = socket.getOutputStream();
            try
            {
                out.write(request);
                out.flush();
            }
            catch (final SocketException e)
            {
                // The other side may answer and end before it has read everything; the answer is what counts.
                return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            }
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static String get(final int port, final String target) throws IOException
    {
        return exchange(port, "GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n\r\n");
    }

    static String post(final int port, final String target, final String body) throws IOException
    {
        return exchange(port, "POST " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: " +
            body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body);
    }

    static int status(final String answer)
    {
        return answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : -1;
    }

    static int answers(final String text)
    {
        return text.split("HTTP/1\\.1 [0-9]{3}", -1).length - 1;
    }
}
