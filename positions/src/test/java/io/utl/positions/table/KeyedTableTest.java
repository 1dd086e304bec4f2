package io.utl.positions.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;

final class KeyedTableTest
{
    private final long seed = Long.getLong("utl.seed", System.nanoTime());

    @Test
    void findsWhatWasAddedAndNothingElseWhileItGrows()
    {
        System.out.println("keyed table seed=" + seed);
        final Random random = new Random(seed);
        final KeyedTable table = new KeyedTable(32, 3, 1);
        final Map<String, Integer> expected = new HashMap<>();
        for (int i = 0; i < 60_000; i++)
        {
            final long key0 = random.nextInt(40);
            final long key1 = random.nextInt(40) * 0x1_0000_0000L;
            final long key2 = random.nextInt(40) - 20;
            final Integer known = expected.get(key0 + "," + key1 + "," + key2);
            assertEquals(known == null ? KeyedTable.ABSENT : known, table.find(key0, key1, key2), "seed=" + seed);
            if (random.nextBoolean())
            {
                final int index = table.findOrAdd(key0, key1, key2);
                expected.put(key0 + "," + key1 + "," + key2, index);
                assertEquals(key1, table.keyOf(index, 1));
            }
        }
        assertEquals(expected.size(), table.size());
    }

    @Test
    void aRecordStaysWhereItIsWhileTheTableGrows()
    {
        final KeyedTable table = new KeyedTable(32, 1, 1);
        final int first = table.findOrAdd(7, 0, 0);
        final var buffer = table.buffer(first);
        for (int i = 100; i < 5_000; i++)
        {
            table.findOrAdd(i, 0, 0);
        }
        assertEquals(System.identityHashCode(buffer), System.identityHashCode(table.buffer(first)));
        assertEquals(first, table.find(7, 0, 0));
    }

    @Test
    void aLotGivenBackIsTakenAgainAsZeros()
    {
        final LotSlab slab = new LotSlab(1);
        final int first = slab.take();
        final int second = slab.take();
        final LotFlyweight lot = new LotFlyweight().wrap(slab, first).lotSequence(5).next(9).owner(3);
        assertNotEquals(first, second);
        slab.give(first);
        assertEquals(1, slab.open());
        assertEquals(first, slab.take());
        assertEquals(0, lot.wrap(slab, first).lotSequence());
        assertEquals(0, lot.next());
        assertEquals(0, lot.owner());
    }
}
