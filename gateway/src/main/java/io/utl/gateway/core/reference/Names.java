package io.utl.gateway.core.reference;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Names of one kind and the numbers they were given: 1, 2, 3 ... in the order of definition. A name is a zero padded
 * field as it lies in a command; it is never taken back.
 * <p>
 * Thread: core. Allocates: only when {@link #add} has to grow. Cost of {@link #find}: about one probe.
 */
public final class Names
{
    private final int nameLength;
    private final NameHash hash = new NameHash();
    private UnsafeBuffer names;
    private int[] slots = new int[64];
    private int count;

    /** @param nameLength bytes of the field, a multiple of 8. */
    public Names(final int nameLength)
    {
        this.nameLength = nameLength;
        this.names = new UnsafeBuffer(new byte[nameLength * 33]);
    }

    /** Number of the name at this place; 0 if it was never defined. */
    public int find(final DirectBuffer buffer, final int offset)
    {
        int slot = slotOf(buffer, offset);
        while (slots[slot] != 0)
        {
            if (equal(slots[slot], buffer, offset))
            {
                return slots[slot];
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return 0;
    }

    /** Gives the next number to a name that {@link #find} does not know. */
    public int add(final DirectBuffer buffer, final int offset)
    {
        count++;
        if (names.capacity() < (count + 1) * nameLength)
        {
            final UnsafeBuffer larger = new UnsafeBuffer(new byte[names.capacity() * 2]);
            larger.putBytes(0, names, 0, names.capacity());
            names = larger;
        }
        names.putBytes(count * nameLength, buffer, offset, nameLength);
        if (count * 2 > slots.length)
        {
            slots = new int[slots.length * 2];
            for (int number = 1; number < count; number++)
            {
                place(number);
            }
        }
        place(count);
        return count;
    }

    /** How many were defined; also the highest number. */
    public int count()
    {
        return count;
    }

    public int nameLength()
    {
        return nameLength;
    }

    /** Where {@link #offset} points into. Number 0 is the empty name. */
    public DirectBuffer buffer()
    {
        return names;
    }

    /** Place of the name in {@link #buffer}; valid until the next {@link #add}. */
    public int offset(final int number)
    {
        return number * nameLength;
    }

    /** Copies the zero padded name. */
    public void copy(final int number, final MutableDirectBuffer to, final int toOffset)
    {
        to.putBytes(toOffset, names, number * nameLength, nameLength);
    }

    private void place(final int number)
    {
        int slot = slotOf(names, number * nameLength);
        while (slots[slot] != 0)
        {
            slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = number;
    }

    private int slotOf(final DirectBuffer buffer, final int offset)
    {
        return (int)hash.of(buffer, offset, nameLength).low() & (slots.length - 1);
    }

    private boolean equal(final int number, final DirectBuffer buffer, final int offset)
    {
        final int mine = number * nameLength;
        for (int i = 0; i < nameLength; i += 8)
        {
            if (names.getLong(mine + i) != buffer.getLong(offset + i))
            {
                return false;
            }
        }
        return true;
    }
}
