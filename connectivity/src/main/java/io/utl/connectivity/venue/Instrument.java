package io.utl.connectivity.venue;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.InstrumentDefinedEncoder;
import io.utl.codecs.sbe.InstrumentKind;
import io.utl.codecs.sbe.InstrumentState;

/**
 * One spot instrument as the venue defines it today. Immutable, so for any thread: amounts are copied out.
 * <p>
 * Zero stands for "no such rule" in tick, lot, minimum and maximum quantity and minimum notional.
 */
public final class Instrument
{
    private final String symbol;
    private final String venueSymbol;
    private final String base;
    private final String quote;
    private final InstrumentState state;
    private final Amount tick = new Amount();
    private final Amount lot = new Amount();
    private final Amount minQty = new Amount();
    private final Amount maxQty = new Amount();
    private final Amount minNotional = new Amount();

    /**
     * @param symbol      our name, BTC-USDT.
     * @param venueSymbol the venue's, BTCUSDT.
     * @param rules       tick, lot, minimum quantity, maximum quantity, minimum notional, in this order; copied.
     * @throws IllegalArgumentException if a rule is missing or negative.
     */
    public Instrument(
        final String symbol,
        final String venueSymbol,
        final String base,
        final String quote,
        final InstrumentState state,
        final Amount... rules)
    {
        this.symbol = symbol;
        this.venueSymbol = venueSymbol;
        this.base = base;
        this.quote = quote;
        this.state = state;
        final Amount[] own = {tick, lot, minQty, maxQty, minNotional};
        if (rules.length != own.length)
        {
            throw new IllegalArgumentException("symbol=" + symbol + ": " + rules.length + " rules, needs 5");
        }
        for (int i = 0; i < own.length; i++)
        {
            if (rules[i].isNegative())
            {
                throw new IllegalArgumentException("symbol=" + symbol + ": rule " + i + " is negative: " + rules[i]);
            }
            own[i].set(rules[i]);
        }
    }

    public String symbol()
    {
        return symbol;
    }

    public String venueSymbol()
    {
        return venueSymbol;
    }

    public String base()
    {
        return base;
    }

    public String quote()
    {
        return quote;
    }

    public InstrumentState state()
    {
        return state;
    }

    /** Smallest step of a price, quote per base. */
    public Amount tick(final Amount into)
    {
        return into.set(tick);
    }

    /** Smallest step of a quantity, base units. */
    public Amount lot(final Amount into)
    {
        return into.set(lot);
    }

    public Amount minQty(final Amount into)
    {
        return into.set(minQty);
    }

    public Amount maxQty(final Amount into)
    {
        return into.set(maxQty);
    }

    /** Smallest price times quantity, quote units. */
    public Amount minNotional(final Amount into)
    {
        return into.set(minNotional);
    }

    /** Writes the command that defines it; the encoder is wrapped, and its author is the caller's to set. */
    public void encode(final String venue, final InstrumentDefinedEncoder encoder)
    {
        final int base = encoder.offset();
        tick.put(encoder.buffer(), base + InstrumentDefinedEncoder.tickEncodingOffset());
        lot.put(encoder.buffer(), base + InstrumentDefinedEncoder.lotEncodingOffset());
        minQty.put(encoder.buffer(), base + InstrumentDefinedEncoder.minQtyEncodingOffset());
        maxQty.put(encoder.buffer(), base + InstrumentDefinedEncoder.maxQtyEncodingOffset());
        minNotional.put(encoder.buffer(), base + InstrumentDefinedEncoder.minNotionalEncodingOffset());
        new Amount().setUnits(1)
            .put(encoder.buffer(), base + InstrumentDefinedEncoder.multiplierEncodingOffset());
        encoder.symbol(symbol).venueSymbol(venueSymbol).baseAsset(this.base).quoteAsset(quote).settleAsset(quote)
            .venue(venue).kind(InstrumentKind.SPOT).state(state);
    }

    @Override
    public String toString()
    {
        return symbol + " (" + venueSymbol + ") " + state + " tick=" + tick + " lot=" + lot + " minQty=" + minQty +
            " maxQty=" + maxQty + " minNotional=" + minNotional;
    }
}
