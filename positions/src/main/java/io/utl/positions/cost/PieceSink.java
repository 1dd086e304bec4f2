package io.utl.positions.cost;

import io.utl.codecs.amount.Amount;

/**
 * Is given the pieces of lots that a position parts with, in order. Arguments are valid during the call only.
 * Thread: the one that owns the ledger.
 */
@FunctionalInterface
public interface PieceSink
{
    /**
     * @param qty         units, sign of the position they leave.
     * @param rawCost     their cost without fees.
     * @param feeCost     their capitalised fees.
     * @param price       entry price of the lot.
     * @param acquiredNs  when they were acquired.
     * @param lotSequence order of booking of the lot.
     */
    void piece(Amount qty, Amount rawCost, Amount feeCost, Amount price, long acquiredNs, long lotSequence);
}
