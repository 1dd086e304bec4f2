package io.utl.connectivity.simulator.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.utl.codecs.amount.Amount;
import io.utl.codecs.amount.Rounding;
import io.utl.connectivity.simulator.match.Decimals;
import io.utl.connectivity.simulator.match.FeeSchedule;
import io.utl.connectivity.simulator.match.MatchingEngine;
import io.utl.connectivity.simulator.match.VenueError;
import io.utl.connectivity.simulator.match.VenueOrder;
import io.utl.connectivity.simulator.match.VenueTrade;
import io.utl.connectivity.simulator.wire.VenueMethod.Call;
import io.utl.connectivity.simulator.wire.VenueMethod.Security;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Methods that ask for the account's state. Thread: matching. Source: web-socket-api.md, Account requests. */
final class AccountMethods
{
    private static final int TRADES_DEFAULT = 500;
    private static final int TRADES_MAX = 1_000;
    private static final long LONGEST_WINDOW_MS = 86_400_000L;
    private static final Amount BASIS_POINTS = Amount.of("10000");

    private final MatchingEngine engine;
    private final FeeSchedule fees;
    private final RateMeter meter;

    AccountMethods(final MatchingEngine engine, final FeeSchedule fees, final RateMeter meter)
    {
        this.engine = engine;
        this.fees = fees;
        this.meter = meter;
    }

    void register(final Consumer<VenueMethod> table)
    {
        table.accept(new VenueMethod("order.status", Security.SIGNED, p -> 4, false,
            Set.of("symbol", "orderId", "origClientOrderId"), this::status));
        table.accept(new VenueMethod("openOrders.status", Security.SIGNED, p -> p.has("symbol") ? 6 : 80, false,
            Set.of("symbol"), this::openOrders));
        table.accept(new VenueMethod("myTrades", Security.SIGNED, p -> p.has("orderId") ? 5 : 20, false,
            Set.of("symbol", "orderId", "startTime", "endTime", "fromId", "limit"), this::trades));
        table.accept(new VenueMethod("account.status", Security.SIGNED, p -> 20, false,
            Set.of("omitZeroBalances"), this::account));
        table.accept(new VenueMethod("account.rateLimits.orders", Security.SIGNED, p -> 40, false,
            Set.of(), this::orderCounts));
    }

    private String status(final Call call)
    {
        final Params params = call.params();
        final String symbol = params.symbol();
        final Long orderId = params.number("orderId");
        final String clientId = params.text("origClientOrderId");
        if (orderId == null && clientId == null)
        {
            throw new VenueError(
                -1102, "Param 'origClientOrderId' or 'orderId' must be sent, but both were empty/null!");
        }
        final VenueOrder order = orderId != null ? engine.store().byId(orderId) : engine.store().byClientId(clientId);
        if (order == null || !order.symbol().equals(symbol))
        {
            engine.rules(symbol);
            throw new VenueError(-2013, "Order does not exist.");
        }
        if (orderId != null && clientId != null && !order.clientOrderId().equals(clientId))
        {
            throw new VenueError(-2013, "Order does not exist.");
        }
        return OrderJson.status(order).toString();
    }

    private String openOrders(final Call call)
    {
        final List<VenueOrder> open;
        if (call.params().has("symbol"))
        {
            final String symbol = call.params().symbol();
            open = engine.store().open(symbol);
            if (open.isEmpty())
            {
                engine.rules(symbol);
            }
        }
        else
        {
            open = engine.store().open();
        }
        final ArrayNode json = Json.array();
        open.forEach(order -> json.add(OrderJson.status(order)));
        return json.toString();
    }

    private String trades(final Call call)
    {
        final Params params = call.params();
        final String symbol = params.symbol();
        final Long orderId = params.number("orderId");
        final Long start = params.number("startTime");
        final Long end = params.number("endTime");
        final Long from = params.number("fromId");
        if (from != null && (start != null || end != null) || orderId != null && (start != null || end != null))
        {
            throw new VenueError(-1128, "Combination of optional parameters invalid.");
        }
        if (start != null && end != null && end - start > LONGEST_WINDOW_MS)
        {
            throw new VenueError(-1127, "More than 24 hours between startTime and endTime.");
        }
        final Long asked = params.number("limit");
        final int limit = asked == null ? TRADES_DEFAULT : (int)Math.max(1, Math.min(asked, TRADES_MAX));
        final boolean oldestFirst = start != null || from != null;
        final Deque<VenueTrade> found = new ArrayDeque<>();
        for (final VenueTrade trade : engine.store().trades())
        {
            if (trade.symbol().equals(symbol) && (orderId == null || trade.orderId() == orderId) &&
                (start == null || trade.timeMs() >= start) && (end == null || trade.timeMs() <= end) &&
                (from == null || trade.tradeId() >= from))
            {
                found.add(trade);
            }
        }
        if (found.isEmpty() && engine.store().open(symbol).isEmpty())
        {
            engine.rules(symbol);
        }
        while (found.size() > limit)
        {
            if (oldestFirst)
            {
                found.removeLast();
            }
            else
            {
                found.removeFirst();
            }
        }
        final ArrayNode json = Json.array();
        found.forEach(trade -> json.add(OrderJson.trade(trade)));
        return json.toString();
    }

    private String account(final Call call)
    {
        final ObjectNode json = Json.object();
        json.put("makerCommission", basisPoints(fees.maker()));
        json.put("takerCommission", basisPoints(fees.taker()));
        json.put("buyerCommission", 0);
        json.put("sellerCommission", 0);
        json.put("canTrade", true);
        json.put("canWithdraw", false);
        json.put("canDeposit", false);
        final ObjectNode rates = json.putObject("commissionRates");
        rates.put("maker", Decimals.text(fees.maker()));
        rates.put("taker", Decimals.text(fees.taker()));
        rates.put("buyer", "0.00000000");
        rates.put("seller", "0.00000000");
        json.put("brokered", false);
        json.put("requireSelfTradePrevention", false);
        json.put("preventSor", false);
        json.put("updateTime", call.nowMs());
        json.put("accountType", "SPOT");
        json.set("balances", OrderJson.balances(engine.wallet(), call.params().flag("omitZeroBalances", false)));
        json.putArray("permissions").add("SPOT");
        json.put("uid", 1);
        return json.toString();
    }

    private static int basisPoints(final Amount rate)
    {
        final String text = new Amount().product(rate, BASIS_POINTS, Rounding.HALF_EVEN).toString();
        final int point = text.indexOf('.');
        return Integer.parseInt(point < 0 ? text : text.substring(0, point));
    }

    private String orderCounts(final Call call)
    {
        return WsReply.orderLimits(meter.usage(true, call.nowMs())).toString();
    }
}
