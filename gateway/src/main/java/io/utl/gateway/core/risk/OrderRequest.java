package io.utl.gateway.core.risk;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.OrdType;
import io.utl.codecs.sbe.Side;
import io.utl.codecs.sbe.TimeInForce;
import io.utl.gateway.core.reference.Account;
import io.utl.gateway.core.reference.Instrument;

/**
 * What a new order or a replace asks for, names resolved: what the checks read. Reused.
 * <p>
 * Thread: core. Allocates: nothing after construction.
 */
public final class OrderRequest
{
    public Account account;
    /** Number of the book, 0 is the default book. */
    public int book;
    /** Null if the symbol is unknown. */
    public Instrument instrument;
    public Side side;
    public OrdType ordType;
    public TimeInForce timeInForce;
    public byte postOnly;
    /** Only GTD; Long.MIN_VALUE if none. */
    public long expireTimeNs;
    /** Journal time of the command. */
    public long timeNs;
    /** A replace: quantity is the new total of an order that lives. */
    public boolean replace;
    /** Base units. */
    public final Amount qty = new Amount();
    /** Quote per base; null for MARKET. */
    public final Amount price = new Amount();
    /** Of a replace: done so far; else zero. */
    public final Amount cumQty = new Amount();
    /** Of a replace: base units of this order that count as open already; else zero. */
    public final Amount reserved = new Amount();
    /** Of a replace: held for this order already; else zero. */
    public final Amount held = new Amount();

    /** Filled by the checks: what would still work, base. */
    public final Amount leavesQty = new Amount();
    /** Filled by the checks: quote held for each unit of a buy. */
    public final Amount holdPrice = new Amount();
    /** Filled by the checks: what the order must hold, quote of a buy, base of a sell. */
    public final Amount hold = new Amount();

    /** A new order: nothing done, open or held yet. */
    public OrderRequest fresh()
    {
        replace = false;
        cumQty.setZero();
        reserved.setZero();
        held.setZero();
        return this;
    }
}
