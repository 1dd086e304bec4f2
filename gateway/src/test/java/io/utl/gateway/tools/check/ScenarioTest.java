package io.utl.gateway.tools.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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
    void checkEndsWithTheCounts()
    {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        final int exit = new ScenarioCheck(new PrintStream(bytes, true, StandardCharsets.UTF_8)).run("");
        final String[] lines = bytes.toString(StandardCharsets.UTF_8).split("\n");
        assertEquals(0, exit, bytes.toString(StandardCharsets.UTF_8));
        assertEquals(Scenario.names().size() + " passed, 0 failed, 0 skipped", lines[lines.length - 1]);
    }
}
