package io.utl.connectivity.simulator.match;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The account's orders and trades, as far back as they can be asked for: all open ones, the last 200,000 ended orders
 * and the last 500,000 trades. Thread: matching.
 */
public final class OrderStore
{
    private static final int ENDED = 200_000;
    private static final int TRADES = 500_000;

    private final Map<Long, VenueOrder> byId = new HashMap<>();
    private final Map<String, VenueOrder> byClientId = new HashMap<>();
    private final Map<String, Map<Long, VenueOrder>> open = new HashMap<>();
    private final Deque<VenueOrder> ended = new ArrayDeque<>();
    private final Deque<VenueTrade> trades = new ArrayDeque<>();

    void add(final VenueOrder order)
    {
        byId.put(order.orderId(), order);
        byClientId.put(order.clientOrderId(), order);
        open.computeIfAbsent(order.symbol(), symbol -> new LinkedHashMap<>()).put(order.orderId(), order);
    }

    /** Called once an order is no longer open. */
    void end(final VenueOrder order)
    {
        final Map<Long, VenueOrder> ofSymbol = open.get(order.symbol());
        if (ofSymbol == null || ofSymbol.remove(order.orderId()) == null)
        {
            return;
        }
        ended.add(order);
        if (ended.size() > ENDED)
        {
            final VenueOrder oldest = ended.remove();
            byId.remove(oldest.orderId());
            byClientId.remove(oldest.clientOrderId(), oldest);
            byClientId.remove(oldest.cancelId() == null ? "" : oldest.cancelId(), oldest);
        }
    }

    void rename(final VenueOrder order, final String clientOrderId)
    {
        order.rename(clientOrderId);
        // The former id keeps leading to the order until another order takes it.
        byClientId.put(clientOrderId, order);
    }

    /** Lets the id of a cancel lead to the order too. */
    void alias(final VenueOrder order, final String cancelId)
    {
        byClientId.put(cancelId, order);
    }

    void add(final VenueTrade trade)
    {
        trades.add(trade);
        if (trades.size() > TRADES)
        {
            trades.remove();
        }
    }

    /** The order by its id; null if unknown. */
    public VenueOrder byId(final long orderId)
    {
        return byId.get(orderId);
    }

    /** The newest order that had this client id; null if unknown. */
    public VenueOrder byClientId(final String clientOrderId)
    {
        return byClientId.get(clientOrderId);
    }

    /** Open orders of one symbol, oldest first. */
    public List<VenueOrder> open(final String symbol)
    {
        final Map<Long, VenueOrder> ofSymbol = open.get(symbol);
        return ofSymbol == null ? List.of() : new ArrayList<>(ofSymbol.values());
    }

    /** All open orders, by symbol and age. */
    public List<VenueOrder> open()
    {
        final List<VenueOrder> all = new ArrayList<>();
        open.values().forEach(ofSymbol -> all.addAll(ofSymbol.values()));
        return all;
    }

    boolean anyOpen(final String symbol)
    {
        final Map<Long, VenueOrder> ofSymbol = open.get(symbol);
        return ofSymbol != null && !ofSymbol.isEmpty();
    }

    /** Trades, oldest first. */
    public Collection<VenueTrade> trades()
    {
        return trades;
    }
}
