package io.utl.positions.ledger;

import io.utl.codecs.amount.Amount;
import io.utl.positions.table.InstrumentFlyweight;
import io.utl.positions.table.KeyedTable;
import io.utl.positions.table.LedgerTables;

/**
 * The last mark of each instrument.
 * <p>
 * Units: quote per base. Thread: core. Allocates: nothing. Cost: one write, one read.
 */
public final class Marks
{
    private final LedgerTables tables;
    private final InstrumentFlyweight flyweight = new InstrumentFlyweight();
    private final Amount scratch = new Amount();

    public Marks(final LedgerTables tables)
    {
        this.tables = tables;
    }

    /**
     * Takes a mark; {@code price} is what valuations use. Bid and ask may be null.
     *
     * @param timeNs journal time.
     * @throws LedgerException if the instrument is not defined: an upstream bug.
     */
    public void mark(final int instrument, final Amount bid, final Amount ask, final Amount price, final long timeNs)
    {
        final int index = tables.instruments().find(instrument, 0, 0);
        if (index == KeyedTable.ABSENT)
        {
            throw new LedgerException("instrument=" + instrument + " is not defined: it cannot be marked");
        }
        flyweight.wrap(tables.instruments(), index)
            .putBid(bid).putAsk(ask).putPrice(price).markTimeNs(timeNs);
    }

    /** Copies the mark of an instrument; false if there is none yet, and {@code into} is null. */
    public boolean price(final int instrument, final Amount into)
    {
        return find(instrument, into) && !flyweight.price(into).isNull();
    }

    /** Best bid at the last mark; false if there is none. */
    public boolean bid(final int instrument, final Amount into)
    {
        return find(instrument, into) && !flyweight.bid(into).isNull();
    }

    /** Best ask at the last mark; false if there is none. */
    public boolean ask(final int instrument, final Amount into)
    {
        return find(instrument, into) && !flyweight.ask(into).isNull();
    }

    /** Journal time of the last mark; Long.MIN_VALUE if there is none. */
    public long timeNs(final int instrument)
    {
        return price(instrument, scratch) ? flyweight.markTimeNs() : Long.MIN_VALUE;
    }

    /**
     * Age of the mark at {@code nowNs}, counted from the later of the mark and {@code aliveTimeNs}, the last word that
     * the feed is live. Long.MAX_VALUE if there is no mark.
     */
    public long ageNs(final int instrument, final long aliveTimeNs, final long nowNs)
    {
        return price(instrument, scratch) ?
            nowNs - Math.max(flyweight.markTimeNs(), aliveTimeNs) : Long.MAX_VALUE;
    }

    /**
     * The instrument whose mark values {@code asset} in {@code valueAsset}: of those marked, the smallest number.
     *
     * @return 0 if there is none.
     */
    public int instrumentOf(final int asset, final int valueAsset)
    {
        int instrument = tables.firstOfPair(asset, valueAsset);
        while (instrument != 0 && !price(instrument, scratch))
        {
            instrument = flyweight.nextSamePair();
        }
        return instrument;
    }

    private boolean find(final int instrument, final Amount into)
    {
        final int index = tables.instruments().find(instrument, 0, 0);
        into.setNull();
        if (index == KeyedTable.ABSENT)
        {
            return false;
        }
        flyweight.wrap(tables.instruments(), index);
        return true;
    }
}
