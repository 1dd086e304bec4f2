package io.utl.connectivity.simulator.wire;

import io.utl.codecs.amount.Amount;
import io.utl.connectivity.simulator.match.OrderRequest;
import io.utl.connectivity.simulator.match.OrderType;
import io.utl.connectivity.simulator.match.TimeInForce;
import io.utl.connectivity.simulator.match.VenueError;

import java.util.Map;
import java.util.Set;

/**
 * Reads a new order out of parameters and checks its form: what is mandatory, superfluous or not offered.
 * Thread: matching. Errors: {@link VenueError} with the codes of errors.md, July 2026.
 */
final class OrderParams
{
    static final Set<String> NAMES = Set.of(
        "symbol", "side", "type", "timeInForce", "price", "quantity", "quoteOrderQty", "newClientOrderId",
        "newOrderRespType", "stopPrice", "trailingDelta", "icebergQty", "strategyId", "strategyType",
        "selfTradePreventionMode", "pegPriceType", "pegOffsetValue", "pegOffsetType");

    private static final Map<String, String> NOT_OFFERED = Map.of(
        "STOP_LOSS", "Stop loss orders are not supported for this symbol.",
        "STOP_LOSS_LIMIT", "Stop loss limit orders are not supported for this symbol.",
        "TAKE_PROFIT", "Take profit orders are not supported for this symbol.",
        "TAKE_PROFIT_LIMIT", "Take profit limit orders are not supported for this symbol.");
    private static final Set<String> STP = Set.of(
        "NONE", "EXPIRE_MAKER", "EXPIRE_TAKER", "EXPIRE_BOTH", "DECREMENT", "TRANSFER");
    private static final Set<String> FORMS = Set.of("ACK", "RESULT", "FULL");
    private static final int LOWEST_STRATEGY_TYPE = 1_000_000;

    private OrderParams()
    {
    }

    /** Side as sent; the venue's two. */
    private enum Side
    {
        BUY, SELL
    }

    static OrderRequest read(final Params params)
    {
        final String symbol = params.symbol();
        params.mandatory("side");
        final Side side = params.choice("side", Side.class, new VenueError(-1117, "Invalid side."));
        final OrderType type = type(params);
        unsupported(params);
        final boolean limit = type == OrderType.LIMIT;
        if (limit)
        {
            params.mandatory("timeInForce");
        }
        else if (params.has("timeInForce"))
        {
            throw notRequired("timeInForce");
        }
        final TimeInForce force = params.choice(
            "timeInForce", TimeInForce.class, new VenueError(-1115, "Invalid timeInForce."));
        final Amount quantity = params.decimal("quantity");
        final Amount quoteQty = params.decimal("quoteOrderQty");
        final Amount price = params.decimal("price");
        if (type == OrderType.MARKET)
        {
            market(quantity, quoteQty, price);
        }
        else
        {
            params.mandatory("quantity");
            params.mandatory("price");
            if (quoteQty != null)
            {
                throw notRequired("quoteOrderQty");
            }
        }
        return new OrderRequest(
            symbol, side == Side.BUY, type, force, price, quantity, quoteQty, params.clientId("newClientOrderId"),
            stp(params), params.number("strategyId"), strategyType(params));
    }

    /** The form of the answer: ACK, RESULT or FULL. */
    static String form(final Params params, final OrderType type)
    {
        final String asked = params.text("newOrderRespType");
        if (asked == null)
        {
            return type == OrderType.LIMIT_MAKER ? "ACK" : "FULL";
        }
        if (!FORMS.contains(asked))
        {
            throw new VenueError(-1130, "Data sent for parameter 'newOrderRespType' is not valid.");
        }
        return asked;
    }

    private static OrderType type(final Params params)
    {
        final String name = params.mandatory("type");
        final String notOffered = NOT_OFFERED.get(name);
        if (notOffered != null)
        {
            throw new VenueError(-2010, notOffered);
        }
        return params.choice("type", OrderType.class, new VenueError(-1116, "Invalid orderType."));
    }

    private static void unsupported(final Params params)
    {
        if (params.has("stopPrice"))
        {
            throw notRequired("stopPrice");
        }
        if (params.has("icebergQty"))
        {
            throw new VenueError(-2010, "Iceberg orders are not supported for this symbol.");
        }
        if (params.has("trailingDelta"))
        {
            throw new VenueError(-2010, "Trailing stop orders are not supported for this symbol.");
        }
        if (params.has("pegPriceType"))
        {
            throw new VenueError(-2010, "Pegged orders are not supported for this symbol.");
        }
    }

    private static void market(final Amount quantity, final Amount quoteQty, final Amount price)
    {
        if (price != null)
        {
            throw notRequired("price");
        }
        if (quantity == null && quoteQty == null)
        {
            throw new VenueError(
                -1102, "Param 'quantity' or 'quoteOrderQty' must be sent, but both were empty/null!");
        }
        if (quantity != null && quoteQty != null)
        {
            throw new VenueError(-1128, "Combination of optional parameters invalid.");
        }
    }

    private static String stp(final Params params)
    {
        final String mode = params.text("selfTradePreventionMode");
        if (mode != null && !STP.contains(mode))
        {
            throw new VenueError(-1130, "Data sent for parameter 'selfTradePreventionMode' is not valid.");
        }
        return mode == null ? "NONE" : mode;
    }

    private static Integer strategyType(final Params params)
    {
        final Long type = params.number("strategyType");
        if (type != null && type < LOWEST_STRATEGY_TYPE)
        {
            throw new VenueError(-1134, "`strategyType` was less than 1000000.");
        }
        return type == null ? null : Integer.valueOf((int)Math.min(type, Integer.MAX_VALUE));
    }

    private static VenueError notRequired(final String name)
    {
        return new VenueError(-1106, "Parameter '" + name + "' sent when not required.");
    }
}
