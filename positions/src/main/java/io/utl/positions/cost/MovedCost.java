package io.utl.positions.cost;

import io.utl.codecs.amount.Amount;

/**
 * What units that move had cost, under each method: without fees, and the capitalised fees. Reused; owned by one
 * thread.
 */
public final class MovedCost
{
    final Amount rawWac = new Amount();
    final Amount feeWac = new Amount();
    final Amount rawFifo = new Amount();
    final Amount feeFifo = new Amount();

    /** The same cost under each method, without fees. */
    public MovedCost set(final Amount cost)
    {
        rawWac.set(cost);
        rawFifo.set(cost);
        feeWac.setZero();
        feeFifo.setZero();
        return this;
    }

    public MovedCost setZero()
    {
        rawWac.setZero();
        rawFifo.setZero();
        feeWac.setZero();
        feeFifo.setZero();
        return this;
    }

    public MovedCost add(final MovedCost other)
    {
        rawWac.add(other.rawWac);
        rawFifo.add(other.rawFifo);
        feeWac.add(other.feeWac);
        feeFifo.add(other.feeFifo);
        return this;
    }

    /** Average cost with capitalised fees. */
    public Amount wac(final Amount into)
    {
        return into.sum(rawWac, feeWac);
    }

    /** Oldest lots' cost with capitalised fees. */
    public Amount fifo(final Amount into)
    {
        return into.sum(rawFifo, feeFifo);
    }
}
