package io.utl.positions.ledger;

import io.utl.positions.table.LedgerTables;

/**
 * Outside names seen so far, with a hash of their content: a booking is booked once, and the same name with other content
 * is noticed. Kept for ever: 32 bytes an id.
 * <p>
 * Thread: core. Allocates: nothing, growth of the table excepted.
 */
public final class SeenIds
{
    SeenIds(final LedgerTables tables)
    {
    }

    /** Whether the name was seen, and with which content. */
    public Repeat look(final IdHash id, final long contentHash)
    {
        throw new IllegalStateException("not built");
    }

    /** Keeps the name; an absent one is not kept, one kept before is left as it is. */
    public void add(final IdHash id, final long contentHash)
    {
        throw new IllegalStateException("not built");
    }

    public int size()
    {
        throw new IllegalStateException("not built");
    }
}
