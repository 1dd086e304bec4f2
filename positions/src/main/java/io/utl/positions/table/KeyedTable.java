package io.utl.positions.table;

import org.agrona.MutableDirectBuffer;

/**
 * Records found by a key of one to three longs, which are the record's first bytes. Open addressing over record
 * indexes, at most half full. Records are never removed. Growing doubles the slots and carries old ones over, a few
 * with each further record, so that no single command pays for all of them.
 * <p>
 * Thread: one. Allocates: slots and chunks when the records given room for at construction are used up.
 */
public final class KeyedTable
{
    /** What {@link #find} answers when there is no such record. */
    public static final int ABSENT = -1;

    private static final int CARRIED_PER_ADD = 8;

    private final RecordStore records;
    private final int keyLongs;
    private int[] slots;
    private int[] oldSlots;
    private int carried;

    public KeyedTable(final int recordLength, final int keyLongs, final int expected)
    {
        this.records = new RecordStore(recordLength, expected);
        this.keyLongs = keyLongs;
        this.slots = new int[Integer.highestOneBit(Math.max(16, expected) * 2 - 1) * 2];
    }

    public int size()
    {
        return records.size();
    }

    public MutableDirectBuffer buffer(final int index)
    {
        return records.buffer(index);
    }

    public int offset(final int index)
    {
        return records.offset(index);
    }

    /** Index of the record with that key, or {@link #ABSENT}. Unused parts of the key are 0. */
    public int find(final long key0, final long key1, final long key2)
    {
        final int hash = hash(key0, key1, key2);
        final int index = probe(slots, hash, key0, key1, key2);
        return index != ABSENT || oldSlots == null ? index : probe(oldSlots, hash, key0, key1, key2);
    }

    /** Index of the record with that key, which is added, with zeros behind the key, if there is none. */
    public int findOrAdd(final long key0, final long key1, final long key2)
    {
        final int index = find(key0, key1, key2);
        return index == ABSENT ? add(key0, key1, key2) : index;
    }

    /** Two ints as one part of a key. */
    public static long key(final int high, final int low)
    {
        return (long)high << 32 | low & 0xFFFF_FFFFL;
    }

    /** Part {@code part} of the key of record {@code index}. */
    public long keyOf(final int index, final int part)
    {
        return part < keyLongs ? records.buffer(index).getLong(records.offset(index) + part * Long.BYTES) : 0;
    }

    private int add(final long key0, final long key1, final long key2)
    {
        if ((records.size() + 1) * 2 > slots.length)
        {
            carry(oldSlots == null ? 0 : oldSlots.length);
            oldSlots = slots;
            carried = 0;
            slots = new int[oldSlots.length * 2];
        }
        final int index = records.append();
        final MutableDirectBuffer buffer = records.buffer(index);
        final int offset = records.offset(index);
        buffer.putLong(offset, key0);
        if (keyLongs > 1)
        {
            buffer.putLong(offset + Long.BYTES, key1);
        }
        if (keyLongs > 2)
        {
            buffer.putLong(offset + 2 * Long.BYTES, key2);
        }
        place(index, hash(key0, key1, key2));
        carry(CARRIED_PER_ADD);
        return index;
    }

    private void carry(final int count)
    {
        for (int i = 0; oldSlots != null && i < count; i++)
        {
            if (carried == oldSlots.length)
            {
                oldSlots = null;
                return;
            }
            final int slot = oldSlots[carried++];
            if (slot != 0)
            {
                place(slot - 1, hash(keyOf(slot - 1, 0), keyOf(slot - 1, 1), keyOf(slot - 1, 2)));
            }
        }
    }

    private void place(final int index, final int hash)
    {
        final int mask = slots.length - 1;
        int at = hash & mask;
        while (slots[at] != 0)
        {
            at = at + 1 & mask;
        }
        slots[at] = index + 1;
    }

    private int probe(final int[] from, final int hash, final long key0, final long key1, final long key2)
    {
        final int mask = from.length - 1;
        int at = hash & mask;
        while (from[at] != 0)
        {
            final int index = from[at] - 1;
            if (keyOf(index, 0) == key0 && keyOf(index, 1) == key1 && keyOf(index, 2) == key2)
            {
                return index;
            }
            at = at + 1 & mask;
        }
        return ABSENT;
    }

    private static int hash(final long key0, final long key1, final long key2)
    {
        long hash = key0 * 0x9E3779B97F4A7C15L;
        hash = (hash ^ hash >>> 29 ^ key1) * 0xBF58476D1CE4E5B9L;
        hash = (hash ^ hash >>> 32 ^ key2) * 0x94D049BB133111EBL;
        return (int)(hash ^ hash >>> 31);
    }
}
