package io.utl.positions.snapshot;

import io.utl.codecs.frame.EventHash;
import io.utl.codecs.frame.RecordSink;
import io.utl.positions.ledger.Ledger;

import org.agrona.DirectBuffer;

/**
 * Writes and loads the ledger as canonical SBE records (template ids 600-649), in key order; lots in the order in which
 * they will be relieved. Loading what was written and writing again gives the same bytes.
 * Thread: the one that owns the ledger. Allocates: scratch for sorting, per call.
 */
public final class LedgerSnapshot
{
    /** Template ids of the ledger's records. */
    public static final int FIRST_TEMPLATE = 600;
    public static final int LAST_TEMPLATE = 649;

    private final SnapshotWriter writer;
    private final SnapshotLoader loader;
    private final RecordSink digestSink;
    private long hash;

    public LedgerSnapshot(final Ledger ledger)
    {
        writer = new SnapshotWriter(ledger.tables());
        loader = new SnapshotLoader(ledger);
        digestSink = (buffer, offset, length) -> hash = EventHash.next(hash, buffer, offset, length);
    }

    /** Writes every record. */
    public void write(final RecordSink sink)
    {
        writer.write(sink);
    }

    /** True for records of the ledger. */
    public static boolean takes(final int templateId)
    {
        return templateId >= FIRST_TEMPLATE && templateId <= LAST_TEMPLATE;
    }

    /**
     * Takes one record, in the order written, into an empty ledger.
     *
     * @throws IllegalArgumentException if the record is not the ledger's or does not fit what was loaded before.
     */
    public void load(final DirectBuffer buffer, final int offset, final int length)
    {
        loader.load(buffer, offset);
    }

    /** Hash over exactly the bytes that {@link #write} writes. */
    public long digest()
    {
        hash = 0;
        writer.write(digestSink);
        return hash;
    }
}
