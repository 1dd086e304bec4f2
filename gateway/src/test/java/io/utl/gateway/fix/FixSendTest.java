package io.utl.gateway.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.utl.gateway.tools.fix.FixSend;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What {@code utl fix send} prints and with what it exits, with the client configuration that users copy. */
@Timeout(60)
final class FixSendTest
{
    private static FixServer server;

    @TempDir
    private Path directory;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    static void start() throws IOException
    {
        server = new FixServer();
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException
    {
        server.close();
    }

    private int send(final String... lines) throws IOException, InterruptedException
    {
        final Path example = Path.of(System.getProperty("utl.root"), "examples", "fix-client", "client.cfg");
        final Path file = directory.resolve("client.cfg");
        Files.writeString(file, Files.readString(example).replace("var/fix-client", directory.toString()));
        return send(file, lines);
    }

    private int send(final Path file, final String... lines) throws InterruptedException
    {
        return new FixSend(new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8))
            .run(file, List.of(lines), null, server.acceptor.port(), 5_000);
    }

    private String printed()
    {
        return out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void tradesWithTheExampleConfigurationAndSumsUp() throws Exception
    {
        assertEquals(0, send("D 55=BTC-USDT 54=1 38=0.25 40=2 44=65010.00 59=3"), this::printed);
        assertTrue(printed().contains("→ 8=FIX.4.4|9=") && printed().contains("|554=***|"), this::printed);
        assertTrue(printed().contains("← 8=FIX.4.4|9=") && printed().contains("|150=F|"), this::printed);
        assertTrue(printed().contains("filled 0.25 BTC-USDT at 61837.64 in 2 fills: 0.125 at 61837.64, " +
            "fee 1.55 USDT, exec 7-"), this::printed);
    }

    @Test
    void sendsSeveralLinesAndFillsInTheOrderMeant() throws Exception
    {
        assertEquals(0, send("D 55=BTC-USDT 54=1 38=0.25 40=2 44=60000 59=1", "H", "G 44=59000", "F", "q 530=7"),
            this::printed);
        assertTrue(printed().contains("working 0.25 BTC-USDT at 60000, filled 0, order "), this::printed);
        assertTrue(printed().contains("status: working 0.25 BTC-USDT at 60000, filled 0, order "), this::printed);
        assertTrue(printed().contains("working 0.25 BTC-USDT at 59000, filled 0, order "), this::printed);
        assertTrue(printed().contains("canceled 0.25 BTC-USDT at 59000, filled 0"), this::printed);
        assertTrue(printed().contains("mass cancel: 0 orders"), this::printed);
    }

    @Test
    void exitsOneWithTheReasonWhenALineIsRefused() throws Exception
    {
        assertEquals(1, send("D 55=BTC-USDT 54=1 38=NaN 40=2 44=60000 59=1"), this::printed);
        assertTrue(printed().contains("rejected: OrderQty(38)=NaN: must have the form FIX 4.4 gives this tag"),
            this::printed);
        assertEquals(1, send("D 55=NOPE 54=1 38=1 40=2 44=60000 59=1"), this::printed);
        assertTrue(printed().contains("rejected: symbol=NOPE: no such instrument"), this::printed);
        assertEquals(1, send("F 11=f-1 41=none 54=1 55=BTC-USDT"), this::printed);
        assertTrue(printed().contains("refused: unknown order"), this::printed);
    }

    @Test
    void exitsTwoWhenTheLineOrTheFileCannotBeRead() throws Exception
    {
        assertEquals(2, send("55=BTC-USDT"), this::printed);
        assertTrue(printed().contains("'55=BTC-USDT': begins with no message type"), this::printed);
        assertEquals(2, send("D 55:BTC-USDT"), this::printed);
        assertTrue(printed().contains("'55:BTC-USDT' in 'D 55:BTC-USDT': must be tag=value"), this::printed);
        assertEquals(2, send(directory.resolve("missing.cfg"), "H"), this::printed);
        assertTrue(printed().contains("missing.cfg cannot be read"), this::printed);
    }
}
