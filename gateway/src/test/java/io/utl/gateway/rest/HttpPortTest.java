package io.utl.gateway.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.utl.gateway.observe.Health;
import io.utl.gateway.observe.Metrics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class HttpPortTest
{
    private static final long SEED = 20261121L;

    private final AtomicReference<String> missing = new AtomicReference<>();
    private final Metrics metrics = new Metrics("1.2.3", "abc", "17");
    private HttpPort open;
    private int port;

    @BeforeEach
    void listen() throws IOException
    {
        final Health health = new Health().part("journal", () -> null).part("venue BINANCE", missing::get);
        final Routes routes = Probes.routes(health, metrics)
            .add("POST", "/echo", (request, reply) -> reply.accept(HttpAnswer.text(200, request.body())))
            .add("GET", "/broken", (request, reply) ->
            {
                throw new IllegalStateException("broken on purpose");
            });
        open = HttpPort.open("http-test", loopback(0), routes, 64, false);
        port = open.port();
    }

    @AfterEach
    void close()
    {
        open.close();
        metrics.close();
    }

    @Test
    void livesAndIsReadyWhenEveryPartIs() throws IOException
    {
        assertEquals(200, RawHttp.status(RawHttp.get(port, "/livez")));
        assertTrue(RawHttp.get(port, "/readyz").endsWith("\r\n\r\nready\n"));
        missing.set("connecting");
        final String waiting = RawHttp.get(port, "/readyz?verbose");
        assertEquals(503, RawHttp.status(waiting));
        assertTrue(waiting.contains("[+]journal ok\n[-]venue BINANCE: connecting\nnot ready"), waiting);
        assertEquals(200, RawHttp.status(RawHttp.get(port, "/livez")));
    }

    @Test
    void metricsNameTheBuild() throws IOException
    {
        final String scrape = RawHttp.get(port, "/metrics");
        assertTrue(scrape.contains("utl_build_info{commit=\"abc\",java=\"17\",version=\"1.2.3\"} 1"), scrape);
    }

    @Test
    void unknownRouteIsAProblemDocument() throws IOException
    {
        final String answer = RawHttp.get(port, "/v1/orders");
        assertEquals(404, RawHttp.status(answer));
        assertTrue(answer.contains("application/problem+json"), answer);
        assertTrue(answer.contains("\"code\":\"UNKNOWN_ROUTE\""), answer);
        assertEquals(405, RawHttp.status(RawHttp.post(port, "/livez", "")));
    }

    @Test
    void oneAnswerThenTheEndEvenForTwoRequests() throws IOException
    {
        final String one = "GET /livez HTTP/1.1\r\nHost: x\r\n\r\n";
        assertEquals(1, RawHttp.answers(RawHttp.exchange(port, one + one)));
    }

    @Test
    void sizesAreBounded() throws IOException
    {
        assertEquals(414, RawHttp.status(RawHttp.get(port, "/" + "a".repeat(5_000))));
        assertEquals(431, RawHttp.status(RawHttp.exchange(port,
            "GET /livez HTTP/1.1\r\nHost: x\r\nX-A: " + "b".repeat(9_000) + "\r\n\r\n")));
        assertEquals(413, RawHttp.status(RawHttp.exchange(port,
            "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 65537\r\nExpect: 100-continue\r\n\r\n")));
        final String fits = "c".repeat(65_536);
        assertTrue(RawHttp.post(port, "/echo", fits).endsWith(fits));
        final StringBuilder chunked = new StringBuilder("POST /echo HTTP/1.1\r\nHost: x\r\n" +
            "Transfer-Encoding: chunked\r\n\r\n");
        for (int i = 0; i < 17; i++)
        {
            chunked.append("1000\r\n").append("d".repeat(4_096)).append("\r\n");
        }
        assertEquals(413, RawHttp.status(RawHttp.exchange(port, chunked + "0\r\n\r\n")));
    }

    @Test
    void framingThatCanBeReadTwoWaysIsRefused() throws IOException
    {
        final List<String> wrong = List.of(
            "GET /livez HTTP/1.1\r\n\r\n",
            "GET /livez HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
            "GET http://x/livez HTTP/1.1\r\nHost: x\r\n\r\n",
            "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
            "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: x\r\n\r\n",
            "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
            "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n");
        for (final String request : wrong)
        {
            final String answer = RawHttp.exchange(port, request);
            assertEquals(400, RawHttp.status(answer), request + " gave " + answer);
            assertEquals(1, RawHttp.answers(answer), request);
        }
        final String both = RawHttp.exchange(port, "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n" +
            "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /livez HTTP/1.1\r\nHost: x\r\n\r\n");
        assertEquals(1, RawHttp.answers(both), both);
        assertEquals(505, RawHttp.status(RawHttp.exchange(port, "GET /livez HTTP/1.0\r\nHost: x\r\n\r\n")));
    }

    @Test
    void garbageIsAnsweredOnceAndClosed() throws IOException
    {
        final Random random = new Random(SEED);
        for (int i = 0; i < 20; i++)
        {
            final byte[] garbage = new byte[1 + random.nextInt(2_000)];
            random.nextBytes(garbage);
            garbage[garbage.length - 1] = '\n';
            final String answer = RawHttp.exchange(port, concat(garbage, "\r\n\r\n\r\n".getBytes()));
            assertTrue(RawHttp.status(answer) >= 400, "seed " + SEED + " case " + i + ": " + answer);
            assertEquals(1, RawHttp.answers(answer), "seed " + SEED + " case " + i);
        }
        assertEquals(200, RawHttp.status(RawHttp.get(port, "/livez")));
    }

    @Test
    void halfARequestIsGivenUpAfterFiveSeconds() throws IOException
    {
        final long start = System.nanoTime();
        final String answer = RawHttp.exchange(port, "GET /livez HTTP/1.1\r\nHost: x\r\n");
        final long elapsedMs = (System.nanoTime() - start) / 1_000_000;
        assertEquals(408, RawHttp.status(answer));
        assertTrue(elapsedMs >= 4_500 && elapsedMs < 9_000, elapsedMs + " ms");
    }

    @Test
    void aResourceThatFailsIsOurFault() throws IOException
    {
        assertEquals(500, RawHttp.status(RawHttp.get(port, "/broken")));
        assertEquals(400, RawHttp.status(RawHttp.exchange(port, concat(
            "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n".getBytes(),
            new byte[]{(byte)0xC0, (byte)0xAF}))));
    }

    @Test
    void connectionsFromOneAddressAreBounded() throws IOException
    {
        final List<Socket> held = new ArrayList<>();
        try (HttpPort small = HttpPort.open("http-small", loopback(0), new Routes(), 2, false))
        {
            for (int i = 0; i < 2; i++)
            {
                held.add(new Socket(InetAddress.getLoopbackAddress(), small.port()));
            }
            try (Socket third = new Socket(InetAddress.getLoopbackAddress(), small.port()))
            {
                third.setSoTimeout(3_000);
                assertEquals(-1, third.getInputStream().read());
            }
        }
        finally
        {
            for (final Socket socket : held)
            {
                socket.close();
            }
        }
    }

    @Test
    void theOperatorsDoorIsForThisMachineOnly() throws IOException
    {
        final Routes routes = new Routes().add("GET", "/x", (request, reply) -> reply.accept(HttpAnswer.text(200, "")));
        try (HttpPort door = HttpPort.open("door", loopback(0), routes, 8, true))
        {
            assertEquals(200, RawHttp.status(RawHttp.get(door.port(), "/x")));
            assertEquals(403, RawHttp.status(RawHttp.exchange(door.port(),
                "GET /x HTTP/1.1\r\nHost: evil.example\r\n\r\n")));
            assertEquals(403, RawHttp.status(RawHttp.exchange(door.port(),
                "GET /x HTTP/1.1\r\nHost: localhost\r\nOrigin: http://evil.example\r\n\r\n")));
        }
    }

    @Test
    void aTakenPortIsAnIoException()
    {
        assertThrows(IOException.class, () -> HttpPort.open("second", loopback(port), new Routes(), 1, false));
    }

    private static InetSocketAddress loopback(final int port)
    {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    private static byte[] concat(final byte[] left, final byte[] right)
    {
        final byte[] both = java.util.Arrays.copyOf(left, left.length + right.length);
        System.arraycopy(right, 0, both, left.length, right.length);
        return both;
    }
}
