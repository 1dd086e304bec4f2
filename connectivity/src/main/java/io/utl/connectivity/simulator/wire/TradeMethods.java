package io.utl.connectivity.simulator.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.utl.codecs.amount.Amount;
import io.utl.connectivity.simulator.match.MatchingEngine;
import io.utl.connectivity.simulator.match.OrderRequest;
import io.utl.connectivity.simulator.match.OrderStatus;
import io.utl.connectivity.simulator.match.VenueError;
import io.utl.connectivity.simulator.match.VenueOrder;
import io.utl.connectivity.simulator.wire.VenueMethod.Call;
import io.utl.connectivity.simulator.wire.VenueMethod.Security;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/** Methods that change orders. Thread: matching. Source: web-socket-api.md, Trading requests, July 2026. */
final class TradeMethods
{
    private final MatchingEngine engine;

    TradeMethods(final MatchingEngine engine)
    {
        this.engine = engine;
    }

    void register(final Consumer<VenueMethod> table)
    {
        table.accept(method("order.place", p -> 1, true, OrderParams.NAMES, this::place));
        table.accept(method("order.test", p -> p.flag("computeCommissionRates", false) ? 20 : 1, false,
            with(OrderParams.NAMES, "computeCommissionRates"), this::test));
        table.accept(method("order.cancel", p -> 1, false,
            Set.of("symbol", "orderId", "origClientOrderId", "newClientOrderId", "cancelRestrictions"), this::cancel));
        table.accept(method("order.cancelReplace", p -> 1, true, with(OrderParams.NAMES,
            "cancelReplaceMode", "cancelOrderId", "cancelOrigClientOrderId", "cancelNewClientOrderId",
            "cancelRestrictions", "orderRateLimitExceededMode"), this::cancelReplace));
        table.accept(method("order.amend.keepPriority", p -> 4, false,
            Set.of("symbol", "orderId", "origClientOrderId", "newClientOrderId", "newQty"), this::amend));
        table.accept(method("openOrders.cancelAll", p -> 1, false, Set.of("symbol"), this::cancelAll));
    }

    private static VenueMethod method(
        final String name, final ToIntFunction<Params> weight, final boolean places,
        final Set<String> params, final VenueMethod.Handler handler)
    {
        return new VenueMethod(name, Security.SIGNED, weight, places, params, handler);
    }

    private static Set<String> with(final Set<String> names, final String... more)
    {
        final Set<String> all = new HashSet<>(names);
        all.addAll(List.of(more));
        return all;
    }

    private String place(final Call call)
    {
        return place(call.params(), call.nowMs()).toString();
    }

    private ObjectNode place(final Params params, final long nowMs)
    {
        final OrderRequest request = OrderParams.read(params);
        final String form = OrderParams.form(params, request.type());
        return OrderJson.placed(engine.place(request, nowMs), form);
    }

    private String test(final Call call)
    {
        final OrderRequest request = OrderParams.read(call.params());
        OrderParams.form(call.params(), request.type());
        engine.check(request);
        return "{}";
    }

    private String cancel(final Call call)
    {
        final Params params = call.params();
        return cancel(params, "orderId", "origClientOrderId", "newClientOrderId", call.nowMs()).toString();
    }

    private ObjectNode cancel(
        final Params params, final String idName, final String clientIdName, final String newIdName, final long nowMs)
    {
        final VenueOrder order = named(params, idName, clientIdName);
        restrictions(params.text("cancelRestrictions"), order.status());
        final String original = order.clientOrderId();
        engine.cancel(order, params.clientId(newIdName), nowMs);
        return OrderJson.canceled(order, original);
    }

    private VenueOrder named(final Params params, final String idName, final String clientIdName)
    {
        final String symbol = params.symbol();
        final Long orderId = params.number(idName);
        final String clientId = params.text(clientIdName);
        if (orderId == null && clientId == null)
        {
            throw new VenueError(-1102, "Param '" + clientIdName + "' or '" + idName +
                "' must be sent, but both were empty/null!");
        }
        if (engine.store().open(symbol).isEmpty())
        {
            // A symbol that is not of today's market may still have open orders of an earlier one.
            engine.rules(symbol);
        }
        return engine.open(symbol, orderId, clientId);
    }

    private static void restrictions(final String restriction, final OrderStatus status)
    {
        if (restriction == null)
        {
            return;
        }
        final OrderStatus wanted = switch (restriction)
        {
            case "ONLY_NEW" -> OrderStatus.NEW;
            case "ONLY_PARTIALLY_FILLED" -> OrderStatus.PARTIALLY_FILLED;
            default -> throw new VenueError(-1145, "Invalid cancelRestrictions");
        };
        if (status != wanted)
        {
            throw new VenueError(-2011, "Order was not canceled due to cancel restrictions.");
        }
    }

    private String cancelAll(final Call call)
    {
        final String symbol = call.params().symbol();
        final List<VenueOrder> open = engine.store().open(symbol);
        if (open.isEmpty())
        {
            engine.rules(symbol);
            throw new VenueError(-2011, "Unknown order sent.");
        }
        final ArrayNode json = Json.array();
        for (final VenueOrder order : open)
        {
            final String original = order.clientOrderId();
            engine.cancel(order, null, call.nowMs());
            json.add(OrderJson.canceled(order, original));
        }
        return json.toString();
    }

    private String amend(final Call call)
    {
        final Params params = call.params();
        params.mandatory("newQty");
        final Amount quantity = params.decimal("newQty");
        final VenueOrder order = named(params, "orderId", "origClientOrderId");
        final String original = order.clientOrderId();
        final long record = engine.amend(order, quantity, params.clientId("newClientOrderId"), call.nowMs());
        return OrderJson.amended(order, original, record).toString();
    }

    private String cancelReplace(final Call call)
    {
        final Params params = call.params();
        final String mode = params.mandatory("cancelReplaceMode");
        if (!"STOP_ON_FAILURE".equals(mode) && !"ALLOW_FAILURE".equals(mode))
        {
            throw new VenueError(-1130, "Data sent for parameter 'cancelReplaceMode' is not valid.");
        }
        // Form and filters are judged before anything is cancelled.
        engine.check(OrderParams.read(params));
        final ObjectNode json = Json.object();
        final boolean canceled = attempt(json, "cancelResult", "cancelResponse", () ->
            cancel(params, "cancelOrderId", "cancelOrigClientOrderId", "cancelNewClientOrderId", call.nowMs()));
        if (!canceled && "STOP_ON_FAILURE".equals(mode))
        {
            json.put("newOrderResult", "NOT_ATTEMPTED");
            json.set("newOrderResponse", null);
            throw new VenueFailure(400, -2022, "Order cancel-replace failed.", ordered(json));
        }
        final boolean placed = attempt(json, "newOrderResult", "newOrderResponse", () -> place(params, call.nowMs()));
        if (!canceled && !placed)
        {
            throw new VenueFailure(400, -2022, "Order cancel-replace failed.", ordered(json));
        }
        if (!canceled || !placed)
        {
            throw new VenueFailure(409, -2021, "Order cancel-replace partially failed.", ordered(json));
        }
        return ordered(json);
    }

    /** Does one half of a cancel-replace. */
    private interface Half
    {
        ObjectNode run();
    }

    private static boolean attempt(
        final ObjectNode json, final String resultName, final String responseName, final Half half)
    {
        try
        {
            json.set(responseName, half.run());
            json.put(resultName, "SUCCESS");
            return true;
        }
        catch (final VenueError e)
        {
            json.put(resultName, "FAILURE");
            json.set(responseName, Json.object().put("code", e.code()).put("msg", e.getMessage()));
            return false;
        }
    }

    /** Results first, then responses, as the venue writes them. */
    private static String ordered(final ObjectNode json)
    {
        final ObjectNode result = Json.object();
        for (final String name : List.of("cancelResult", "newOrderResult", "cancelResponse", "newOrderResponse"))
        {
            result.set(name, json.get(name));
        }
        return result.toString();
    }
}
