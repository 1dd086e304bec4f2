/**
 * The ledger: balances, positions and lots, changed by bookings whose legs sum to zero per asset.
 * Thread: core. Called by gateway.core, in two steps: {@code check} decides and changes nothing, {@code book} changes
 * and tells through {@link io.utl.positions.ledger.LedgerEvents}.
 * Stays true: the sum over all accounts is zero per asset; a flat position has no cost; profit, realized and
 * unrealized, less cost that left without profit, is equal under every unit-cost method; a refused booking leaves no
 * trace.
 */
package io.utl.positions.ledger;
