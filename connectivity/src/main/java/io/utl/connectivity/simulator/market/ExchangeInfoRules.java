package io.utl.connectivity.simulator.market;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.utl.codecs.amount.Amount;
import io.utl.connectivity.simulator.market.InstrumentRules.Band;
import io.utl.connectivity.simulator.market.InstrumentRules.Notional;
import io.utl.connectivity.simulator.market.InstrumentRules.Range;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads the rules of instruments out of a recorded {@code exchangeInfo}, of spot or of USD-margined futures.
 * Thread: any. Errors: {@link IOException} if the text is no such answer. Source: filters page, July 2026.
 */
final class ExchangeInfoRules
{
    private static final Range NONE = Range.of("0", "0", "0");

    private ExchangeInfoRules()
    {
    }

    /** Rules by symbol; a symbol without PRICE_FILTER or LOT_SIZE has those rules switched off. */
    static Map<String, InstrumentRules> parse(final String json) throws IOException
    {
        final Map<String, InstrumentRules> rules = new HashMap<>();
        for (final JsonNode symbol : new ObjectMapper().readTree(json).path("symbols"))
        {
            final String name = symbol.path("symbol").asText();
            rules.put(name, one(name, symbol));
        }
        return rules;
    }

    private static InstrumentRules one(final String name, final JsonNode symbol)
    {
        final Map<String, JsonNode> filters = new HashMap<>();
        symbol.path("filters").forEach(filter -> filters.put(filter.path("filterType").asText(), filter));
        return new InstrumentRules(
            name, symbol.path("baseAsset").asText(), symbol.path("quoteAsset").asText(),
            range(filters.get("PRICE_FILTER"), "minPrice", "maxPrice", "tickSize"),
            range(filters.get("LOT_SIZE"), "minQty", "maxQty", "stepSize"),
            range(filters.get("MARKET_LOT_SIZE"), "minQty", "maxQty", "stepSize"),
            notional(filters), band(filters), maxNumOrders(filters.get("MAX_NUM_ORDERS")));
    }

    private static Range range(final JsonNode filter, final String min, final String max, final String step)
    {
        return filter == null ? NONE : new Range(amount(filter, min), amount(filter, max), amount(filter, step));
    }

    private static Notional notional(final Map<String, JsonNode> filters)
    {
        final JsonNode notional = filters.get("NOTIONAL");
        if (notional != null)
        {
            return new Notional("NOTIONAL", amount(notional, "minNotional"), amount(notional, "maxNotional"),
                notional.path("applyMinToMarket").asBoolean(), notional.path("applyMaxToMarket").asBoolean());
        }
        final JsonNode minimum = filters.get("MIN_NOTIONAL");
        if (minimum == null)
        {
            return new Notional("MIN_NOTIONAL", new Amount(), new Amount(), false, false);
        }
        final String field = minimum.has("minNotional") ? "minNotional" : "notional";
        return new Notional(
            "MIN_NOTIONAL", amount(minimum, field), new Amount(), minimum.path("applyToMarket").asBoolean(true), false);
    }

    private static Band band(final Map<String, JsonNode> filters)
    {
        final JsonNode bySide = filters.get("PERCENT_PRICE_BY_SIDE");
        if (bySide != null)
        {
            return new Band("PERCENT_PRICE_BY_SIDE", amount(bySide, "bidMultiplierUp"),
                amount(bySide, "bidMultiplierDown"), amount(bySide, "askMultiplierUp"),
                amount(bySide, "askMultiplierDown"));
        }
        final JsonNode both = filters.get("PERCENT_PRICE");
        return both == null ? null : new Band("PERCENT_PRICE", amount(both, "multiplierUp"),
            amount(both, "multiplierDown"), amount(both, "multiplierUp"), amount(both, "multiplierDown"));
    }

    private static int maxNumOrders(final JsonNode filter)
    {
        return filter == null ? 0 : filter.path("maxNumOrders").asInt(filter.path("limit").asInt(0));
    }

    private static Amount amount(final JsonNode filter, final String field)
    {
        return Amount.of(filter.path(field).asText("0"));
    }
}
