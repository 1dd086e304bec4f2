package io.utl.benchmarks.peers;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;

/**
 * An order core as it is ordinarily written: HashMaps of orders and balances, BigDecimal at 18 decimals, a
 * {@link NaiveBook} of one method. It checks tick, lot, minimum notional, collar and balance, holds, fills and reports;
 * it keeps no legs, no second method, no journal form of its events.
 * <p>
 * Thread: one. Allocates: as its parts do.
 */
public final class NaiveCore
{
    private static final int SCALE = 18;
    private static final BigDecimal TICK = new BigDecimal("0.01");
    private static final BigDecimal LOT = new BigDecimal("0.00001");
    private static final BigDecimal MIN_NOTIONAL = new BigDecimal("5");
    private static final BigDecimal COLLAR = new BigDecimal("0.10");

    /** What happened to an order. */
    public record Report(String clOrdId, long orderId, String status, BigDecimal cumQty, BigDecimal leavesQty)
    {
    }

    /** One order. */
    private static final class Order
    {
        private final String clOrdId;
        private final long orderId;
        private final boolean buy;
        private final BigDecimal qty;
        private final BigDecimal price;
        private BigDecimal cumQty = BigDecimal.ZERO;

        Order(final String clOrdId, final long orderId, final boolean buy, final BigDecimal qty,
            final BigDecimal price)
        {
            this.clOrdId = clOrdId;
            this.orderId = orderId;
            this.buy = buy;
            this.qty = qty;
            this.price = price;
        }

        Report report(final String status)
        {
            return new Report(clOrdId, orderId, status, cumQty, qty.subtract(cumQty));
        }
    }

    private final Map<String, Order> byClOrdId = new HashMap<>();
    private final Map<Long, Order> byOrderId = new HashMap<>();
    private final Map<String, BigDecimal> free = new HashMap<>();
    private final Map<String, BigDecimal> held = new HashMap<>();
    private final Map<String, Boolean> trades = new HashMap<>();
    private final NaiveBook book = new NaiveBook();
    private final BigDecimal mark;
    private long nextOrderId = 1;

    public NaiveCore(final BigDecimal mark, final BigDecimal base, final BigDecimal quote)
    {
        this.mark = mark;
        free.put("BTC", base);
        free.put("USDT", quote);
        held.put("BTC", BigDecimal.ZERO);
        held.put("USDT", BigDecimal.ZERO);
    }

    public Report enter(final String clOrdId, final boolean buy, final BigDecimal qty, final BigDecimal price)
    {
        if (byClOrdId.containsKey(clOrdId) || price.remainder(TICK).signum() != 0 || qty.remainder(LOT).signum() != 0 ||
            value(qty, price).compareTo(MIN_NOTIONAL) < 0 ||
            price.subtract(mark).abs().compareTo(mark.multiply(COLLAR)) > 0)
        {
            return new Report(clOrdId, 0, "REJECTED", BigDecimal.ZERO, BigDecimal.ZERO);
        }
        final String asset = buy ? "USDT" : "BTC";
        final BigDecimal hold = buy ? value(qty, price) : qty;
        if (free.get(asset).compareTo(hold) < 0)
        {
            return new Report(clOrdId, 0, "REJECTED", BigDecimal.ZERO, BigDecimal.ZERO);
        }
        free.merge(asset, hold.negate(), BigDecimal::add);
        held.merge(asset, hold, BigDecimal::add);
        final Order order = new Order(clOrdId, nextOrderId++, buy, qty, price);
        byClOrdId.put(clOrdId, order);
        byOrderId.put(order.orderId, order);
        return order.report("PENDING_NEW");
    }

    public Report acknowledge(final long orderId)
    {
        return byOrderId.get(orderId).report("NEW");
    }

    public Report fill(final long orderId, final String tradeId, final BigDecimal qty, final BigDecimal price,
        final BigDecimal fee)
    {
        final Order order = byOrderId.get(orderId);
        if (trades.put(tradeId, true) != null)
        {
            return order.report("DUPLICATE");
        }
        final String asset = order.buy ? "USDT" : "BTC";
        final BigDecimal hold = order.buy ? value(qty, order.price) : qty;
        held.merge(asset, hold.negate(), BigDecimal::add);
        final BigDecimal value = value(qty, price);
        if (order.buy)
        {
            free.merge("USDT", hold.subtract(value), BigDecimal::add);
            free.merge("BTC", qty, BigDecimal::add);
        }
        else
        {
            free.merge("USDT", value, BigDecimal::add);
        }
        free.merge("USDT", fee.negate(), BigDecimal::add);
        book.fill(1, order.buy ? qty : qty.negate(), price);
        order.cumQty = order.cumQty.add(qty);
        return order.report(order.cumQty.compareTo(order.qty) == 0 ? "FILLED" : "PARTIALLY_FILLED");
    }

    private static BigDecimal value(final BigDecimal qty, final BigDecimal price)
    {
        return qty.multiply(price).setScale(SCALE, RoundingMode.HALF_EVEN);
    }
}
