package io.utl.positions.valuation;

import io.utl.codecs.amount.Amount;
import io.utl.positions.table.LedgerTables;

/**
 * The last mark of each instrument.
 * <p>
 * Units: quote per base. Thread: core. Allocates: nothing. Cost: one write, one read.
 */
public final class Marks
{
    private final LedgerTables tables;

    public Marks(final LedgerTables tables)
    {
        this.tables = tables;
    }

    /**
     * Takes a mark; {@code price} is what valuations use. Bid and ask may be null.
     *
     * @param timeNs journal time.
     * @throws io.utl.positions.ledger.LedgerException if the instrument is not defined: an upstream bug.
     */
    public void mark(final int instrument, final Amount bid, final Amount ask, final Amount price, final long timeNs)
    {
        throw new IllegalStateException("not built");
    }

    /** Copies the mark of an instrument; false if there is none yet, and {@code into} is null. */
    public boolean price(final int instrument, final Amount into)
    {
        throw new IllegalStateException("not built");
    }

    /** Best bid at the last mark; false if there is none. */
    public boolean bid(final int instrument, final Amount into)
    {
        throw new IllegalStateException("not built");
    }

    /** Best ask at the last mark; false if there is none. */
    public boolean ask(final int instrument, final Amount into)
    {
        throw new IllegalStateException("not built");
    }

    /** Journal time of the last mark; Long.MIN_VALUE if there is none. */
    public long timeNs(final int instrument)
    {
        throw new IllegalStateException("not built");
    }

    /**
     * Age of the mark at {@code nowNs}, counted from the later of the mark and {@code aliveTimeNs}, the last word that the
     * feed is live. Long.MAX_VALUE if there is no mark.
     */
    public long ageNs(final int instrument, final long aliveTimeNs, final long nowNs)
    {
        throw new IllegalStateException("not built");
    }

    /**
     * The instrument whose mark values {@code asset} in {@code valueAsset}: of those marked, the smallest number.
     *
     * @return 0 if there is none.
     */
    public int instrumentOf(final int asset, final int valueAsset)
    {
        throw new IllegalStateException("not built");
    }
}
