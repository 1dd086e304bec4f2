package io.utl.connectivity.simulator.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.utl.codecs.amount.Amount;
import io.utl.connectivity.simulator.market.InstrumentRules;
import io.utl.connectivity.simulator.match.Decimals;
import io.utl.connectivity.simulator.match.MatchingEngine;
import io.utl.connectivity.simulator.match.VenueError;
import io.utl.connectivity.simulator.wire.VenueMethod.Call;
import io.utl.connectivity.simulator.wire.VenueMethod.Security;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Methods for anybody: ping, time, exchangeInfo, depth. Thread: matching. */
final class PublicMethods
{
    private static final int DEPTH_DEFAULT = 100;
    private static final int DEPTH_MAX = 5_000;

    private final MatchingEngine engine;
    private final MarketFeed feed;

    PublicMethods(final MatchingEngine engine, final MarketFeed feed)
    {
        this.engine = engine;
        this.feed = feed;
    }

    void register(final Consumer<VenueMethod> table)
    {
        table.accept(new VenueMethod("ping", Security.NONE, p -> 1, false, Set.of(), call -> "{}"));
        table.accept(new VenueMethod("time", Security.NONE, p -> 1, false, Set.of(),
            call -> "{\"serverTime\":" + call.nowMs() + "}"));
        table.accept(new VenueMethod("exchangeInfo", Security.NONE, p -> 20, false,
            Set.of("symbol", "symbols", "permissions", "showPermissionSets", "symbolStatus"), this::exchangeInfo));
        table.accept(new VenueMethod("depth", Security.NONE, PublicMethods::depthWeight, false,
            Set.of("symbol", "limit", "symbolStatus"), this::depth));
    }

    private static int depthWeight(final Params params)
    {
        final long limit;
        try
        {
            limit = params.has("limit") ? params.number("limit") : DEPTH_DEFAULT;
        }
        catch (final VenueError e)
        {
            // The method itself refuses it; a refused request weighs what the lightest does.
            return 5;
        }
        return limit <= 100 ? 5 : limit <= 500 ? 25 : limit <= 1_000 ? 50 : 250;
    }

    private String depth(final Call call)
    {
        final String symbol = call.params().symbol();
        engine.rules(symbol);
        final Long asked = call.params().number("limit");
        final long limit = asked == null ? DEPTH_DEFAULT : Math.min(asked, DEPTH_MAX);
        if (limit < 1)
        {
            throw new VenueError(-1130, "Data sent for parameter 'limit' is not valid.");
        }
        final StringBuilder json = new StringBuilder(4_096);
        json.append("{\"lastUpdateId\":").append(feed.lastUpdateId(symbol)).append(",\"bids\":");
        side(json, engine.book(symbol).depthSide(true), limit);
        json.append(",\"asks\":");
        side(json, engine.book(symbol).depthSide(false), limit);
        return json.append('}').toString();
    }

    private static void side(final StringBuilder json, final Map<Amount, Amount> levels, final long limit)
    {
        json.append('[');
        long count = 0;
        for (final Map.Entry<Amount, Amount> level : levels.entrySet())
        {
            if (count++ == limit)
            {
                break;
            }
            json.append(count == 1 ? "[\"" : ",[\"").append(Decimals.text(level.getKey())).append("\",\"")
                .append(Decimals.text(level.getValue())).append("\"]");
        }
        json.append(']');
    }

    private String exchangeInfo(final Call call)
    {
        final ObjectNode json = Json.object();
        json.put("timezone", "UTC");
        json.put("serverTime", call.nowMs());
        final ArrayNode limits = json.putArray("rateLimits");
        limit(limits, "REQUEST_WEIGHT", "MINUTE", 1, Usage.WEIGHT_LIMIT);
        limit(limits, "ORDERS", "SECOND", 10, Usage.ORDERS_10S_LIMIT);
        limit(limits, "ORDERS", "DAY", 1, Usage.ORDERS_DAY_LIMIT);
        json.putArray("exchangeFilters");
        final ArrayNode symbols = json.putArray("symbols");
        asked(call.params()).forEach(rules -> ExchangeInfoJson.symbol(symbols.addObject(), rules));
        return json.toString();
    }

    private static void limit(
        final ArrayNode into, final String type, final String interval, final int number, final int limit)
    {
        final ObjectNode json = into.addObject();
        json.put("rateLimitType", type);
        json.put("interval", interval);
        json.put("intervalNum", number);
        json.put("limit", limit);
    }

    private Collection<InstrumentRules> asked(final Params params)
    {
        if (params.has("symbol") && params.has("symbols"))
        {
            throw new VenueError(-1128, "Combination of optional parameters invalid.");
        }
        if (params.has("symbol"))
        {
            return List.of(engine.rules(params.symbol()));
        }
        if (!params.has("symbols"))
        {
            return engine.rules().values();
        }
        final List<InstrumentRules> found = new ArrayList<>();
        try
        {
            for (final JsonNode symbol : Json.parse(params.text("symbols")))
            {
                found.add(engine.rules(symbol.asText()));
            }
        }
        catch (final JsonProcessingException e)
        {
            throw new VenueError(-1135, "JSON sent for parameter 'symbols' is not valid");
        }
        return found;
    }
}
