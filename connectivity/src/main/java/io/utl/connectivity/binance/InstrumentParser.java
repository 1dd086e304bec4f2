package io.utl.connectivity.binance;

import com.fasterxml.jackson.databind.JsonNode;
import io.utl.codecs.amount.Amount;
import io.utl.connectivity.venue.Instrument;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Instruments out of exchangeInfo. Tick from PRICE_FILTER, lot and quantities from LOT_SIZE, smallest notional from
 * NOTIONAL or, on older symbols, MIN_NOTIONAL. A rule that is missing or zero is no rule.
 * Thread: any; no state. Allocates: each instrument. Source: REST API "Exchange information", Filters.
 */
public final class InstrumentParser
{
    private InstrumentParser()
    {
    }

    /**
     * @param wanted venue symbols; empty is all of them.
     * @throws CorruptMessageException if it is no exchangeInfo.
     */
    public static List<Instrument> parse(final JsonNode exchangeInfo, final Set<String> wanted)
    {
        final JsonNode symbols = exchangeInfo.path("symbols");
        if (!symbols.isArray())
        {
            throw new CorruptMessageException("exchangeInfo has no symbols");
        }
        final List<Instrument> instruments = new ArrayList<>();
        for (final JsonNode symbol : symbols)
        {
            final String name = symbol.path("symbol").asText();
            if (wanted.isEmpty() || wanted.contains(name))
            {
                instruments.add(instrument(symbol, name));
            }
        }
        return instruments;
    }

    private static Instrument instrument(final JsonNode symbol, final String name)
    {
        final String base = symbol.path("baseAsset").asText();
        final String quote = symbol.path("quoteAsset").asText();
        if (name.isEmpty() || base.isEmpty() || quote.isEmpty())
        {
            throw new CorruptMessageException("symbol '" + name + "' lacks symbol, baseAsset or quoteAsset");
        }
        final Amount tick = new Amount();
        final Amount lot = new Amount();
        final Amount minQty = new Amount();
        final Amount maxQty = new Amount();
        final Amount minNotional = new Amount();
        for (final JsonNode filter : symbol.path("filters"))
        {
            switch (filter.path("filterType").asText())
            {
                case "PRICE_FILTER" -> BinanceJson.amount(filter, "tickSize", tick);
                case "LOT_SIZE" ->
                {
                    BinanceJson.amount(filter, "stepSize", lot);
                    BinanceJson.amount(filter, "minQty", minQty);
                    BinanceJson.amount(filter, "maxQty", maxQty);
                }
                case "NOTIONAL", "MIN_NOTIONAL" -> BinanceJson.amount(filter, "minNotional", minNotional);
                default ->
                {
                    // Filters that the venue checks alone: counts of orders, price bands, icebergs.
                }
            }
        }
        return new Instrument(base + "-" + quote, name, base, quote,
            BinanceMapping.instrumentState(symbol.path("status").asText()), tick, lot, minQty, maxQty, minNotional);
    }
}
