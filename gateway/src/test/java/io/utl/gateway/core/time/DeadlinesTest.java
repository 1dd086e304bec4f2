package io.utl.gateway.core.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DeadlinesTest
{
    @Test
    void firesInTheOrderOfTimeThenOfSettingWhateverIsRemovedBetween()
    {
        final long seed = System.nanoTime();
        final Random random = new Random(seed);
        final Deadlines deadlines = new Deadlines(1);
        final TreeMap<String, Integer> expected = new TreeMap<>();
        for (int i = 0; i < 20_000; i++)
        {
            if (random.nextInt(3) > 0)
            {
                final int handle = deadlines.set(random.nextInt(1_000), 1, i);
                expected.put(key(deadlines, handle), handle);
            }
            else if (!expected.isEmpty())
            {
                final Map.Entry<String, Integer> some = random.nextBoolean() ? expected.firstEntry() :
                    expected.ceilingEntry(expected.firstKey() + random.nextInt(10));
                if (some != null)
                {
                    deadlines.remove(some.getValue());
                    expected.remove(some.getKey());
                }
            }
            assertEquals(expected.size(), deadlines.size(), "seed=" + seed);
            assertEquals(expected.isEmpty() ? Deadlines.NONE : (int)expected.firstEntry().getValue(),
                deadlines.first(), "seed=" + seed + ", step=" + i);
        }
    }

    @Test
    void noTimerIsFarAway()
    {
        assertEquals(Long.MAX_VALUE, new Deadlines(4).nextNs());
    }

    private static String key(final Deadlines deadlines, final int handle)
    {
        return String.format("%06d-%09d", deadlines.deadlineNs(handle), deadlines.id(handle));
    }
}
