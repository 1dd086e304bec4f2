package io.utl.gateway.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.utl.gateway.tools.fix.FixTour;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The whole of an ordinary client's day, in this process and in one of its own. */
@Timeout(120)
final class FixTourTest
{
    @Test
    void takesAnOrdinaryClientThroughEveryMessageWithoutAReject() throws Exception
    {
        try (FixServer server = new FixServer())
        {
            final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
            final int result = new FixTour(new FixTour.Settings("127.0.0.1", server.acceptor.port(), "FUND1", "demo",
                FakeCore.SYMBOL, "0.02", null, 5_000), out).run();
            final String log = bytes.toString(StandardCharsets.UTF_8);
            assertEquals(0, result, log);
            assertTrue(log.contains(", 0 Rejects"), log);
            assertTrue(log.contains("554=***") && !log.contains("554=demo"), log);
            assertEquals(0, server.acceptor.counters().rejectedByClients());
        }
    }

    @Test
    void servesAStockClientInAProcessOfItsOwn() throws Exception
    {
        try (FixServer server = new FixServer())
        {
            final String log = run(FixTour.class.getName(), server.acceptor.address(), "FUND1", "demo",
                FakeCore.SYMBOL, "0.02", "61837.64", "10000");
            System.out.println(log);
            assertTrue(log.contains(", 0 Rejects"), log);
            for (final String expected : new String[] {"|35=A|", "|150=A|", "|150=0|", "|150=F|", "|150=4|", "|150=5|",
                "|35=r|", "|150=I|", "|136=1|137=1.55|138=USDT|139=4|", "|851=2|", "|527=t1|", "|198=v1|", "|17=7-1|"})
            {
                assertTrue(log.contains(expected), "no " + expected + " in\n" + log);
            }
        }
    }

    @Test
    void runsTheExampleThatUsersCopy() throws Exception
    {
        try (FixServer server = new FixServer())
        {
            final Path example = Path.of(System.getProperty("utl.root"), "examples", "fix-client");
            final String log = run(example.resolve("FirstOrder.java").toString(),
                example.resolve("client.cfg").toString(), server.acceptor.address(), FakeCore.SYMBOL, "0.02", "62000");
            assertTrue(log.contains("filled 0.02 at 61837.64"), log);
        }
    }

    /** Runs a class or a source file in a process of its own; it must exit 0. Returns what it printed. */
    private static String run(final String... command) throws Exception
    {
        final List<String> line = new ArrayList<>(List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Dfile.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8", "-cp", System.getProperty("java.class.path")));
        line.addAll(List.of(command));
        final Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        final String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(30, TimeUnit.SECONDS), log);
        assertEquals(0, process.exitValue(), log);
        return log;
    }
}
