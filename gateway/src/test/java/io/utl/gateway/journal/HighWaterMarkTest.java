package io.utl.gateway.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HighWaterMarkTest
{
    @TempDir
    private Path folder;

    @Test
    void saysWhatWasWrittenLast() throws IOException
    {
        final Path file = folder.resolve("mark");
        assertNull(HighWaterMark.read(file));
        try (HighWaterMark mark = HighWaterMark.open(file))
        {
            for (int i = 1; i <= 5; i++)
            {
                mark.write(3, i * 100L, i, i == 5);
                assertEquals(new HighWaterMark.State(i, 3, new Position(i * 100L, i), i == 5),
                    HighWaterMark.read(file));
            }
        }
        try (HighWaterMark mark = HighWaterMark.open(file))
        {
            mark.write(4, 501, 0, false);
        }
        assertEquals(new Position(501, 0), HighWaterMark.read(file).position(), "goes on behind what was there");
    }

    @Test
    void aTornSlotLeavesTheOneBefore() throws IOException
    {
        final Path file = folder.resolve("mark");
        try (HighWaterMark mark = HighWaterMark.open(file))
        {
            mark.write(1, 10, 0, false);
            mark.write(1, 20, 0, false);
        }
        for (int at = 0; at < 52; at++)
        {
            final byte[] original = JournalFixture.read(file, at, 1);
            JournalFixture.write(file, at, new byte[]{(byte)~original[0]});
            assertEquals(10, HighWaterMark.read(file).position().sequence(), "byte " + at);
            JournalFixture.write(file, at, original);
        }
        assertEquals(20, HighWaterMark.read(file).position().sequence());
    }

    @Test
    void twoTornSlotsSayNothing() throws IOException
    {
        final Path file = folder.resolve("mark");
        try (HighWaterMark mark = HighWaterMark.open(file))
        {
            mark.write(1, 10, 0, false);
            mark.write(1, 20, 0, false);
        }
        JournalFixture.write(file, 24, new byte[]{5});
        JournalFixture.write(file, 512 + 24, new byte[]{5});
        assertNull(HighWaterMark.read(file));
        assertTrue(file.toFile().length() < 1024);
    }
}
