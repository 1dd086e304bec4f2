/**
 * Unit cost: how a change of quantity changes cost and profit under average cost and under first-in-first-out.
 * Thread: the one that owns the ledger. Called by positions.ledger: a change is drafted first, then committed or
 * dropped. Stays true: the value of a change is rounded once and shared, the rest goes to the last piece; what is
 * relieved and what stays sum to what was; the last unit out takes all the cost that is left.
 */
package io.utl.positions.cost;
