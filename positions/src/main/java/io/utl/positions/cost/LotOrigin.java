package io.utl.positions.cost;

import io.utl.codecs.amount.Amount;

/** Where a new lot comes from: when it was acquired and at which price. Reused; owned by one thread. */
public final class LotOrigin
{
    final Amount price = new Amount();
    long acquiredTimeNs;

    public LotOrigin set(final long timeNs, final Amount entryPrice)
    {
        acquiredTimeNs = timeNs;
        price.set(entryPrice);
        return this;
    }
}
