package io.utl.gateway.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.utl.gateway.tools.fix.FixTour;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The exchange printed in docs/protocols/fix.md is the one that takes place. */
@Timeout(60)
final class FixPageTest
{
    private static final Pattern VARYING = Pattern.compile("(^|\\|)(9|10|34|52|60|11|41|17|37|198|527)=[^|]*");
    /** Steps of the tour that show nothing new. */
    private static final Set<String> REPETITION = Set.of("# an order of a chosen id trades", "# and sold again",
        "# a sell gives it back", "# a first order rests", "# a second order rests");

    @Test
    void showsTheExchangeThatTakesPlace() throws Exception
    {
        final Path page = Path.of(System.getProperty("utl.root"), "docs", "protocols", "fix.md");
        final List<String> all = Files.readAllLines(page);
        final int from = all.indexOf("```fix");
        assertTrue(from > 0, "no exchange in " + page);
        final List<String> shown = all.subList(from + 1, from + 1 + all.subList(from + 1, all.size()).indexOf("```"));
        assertEquals(String.join("\n", exchange()), String.join("\n", shown),
            "paste the exchange into docs/protocols/fix.md");
    }

    private static List<String> exchange() throws Exception
    {
        try (FixServer server = new FixServer())
        {
            final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            new FixTour(new FixTour.Settings("127.0.0.1", server.acceptor.port(), "FUND1", "demo", FakeCore.SYMBOL,
                "0.02", "61837.64", 5_000), new PrintStream(bytes, true, StandardCharsets.UTF_8)).run();
            final List<String> shown = new ArrayList<>();
            boolean show = true;
            for (final String line : bytes.toString(StandardCharsets.UTF_8).lines().toList())
            {
                show = line.startsWith("# ") ? !REPETITION.contains(line) : show;
                if (show && !line.contains("|35=0|") && !line.startsWith("fix tour:"))
                {
                    shown.add(VARYING.matcher(line).replaceAll("$1$2=…"));
                }
            }
            return shown;
        }
    }
}
