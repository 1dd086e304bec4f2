package io.utl.connectivity.simulator.match;

import io.utl.codecs.amount.Amount;
import io.utl.connectivity.simulator.market.LevelList;
import io.utl.connectivity.simulator.market.MarketFrame;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * One instrument's book as the recording shows it, less what own orders took from it.
 * <p>
 * Shown = the depth book, with the newest ticker's best levels on top while the ticker is newer than the depth. What an
 * own order took from a level is remembered until the recording shows another quantity at that price, so that the same
 * liquidity is not taken twice. Thread: matching. Units: quote per base, base; amounts handed out must not be changed.
 */
public final class ReplayBook
{
    /** Sees levels from the best on; false stops. */
    public interface Visitor
    {
        boolean level(Amount price, Amount available);
    }

    /** What was taken, and from which shown quantity. */
    private record Taken(Amount shown, Amount quantity)
    {
    }

    private final TreeMap<Amount, Amount> bids = new TreeMap<>(Collections.reverseOrder());
    private final TreeMap<Amount, Amount> asks = new TreeMap<>();
    private final Map<Amount, Taken> takenBids = new HashMap<>();
    private final Map<Amount, Taken> takenAsks = new HashMap<>();
    private final Amount lastPrice = new Amount();
    private long depthId;
    private long tickerId;
    private Amount tickerBid;
    private Amount tickerBidQty;
    private Amount tickerAsk;
    private Amount tickerAskQty;

    /** Replaces everything by the full book {@code snapshot}. */
    public void load(final MarketFrame snapshot)
    {
        bids.clear();
        asks.clear();
        takenBids.clear();
        takenAsks.clear();
        tickerId = 0;
        apply(bids, snapshot.bids());
        apply(asks, snapshot.asks());
        depthId = snapshot.lastId();
        if (lastPrice.isZero() && !bids.isEmpty())
        {
            lastPrice.set(bids.firstKey());
        }
    }

    public void depth(final MarketFrame frame)
    {
        apply(bids, frame.bids());
        apply(asks, frame.asks());
        depthId = frame.lastId();
        forget();
    }

    public void ticker(final MarketFrame frame)
    {
        if (tickerLeads() && frame.lastId() < tickerId)
        {
            return;
        }
        tickerId = frame.lastId();
        tickerBid = new Amount().set(frame.bids().price(0));
        tickerBidQty = new Amount().set(frame.bids().quantity(0));
        tickerAsk = new Amount().set(frame.asks().price(0));
        tickerAskQty = new Amount().set(frame.asks().quantity(0));
        forget();
    }

    public void traded(final Amount price)
    {
        lastPrice.set(price);
    }

    /** The newest recorded trade's price, the best bid before the first; 0 if neither is known. */
    public Amount lastPrice()
    {
        return lastPrice;
    }

    /** True while the ticker knows more than the depth. */
    public boolean tickerLeads()
    {
        return tickerId > depthId;
    }

    private static void apply(final TreeMap<Amount, Amount> side, final LevelList levels)
    {
        for (int i = 0; i < levels.size(); i++)
        {
            if (levels.quantity(i).isZero())
            {
                side.remove(levels.price(i));
            }
            else
            {
                side.put(new Amount().set(levels.price(i)), new Amount().set(levels.quantity(i)));
            }
        }
    }

    /** The depth book alone, best first: what the venue's depth answers and streams are made of. */
    public Map<Amount, Amount> depthSide(final boolean bid)
    {
        return Collections.unmodifiableMap(bid ? bids : asks);
    }

    /** Shown quantity at {@code price}; 0 if there is none. */
    public Amount shown(final boolean bid, final Amount price)
    {
        if (tickerLeads())
        {
            final Amount best = bid ? tickerBid : tickerAsk;
            if ((bid ? tickerBidQty : tickerAskQty).isZero())
            {
                return new Amount();
            }
            final int order = bid ? best.compareTo(price) : price.compareTo(best);
            if (order == 0)
            {
                return bid ? tickerBidQty : tickerAskQty;
            }
            if (order < 0)
            {
                return new Amount();
            }
        }
        return (bid ? bids : asks).getOrDefault(price, new Amount());
    }

    /** Visits what is shown, best first, own consumption not taken off. */
    public void visitShown(final boolean bid, final Visitor visitor)
    {
        final TreeMap<Amount, Amount> side = bid ? bids : asks;
        Map<Amount, Amount> rest = side;
        if (tickerLeads())
        {
            final Amount best = bid ? tickerBid : tickerAsk;
            final Amount quantity = bid ? tickerBidQty : tickerAskQty;
            // A side without a quantity has no best level, and so nothing behind it.
            if (quantity.isZero() || !visitor.level(best, quantity))
            {
                return;
            }
            rest = side.tailMap(best, false);
        }
        for (final Map.Entry<Amount, Amount> level : rest.entrySet())
        {
            if (!visitor.level(level.getKey(), level.getValue()))
            {
                return;
            }
        }
    }

    /** Visits what can still be taken, best first. */
    public void visitAvailable(final boolean bid, final Visitor visitor)
    {
        final Map<Amount, Taken> taken = bid ? takenBids : takenAsks;
        visitShown(bid, (price, shown) ->
        {
            final Taken before = taken.get(price);
            final Amount left = before == null ? shown : new Amount().difference(shown, before.quantity());
            return left.signum() <= 0 || visitor.level(price, left);
        });
    }

    /** Best price at which something can still be taken; null if nothing can. */
    public Amount best(final boolean bid)
    {
        final Amount[] found = new Amount[1];
        visitAvailable(bid, (price, available) ->
        {
            found[0] = price;
            return false;
        });
        return found[0];
    }

    /** Remembers that {@code quantity} of the level is gone. */
    public void take(final boolean bid, final Amount price, final Amount quantity)
    {
        final Map<Amount, Taken> taken = bid ? takenBids : takenAsks;
        final Taken before = taken.get(price);
        final Amount total = before == null ? quantity : new Amount().sum(before.quantity(), quantity);
        taken.put(new Amount().set(price), new Taken(new Amount().set(shown(bid, price)), new Amount().set(total)));
    }

    /** A level that the recording now shows otherwise is new liquidity: what was taken from the old is forgotten. */
    private void forget()
    {
        takenBids.entrySet().removeIf(e -> shown(true, e.getKey()).compareTo(e.getValue().shown()) != 0);
        takenAsks.entrySet().removeIf(e -> shown(false, e.getKey()).compareTo(e.getValue().shown()) != 0);
    }
}
