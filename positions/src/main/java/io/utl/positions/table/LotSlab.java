package io.utl.positions.table;

import org.agrona.MutableDirectBuffer;

/**
 * Room for lots: records that are taken and given back. Which free record is taken next has no effect on anything
 * visible.
 * <p>
 * Thread: one. Allocates: a chunk when the lots given room for at construction are all open.
 */
public final class LotSlab
{
    private final RecordStore records;
    private final LotFlyweight lot = new LotFlyweight();
    private int firstFree;
    private int open;

    LotSlab(final int expected)
    {
        records = new RecordStore(LotFlyweight.LENGTH, expected);
    }

    /** Lots in use. */
    public int open()
    {
        return open;
    }

    MutableDirectBuffer buffer(final int index)
    {
        return records.buffer(index);
    }

    int offset(final int index)
    {
        return records.offset(index);
    }

    /** Takes a record of zeros; returns its index. */
    public int take()
    {
        open++;
        if (firstFree == 0)
        {
            return records.append();
        }
        final int index = firstFree - 1;
        lot.wrap(this, index);
        firstFree = lot.next();
        lot.next(0);
        return index;
    }

    /** Gives a record back; its bytes become zero. */
    public void give(final int index)
    {
        buffer(index).setMemory(offset(index), LotFlyweight.LENGTH, (byte)0);
        lot.wrap(this, index).next(firstFree);
        firstFree = index + 1;
        open--;
    }
}
