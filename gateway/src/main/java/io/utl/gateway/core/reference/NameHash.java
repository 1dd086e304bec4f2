package io.utl.gateway.core.reference;

import org.agrona.DirectBuffer;

/**
 * 128-bit MurmurHash3 (x64 variant) of bytes whose length is a multiple of eight. Wide enough that two different names
 * are never taken for one: with 10^9 names the chance of one collision is below 10^-20.
 * <p>
 * Thread: one at a time. Allocates: nothing. The result stays until the next {@link #of}.
 * Source: Austin Appleby, MurmurHash3, public domain.
 */
public final class NameHash
{
    private static final long C1 = 0x87c37b91114253d5L;
    private static final long C2 = 0x4cf5ad432745937fL;

    private long low;
    private long high;

    /**
     * Hashes.
     *
     * @param length in bytes, a multiple of 8; a last odd word counts with a second word of zero.
     */
    public NameHash of(final DirectBuffer buffer, final int offset, final int length)
    {
        long h1 = 0;
        long h2 = 0;
        for (int i = 0; i < length; i += 16)
        {
            final long k1 = buffer.getLong(offset + i);
            final long k2 = i + 8 < length ? buffer.getLong(offset + i + 8) : 0;
            h1 ^= Long.rotateLeft(k1 * C1, 31) * C2;
            h1 = (Long.rotateLeft(h1, 27) + h2) * 5 + 0x52dce729;
            h2 ^= Long.rotateLeft(k2 * C2, 33) * C1;
            h2 = (Long.rotateLeft(h2, 31) + h1) * 5 + 0x38495ab5;
        }
        h1 ^= length;
        h2 ^= length;
        h1 += h2;
        h2 += h1;
        h1 = mix(h1);
        h2 = mix(h2);
        h1 += h2;
        low = h1;
        high = h2 + h1;
        return this;
    }

    public long low()
    {
        return low;
    }

    public long high()
    {
        return high;
    }

    private static long mix(final long value)
    {
        long h = value;
        h = (h ^ (h >>> 33)) * 0xff51afd7ed558ccdL;
        h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return h ^ (h >>> 33);
    }
}
