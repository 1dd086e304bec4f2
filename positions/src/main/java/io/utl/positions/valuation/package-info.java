/**
 * What follows from marks: unrealized and total profit, exposure net and gross.
 * Thread: core. Marking is one write; values are computed when a check or a query asks. Called by gateway.core.
 * Stays true: a missing mark is told as unpriced, never valued at 0 or 1; the total quantity is valued, in one
 * rounding.
 */
package io.utl.positions.valuation;
