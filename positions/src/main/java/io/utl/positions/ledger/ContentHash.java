package io.utl.positions.ledger;

import io.utl.codecs.amount.Amount;

import net.openhft.hashing.LongHashFunction;

/** Chain over the numbers that must be equal when a booking comes again. Allocates: nothing. Source: XXH3, 64 bits. */
final class ContentHash
{
    private static final LongHashFunction XX3 = LongHashFunction.xx3();
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private ContentHash()
    {
    }

    static long next(final long hash, final long word)
    {
        return XX3.hashLong(hash * SPREAD + word);
    }

    static long next(final long hash, final Amount amount)
    {
        return next(next(hash, amount.low()), amount.high());
    }
}
