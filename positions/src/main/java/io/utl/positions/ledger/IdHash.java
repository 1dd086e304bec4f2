package io.utl.positions.ledger;

import net.openhft.hashing.LongTupleHashFunction;
import org.agrona.DirectBuffer;

/**
 * 128-bit hash of the outside name of a booking: a venue's trade id with venue and symbol, or an external id.
 * <p>
 * Use: {@code id.reset().with(venue...).with(symbol...).with(tradeId...)}. Trailing zero bytes of each part do not
 * count, the borders between parts do, so a field of fixed length and the bare text give the same hash. At most 512
 * bytes in all. An id without parts is absent: nothing is looked up or kept for it.
 * <p>
 * Thread: one. Allocates: nothing after construction. Source: XXH3, 128 bits, seed 0.
 */
public final class IdHash
{
    private static final int CAPACITY = 512;
    private static final LongTupleHashFunction XX128 = LongTupleHashFunction.xx128();

    static
    {
        // Each range of lengths has its own code: load its classes here, not at the first fill with a longer id.
        final long[] words = new long[2];
        for (int length = 1; length <= CAPACITY; length++)
        {
            XX128.hashBytes(new byte[CAPACITY], 0, length, words);
        }
    }

    private final byte[] bytes = new byte[CAPACITY];
    private final long[] words = new long[2];
    private int length;
    private boolean fresh;

    /** Forgets all parts: the id is absent. */
    public IdHash reset()
    {
        length = 0;
        fresh = false;
        return this;
    }

    /**
     * Adds one part.
     *
     * @throws LedgerException if the parts do not fit 512 bytes: an upstream bug.
     */
    public IdHash with(final DirectBuffer buffer, final int offset, final int partLength)
    {
        int used = partLength;
        while (used > 0 && buffer.getByte(offset + used - 1) == 0)
        {
            used--;
        }
        if (length + used + 1 > CAPACITY)
        {
            throw new LedgerException("id too long: bytes=" + (length + used + 1) + ", limit=" + CAPACITY);
        }
        buffer.getBytes(offset, bytes, length, used);
        length += used;
        bytes[length++] = 0;
        fresh = false;
        return this;
    }

    /** Takes over the parts of another id. */
    public IdHash set(final IdHash other)
    {
        System.arraycopy(other.bytes, 0, bytes, 0, other.length);
        length = other.length;
        fresh = false;
        return this;
    }

    /** True if there is no part, or every part was empty. */
    public boolean isAbsent()
    {
        for (int i = 0; i < length; i++)
        {
            if (bytes[i] != 0)
            {
                return false;
            }
        }
        return true;
    }

    public long high()
    {
        return word(1);
    }

    public long low()
    {
        return word(0);
    }

    private long word(final int index)
    {
        if (!fresh)
        {
            XX128.hashBytes(bytes, 0, length, words);
            fresh = true;
        }
        return words[index];
    }
}
