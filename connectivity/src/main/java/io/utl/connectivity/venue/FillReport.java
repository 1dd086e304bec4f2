package io.utl.connectivity.venue;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.Liquidity;
import io.utl.codecs.sbe.Side;

/**
 * One fill on its way from a venue's message to a {@code VenueFill}; filled in, reported, used again.
 * <p>
 * Units: quantity in base asset, price in quote asset for one unit. Thread: the adapter's IO thread.
 */
public final class FillReport
{
    /** Base units, more than 0. */
    public final Amount lastQty = new Amount();
    /** Quote per base. */
    public final Amount lastPx = new Amount();
    /** Paid; negative is a rebate. */
    public final Amount fee = new Amount();
    /** Our order; 0 if the venue's client order id is not ours. */
    public long orderId;
    public int revision;
    /** Milliseconds since the epoch. */
    public long venueTimeMs;
    public String venueOrderId = "";
    public String venueTradeId = "";
    /** Our name of the instrument; the venue's where we have none. */
    public String symbol = "";
    public String feeAsset = "";
    public Side side = Side.NULL_VAL;
    public Liquidity liquidity = Liquidity.UNKNOWN;

    /** Back to nothing. */
    public FillReport clear()
    {
        lastQty.setZero();
        lastPx.setZero();
        fee.setZero();
        orderId = 0;
        revision = 0;
        venueTimeMs = 0;
        venueOrderId = "";
        venueTradeId = "";
        symbol = "";
        feeAsset = "";
        side = Side.NULL_VAL;
        liquidity = Liquidity.UNKNOWN;
        return this;
    }
}
