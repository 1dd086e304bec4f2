package io.utl.gateway.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.utl.codecs.frame.CommandFrame;
import io.utl.codecs.frame.EventFrame;
import io.utl.gateway.tools.check.CapturedEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class CoreSnapshotTest
{
    private static final CoreSizes TINY = new CoreSizes(16, 16);

    @Test
    void aLoadedCoreGoesOnWithTheSameEvents()
    {
        final long seed = System.nanoTime();
        final Random random = new Random(seed);
        for (int round = 0; round < 12; round++)
        {
            final List<CommandFrame> history = CoreHistory.of(random.nextLong(), 600);
            final int cut = 20 + random.nextInt(history.size() - 20);
            compareAfterCut("seed=" + seed + ", round=" + round + ", cut=" + cut, history, cut);
        }
    }

    @Test
    void writingWhatWasLoadedGivesTheSameBytes()
    {
        final Core core = new Core(new CapturedEvents(), TINY, 8);
        CoreHistory.of(7, 800).forEach(core::onCommand);
        final Core loaded = load(core);
        assertEquals(records(core).size(), records(loaded).size());
        for (int i = 0; i < records(core).size(); i++)
        {
            assertArrayEquals(records(core).get(i), records(loaded).get(i), "record " + i);
        }
    }

    @Test
    void oneMoreCommandChangesTheDigest()
    {
        final Core core = new Core(new CapturedEvents(), TINY, 8);
        CoreHistory.of(8, 50).forEach(core::onCommand);
        final long before = core.digest();
        final CoreHistory more = new CoreHistory(8);
        more.add("tick");
        final CommandFrame tick = more.frames().get(more.frames().size() - 1);
        tick.sequence(core.lastSequence() + 1).timeNs(core.lastTimeNs() + 1);
        core.onCommand(tick);
        assertNotEquals(before, core.digest());
    }

    private static void compareAfterCut(final String what, final List<CommandFrame> history, final int cut)
    {
        final CapturedEvents straight = new CapturedEvents();
        final Core core = new Core(straight, TINY, 8);
        history.subList(0, cut).forEach(core::onCommand);
        final CapturedEvents resumed = new CapturedEvents();
        final Core loaded = new Core(resumed, TINY, 8);
        core.writeSnapshot(loaded::loadRecord);
        assertEquals(core.digest(), loaded.digest(), what);
        assertEquals(core.nextDeadlineNs(), loaded.nextDeadlineNs(), what);
        straight.take();
        for (final CommandFrame frame : history.subList(cut, history.size()))
        {
            core.onCommand(frame);
            loaded.onCommand(frame);
            compare(what + ", sequence=" + frame.sequence(), straight.take(), resumed.take());
        }
        assertEquals(core.eventHash(), loaded.eventHash(), what);
        assertEquals(core.eventCount(), loaded.eventCount(), what);
        assertEquals(core.digest(), loaded.digest(), what);
        core.parts().ledger.assertConservation();
    }

    private static void compare(final String what, final List<EventFrame> expected, final List<EventFrame> actual)
    {
        assertEquals(expected.size(), actual.size(), what);
        for (int i = 0; i < expected.size(); i++)
        {
            assertArrayEquals(CoreHistory.bytes(expected.get(i)), CoreHistory.bytes(actual.get(i)), what);
        }
    }

    private static Core load(final Core core)
    {
        final Core loaded = new Core(new CapturedEvents(), TINY, 8);
        core.writeSnapshot(loaded::loadRecord);
        return loaded;
    }

    private static List<byte[]> records(final Core core)
    {
        final List<byte[]> records = new ArrayList<>();
        core.writeSnapshot((buffer, offset, length) ->
        {
            final UnsafeBuffer copy = new UnsafeBuffer(new byte[length]);
            copy.putBytes(0, buffer, offset, length);
            records.add(copy.byteArray());
        });
        return records;
    }
}
