package io.utl.positions.snapshot;

import io.utl.positions.table.KeyedTable;

import java.util.stream.IntStream;

/** The indexes of a table's records in the order of their keys, part by part as signed numbers. Allocates: per call. */
final class KeyOrder
{
    private KeyOrder()
    {
    }

    static int[] of(final KeyedTable table)
    {
        return IntStream.range(0, table.size())
            .boxed()
            .sorted((a, b) -> compare(table, a, b))
            .mapToInt(Integer::intValue)
            .toArray();
    }

    private static int compare(final KeyedTable table, final int a, final int b)
    {
        for (int part = 0; part < 3; part++)
        {
            final int order = Long.compare(table.keyOf(a, part), table.keyOf(b, part));
            if (order != 0)
            {
                return order;
            }
        }
        return 0;
    }
}
