package io.utl.positions.valuation;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.CostMethod;
import io.utl.positions.ledger.PositionView;
import io.utl.positions.table.LedgerTables;

/**
 * Values positions and holdings at the marks, when asked.
 * <p>
 * Thread: core. Allocates: nothing. Each method that returns false says UNPRICED: there is no mark, and {@code into} is
 * null.
 */
public final class Valuation
{
    private final LedgerTables tables;
    private final Marks marks;

    public Valuation(final LedgerTables tables, final Marks marks)
    {
        this.tables = tables;
        this.marks = marks;
    }

    /** Open quantity at the mark, less cost with capitalised fees; zero when flat, also without a mark. */
    public boolean unrealized(final PositionView position, final CostMethod method, final Amount into)
    {
        throw new IllegalStateException("not built");
    }

    /** Open quantity at the mark, less cost without fees. */
    public boolean unrealizedGross(final PositionView position, final CostMethod method, final Amount into)
    {
        throw new IllegalStateException("not built");
    }

    /** Realized net of fees, plus unrealized. */
    public boolean total(final PositionView position, final CostMethod method, final Amount into)
    {
        throw new IllegalStateException("not built");
    }

    /**
     * Holdings of one asset, all books, locations and purposes, valued in another.
     *
     * @param account 0: the firm, that is all accounts that are not external.
     * @return {@code into.isPriced()}.
     */
    public boolean exposure(final int account, final int asset, final int valueAsset, final Exposure into)
    {
        throw new IllegalStateException("not built");
    }
}
