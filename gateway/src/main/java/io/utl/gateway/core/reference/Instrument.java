package io.utl.gateway.core.reference;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.InstrumentKind;
import io.utl.codecs.sbe.InstrumentState;
import org.agrona.concurrent.UnsafeBuffer;

/** One instrument: what trades where, in which steps. Thread: core. */
public final class Instrument
{
    /** Bytes of the venue's name for it. */
    public static final int SYMBOL_LENGTH = 32;

    /** 1 and up, in the order of definition. */
    public final int number;
    /** As the venue spells it, zero padded. */
    public final UnsafeBuffer venueSymbol = new UnsafeBuffer(new byte[SYMBOL_LENGTH]);
    /** Asset numbers. */
    public int base;
    public int quote;
    public int settle;
    /** Venue number. */
    public int venue;
    public InstrumentKind kind;
    public InstrumentState state;
    /** Kill switch of the symbol. */
    public boolean stopped;
    /** Journal time of the last mark; 0 if none. */
    public long markTimeNs;
    /** Smallest step of a price, quote per base; zero: any. */
    public final Amount tick = new Amount();
    /** Smallest step of a quantity, base; zero: any. */
    public final Amount lot = new Amount();
    /** Base; zero: none. */
    public final Amount minQty = new Amount();
    public final Amount maxQty = new Amount();
    /** Quote; zero: none. */
    public final Amount minNotional = new Amount();
    /** Base units of one contract; 1 for spot. */
    public final Amount multiplier = new Amount();

    public Instrument(final int number)
    {
        this.number = number;
    }
}
