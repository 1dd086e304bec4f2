package io.utl.connectivity.transport.server;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LoopbackServerTest
{
    private static final String UPGRADE = "GET /ws HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\n" +
        "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: ";

    private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final BlockingQueue<HttpExchange> requests = new LinkedBlockingQueue<>();
    private final BlockingQueue<SocketConnection> sockets = new LinkedBlockingQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private LoopbackServer server;

    @BeforeEach
    void start()
    {
        server = LoopbackServer.start(loops, ServerSettings.defaults().withMaxQueuedBytes(100_000), new ServerHandler()
        {
            @Override
            public void onRequest(final HttpExchange exchange)
            {
                requests.add(exchange);
            }

            @Override
            public SocketHandler onSocket(final SocketConnection connection, final String path, final String query)
            {
                sockets.add(connection);
                return new SocketHandler()
                {
                    @Override
                    public void onText(final String text)
                    {
                        connection.send("echo " + text);
                    }

                    @Override
                    public void onClosed()
                    {
                        closed.countDown();
                    }
                };
            }
        });
    }

    @AfterEach
    void stop()
    {
        server.close();
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }

    private Socket connect(final String text) throws IOException
    {
        final Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(10_000);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String all(final Socket socket) throws IOException
    {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "GET / HTTP/1.0\r\nHost: x\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
        "nonsense\r\n\r\n"})
    void whatIsFramedWronglyIsAnsweredOnceAndCutOff(final String request) throws IOException
    {
        try (Socket socket = connect(request))
        {
            assertTrue(all(socket).startsWith("HTTP/1.1 400"));
            assertEquals(0, requests.size());
        }
    }

    @Test
    void aBodyAboveTheLimitIsRefused() throws IOException
    {
        try (Socket socket = connect("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 70000\r\n\r\n"))
        {
            assertTrue(all(socket).startsWith("HTTP/1.1 413"));
        }
    }

    @Test
    void pipelinedRequestsAreAnsweredInTheirOrder() throws Exception
    {
        try (Socket socket = connect("GET /1 HTTP/1.1\r\nHost: x\r\n\r\nGET /2 HTTP/1.1\r\nHost: x\r\n" +
            "Connection: close\r\n\r\n"))
        {
            final HttpExchange first = requests.poll(10, TimeUnit.SECONDS);
            assertNotNull(first);
            assertEquals("/1", first.path());
            assertEquals(0, requests.size());
            first.respond(200, Map.of(), "1");
            final HttpExchange second = requests.poll(10, TimeUnit.SECONDS);
            assertNotNull(second);
            second.respond(200, Map.of(), "2");
            second.respond(200, Map.of(), "3");
            final String answers = all(socket);
            assertTrue(answers.indexOf("\r\n\r\n1") > 0 && answers.indexOf("\r\n\r\n1") < answers.indexOf("\r\n\r\n2"),
                answers);
            assertFalse(answers.contains("\r\n\r\n3"), answers);
        }
    }

    @Test
    void handshakesOfOtherVersionsOrFromPagesAreRefused() throws IOException
    {
        try (Socket socket = connect(UPGRADE + "8\r\n\r\n"))
        {
            assertTrue(all(socket).startsWith("HTTP/1.1 426"));
        }
        try (Socket socket = connect(UPGRADE + "13\r\nOrigin: http://elsewhere\r\n\r\n"))
        {
            assertTrue(all(socket).startsWith("HTTP/1.1 403"));
        }
        assertEquals(0, sockets.size());
    }

    @Test
    void aReaderThatFallsBehindIsDisconnected() throws Exception
    {
        try (Socket socket = connect(UPGRADE + "13\r\n\r\n"))
        {
            final InputStream in = socket.getInputStream();
            assertEquals('H', in.read());
            final SocketConnection connection = sockets.poll(10, TimeUnit.SECONDS);
            assertNotNull(connection);
            final String text = "x".repeat(10_000);
            for (int i = 0; i < 100_000 && connection.open(); i++)
            {
                connection.send(text);
            }
            assertFalse(connection.open());
            assertTrue(closed.await(10, TimeUnit.SECONDS));
        }
    }
}
