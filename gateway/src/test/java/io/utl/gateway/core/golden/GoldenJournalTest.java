package io.utl.gateway.core.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.utl.codecs.frame.CommandFrame;
import io.utl.codecs.frame.EventFrame;
import io.utl.codecs.frame.EventHash;
import io.utl.codecs.script.ScriptReader;
import io.utl.codecs.script.ScriptWriter;
import io.utl.gateway.core.Core;
import io.utl.gateway.core.CoreSizes;
import io.utl.gateway.tools.check.CapturedEvents;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Journals kept for ever: their commands must go on giving the same events, byte for byte, and the same state.
 * An intended change is written down with {@code -Dutl.golden.regenerate=true}, and the difference is read.
 */
class GoldenJournalTest
{
    private static final Path ROOT = Path.of(System.getProperty("utl.root", ".."), "gateway/src/test/resources/golden");
    private static final boolean REGENERATE = Boolean.getBoolean("utl.golden.regenerate");

    @TestFactory
    Stream<DynamicTest> everyGoldenJournalGivesTheSameEventsAndState() throws IOException
    {
        return journals().stream().map(journal -> DynamicTest.dynamicTest(
            journal.getFileName().toString(), () -> compare(journal)));
    }

    @Test
    void thereAreGoldenJournals() throws IOException
    {
        assertTrue(journals().size() >= 3, "golden journals in " + ROOT);
    }

    private static List<Path> journals() throws IOException
    {
        try (Stream<Path> directories = Files.list(ROOT))
        {
            return directories.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static void compare(final Path journal) throws IOException
    {
        final CapturedEvents captured = new CapturedEvents();
        final Core core = new Core(captured, CoreSizes.SMALL);
        final List<EventFrame> events = new ArrayList<>();
        final UnsafeBuffer buffer = new UnsafeBuffer(new byte[CommandFrame.MAX_LENGTH]);
        final ScriptReader reader = new ScriptReader();
        for (final String line : read(journal.resolve("commands.txt")))
        {
            reader.parseCommand(line, buffer, 0);
            core.onCommand(new CommandFrame().wrap(buffer, 0));
            events.addAll(captured.take());
        }
        final ScriptWriter writer = new ScriptWriter();
        final List<String> told = events.stream().map(writer::format).toList();
        final List<String> state = List.of(
            "eventCount=" + core.eventCount(),
            "eventHash=" + Long.toHexString(core.eventHash()),
            "digest=" + Long.toHexString(core.digest()));
        if (REGENERATE)
        {
            Files.write(journal.resolve("events.txt"), told, StandardCharsets.US_ASCII);
            Files.write(journal.resolve("digest.txt"), state, StandardCharsets.US_ASCII);
            return;
        }
        final List<String> expected = read(journal.resolve("events.txt"));
        for (int i = 0; i < Math.min(expected.size(), told.size()); i++)
        {
            assertEquals(expected.get(i), told.get(i), journal.getFileName() + ", event " + i);
        }
        assertEquals(expected.size(), told.size(), "events of " + journal.getFileName());
        assertEquals(read(journal.resolve("digest.txt")), state, "state of " + journal.getFileName());
        assertEquals(core.eventHash(), hashOfText(expected), "hash over the bytes that the text gives back");
    }

    /** Text to bytes to hash: what stands in the file is all there is. */
    private static long hashOfText(final List<String> lines)
    {
        final UnsafeBuffer buffer = new UnsafeBuffer(new byte[EventFrame.MAX_LENGTH]);
        final ScriptReader reader = new ScriptReader();
        long hash = 0;
        for (final String line : lines)
        {
            final int length = reader.parseEvent(line, buffer, 0);
            hash = EventHash.next(hash, buffer, 0, length);
        }
        return hash;
    }

    private static List<String> read(final Path file) throws IOException
    {
        return Files.readAllLines(file, StandardCharsets.US_ASCII);
    }
}
