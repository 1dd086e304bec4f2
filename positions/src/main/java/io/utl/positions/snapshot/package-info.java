/**
 * The ledger as records: written, read, hashed.
 * Thread: the one that owns the ledger. Called by gateway.core for snapshots and by tools for digests.
 * Stays true: the same state gives the same bytes, whatever road led to it; a loaded ledger goes on identically.
 */
package io.utl.positions.snapshot;
