package io.utl.positions.ledger;

import io.utl.positions.table.KeyedTable;
import io.utl.positions.table.SeenFlyweight;

/**
 * Outside names seen so far, with a hash of their content: a booking is booked once, and the same name with other
 * content is noticed. Kept for ever: 32 bytes an id.
 * <p>
 * Thread: core. Allocates: nothing, growth of the table excepted.
 */
public final class SeenIds
{
    private final KeyedTable table;
    private final SeenFlyweight seen = new SeenFlyweight();

    SeenIds(final KeyedTable table)
    {
        this.table = table;
    }

    /** Whether the name was seen, and with which content. */
    public Repeat look(final IdHash id, final long contentHash)
    {
        if (id.isAbsent())
        {
            return Repeat.NEW;
        }
        final int index = table.find(id.high(), id.low(), 0);
        if (index == KeyedTable.ABSENT)
        {
            return Repeat.NEW;
        }
        return seen.wrap(table, index).contentHash() == contentHash ? Repeat.SAME : Repeat.OTHER;
    }

    /** Keeps the name; an absent one is not kept, one kept before is left as it is. */
    public void add(final IdHash id, final long contentHash)
    {
        if (!id.isAbsent() && table.find(id.high(), id.low(), 0) == KeyedTable.ABSENT)
        {
            seen.wrap(table, table.findOrAdd(id.high(), id.low(), 0)).contentHash(contentHash);
        }
    }

    public int size()
    {
        return table.size();
    }
}
