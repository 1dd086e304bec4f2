package io.utl.connectivity.simulator.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.utl.codecs.amount.Amount;
import io.utl.connectivity.simulator.market.InstrumentRules;
import io.utl.connectivity.simulator.market.InstrumentRules.Band;
import io.utl.connectivity.simulator.market.InstrumentRules.Notional;
import io.utl.connectivity.simulator.market.InstrumentRules.Range;
import io.utl.connectivity.simulator.match.Decimals;
import io.utl.connectivity.simulator.match.OrderType;

/** One symbol as {@code exchangeInfo} tells it. Thread: any. Source: web-socket-api.md and filters.md, July 2026. */
final class ExchangeInfoJson
{
    private static final int PRECISION = 8;

    private ExchangeInfoJson()
    {
    }

    static void symbol(final ObjectNode json, final InstrumentRules rules)
    {
        json.put("symbol", rules.symbol());
        json.put("status", "TRADING");
        json.put("baseAsset", rules.base());
        json.put("baseAssetPrecision", PRECISION);
        json.put("quoteAsset", rules.quote());
        json.put("quotePrecision", PRECISION);
        json.put("quoteAssetPrecision", PRECISION);
        json.put("baseCommissionPrecision", PRECISION);
        json.put("quoteCommissionPrecision", PRECISION);
        final ArrayNode types = json.putArray("orderTypes");
        for (final OrderType type : OrderType.values())
        {
            types.add(type.name());
        }
        json.put("icebergAllowed", false);
        json.put("ocoAllowed", false);
        json.put("otoAllowed", false);
        json.put("opoAllowed", false);
        json.put("quoteOrderQtyMarketAllowed", true);
        json.put("allowTrailingStop", false);
        json.put("cancelReplaceAllowed", true);
        json.put("amendAllowed", true);
        json.put("pegInstructionsAllowed", false);
        json.put("isSpotTradingAllowed", true);
        json.put("isMarginTradingAllowed", false);
        filters(json.putArray("filters"), rules);
        json.putArray("permissions");
        json.putArray("permissionSets").addArray().add("SPOT");
        json.put("defaultSelfTradePreventionMode", "NONE");
        json.putArray("allowedSelfTradePreventionModes").add("NONE").add("EXPIRE_TAKER").add("EXPIRE_MAKER")
            .add("EXPIRE_BOTH");
    }

    private static void filters(final ArrayNode filters, final InstrumentRules rules)
    {
        range(filters.addObject(), "PRICE_FILTER", "Price", "tickSize", rules.price());
        range(filters.addObject(), "LOT_SIZE", "Qty", "stepSize", rules.lot());
        range(filters.addObject(), "MARKET_LOT_SIZE", "Qty", "stepSize", rules.marketLot());
        notional(filters.addObject(), rules.notional());
        if (rules.band() != null)
        {
            band(filters.addObject(), rules.band());
        }
        if (rules.maxNumOrders() > 0)
        {
            filters.addObject().put("filterType", "MAX_NUM_ORDERS").put("maxNumOrders", rules.maxNumOrders());
        }
    }

    private static void range(
        final ObjectNode json, final String type, final String what, final String step, final Range range)
    {
        json.put("filterType", type);
        json.put("min" + what, text(range.min()));
        json.put("max" + what, text(range.max()));
        json.put(step, text(range.step()));
    }

    private static void notional(final ObjectNode json, final Notional rule)
    {
        json.put("filterType", rule.filterType());
        json.put("minNotional", text(rule.min()));
        if ("NOTIONAL".equals(rule.filterType()))
        {
            json.put("applyMinToMarket", rule.minToMarket());
            json.put("maxNotional", text(rule.max()));
            json.put("applyMaxToMarket", rule.maxToMarket());
        }
        else
        {
            json.put("applyToMarket", rule.minToMarket());
        }
        json.put("avgPriceMins", 0);
    }

    private static void band(final ObjectNode json, final Band band)
    {
        json.put("filterType", band.filterType());
        if ("PERCENT_PRICE".equals(band.filterType()))
        {
            json.put("multiplierUp", band.bidUp().toString());
            json.put("multiplierDown", band.bidDown().toString());
        }
        else
        {
            json.put("bidMultiplierUp", band.bidUp().toString());
            json.put("bidMultiplierDown", band.bidDown().toString());
            json.put("askMultiplierUp", band.askUp().toString());
            json.put("askMultiplierDown", band.askDown().toString());
        }
        json.put("avgPriceMins", 0);
    }

    private static String text(final Amount amount)
    {
        return Decimals.text(amount);
    }
}
