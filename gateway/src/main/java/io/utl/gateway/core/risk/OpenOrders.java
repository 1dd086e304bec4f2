package io.utl.gateway.core.risk;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.Side;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * Base units that working orders may still buy and sell, per account and instrument: what makes the worst case.
 * Counted again from the orders when a snapshot is loaded.
 * <p>
 * Thread: core. Allocates: with the first order of an account in an instrument.
 */
public final class OpenOrders
{
    private final Long2ObjectHashMap<Amount[]> open = new Long2ObjectHashMap<>();

    /** Adds signed units to one side. */
    public void add(final int account, final int instrument, final Side side, final Amount qty)
    {
        final long key = (long)account << 32 | instrument;
        Amount[] sides = open.get(key);
        if (sides == null)
        {
            sides = new Amount[]{new Amount(), new Amount()};
            open.put(key, sides);
        }
        final Amount units = sides[side == Side.BUY ? 0 : 1];
        units.add(qty);
        if (units.isNegative())
        {
            throw new IllegalStateException("open quantity below zero: account=" + account +
                ", instrument=" + instrument + ", side=" + side + ", open=" + units);
        }
    }

    /** Copies what is open on one side, 0 or more. */
    public Amount get(final int account, final int instrument, final Side side, final Amount into)
    {
        final Amount[] sides = open.get((long)account << 32 | instrument);
        return sides == null ? into.setZero() : into.set(sides[side == Side.BUY ? 0 : 1]);
    }
}
