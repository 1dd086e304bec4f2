package io.utl.positions.table;

/** All tables of the ledger. */
public final class LedgerTables
{
}
