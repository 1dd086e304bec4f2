package io.utl.gateway.tools.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ScenarioTest
{
    @TestFactory
    Stream<DynamicTest> everyScenarioHolds()
    {
        return Scenario.names().stream().map(name -> DynamicTest.dynamicTest(
            name, () -> ScenarioRunner.run(Scenario.load(name))));
    }

    @Test
    void aScenarioThatDoesNotHoldNamesLineExpectedAndActual()
    {
        assertFails("< report id=a1 exec=new", "expected exec=new in: report C1 id=a1");
        assertFails("< report id=a1 exec=pending_new", "an event before this line is not listed: route");
        assertFails("= balance FUND1 BINANCE USDT held=5999", "an event before this line is not listed");
        assertFails("< report id=a1 exec=pending_new\n< route order=1\n= balance FUND1 BINANCE USDT held=5999",
            "expected held=5999, found held=6000");
    }

    private static void assertFails(final String lines, final String problem)
    {
        final String text = "# A rule.\n# setup: standard\n# events: report route\n" +
            "> new C1 id=a1 BTC-USDT buy 0.1 @ 60000 type=limit tif=gtc\n" + lines;
        final ScenarioMismatch mismatch = assertThrows(ScenarioMismatch.class,
            () -> ScenarioRunner.run(Scenario.parse("wrong", List.of(text.split("\n")))));
        assertTrue(mismatch.getMessage().contains(problem), mismatch.getMessage());
    }

    @Test
    void checkEndsWithTheCounts()
    {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        final int exit = new ScenarioCheck(new PrintStream(bytes, true, StandardCharsets.UTF_8)).run("");
        final String[] lines = bytes.toString(StandardCharsets.UTF_8).split("\n");
        assertEquals(0, exit, bytes.toString(StandardCharsets.UTF_8));
        assertEquals(Scenario.names().size() + " passed, 0 failed, 0 skipped", lines[lines.length - 1]);
    }
}
