package io.utl.connectivity.simulator.wire;

import io.utl.codecs.amount.Amount;

import java.util.Locale;

/** Where one instrument's streams stand: ids, the changes of the running second, the ticker last told. */
final class SymbolFeed
{
    private static final long QUIET_MS = 1_000;

    private final String symbol;
    private final String lower;
    private final LevelChanges bids = new LevelChanges();
    private final LevelChanges asks = new LevelChanges();
    private final Amount[] ticker = {new Amount(), new Amount(), new Amount(), new Amount()};
    private long updateId;
    private long shift;
    private long tradeShift;
    private long firstTradeId = -1;
    private long lastTradeId;
    private long changesFirst;
    private long spokeMs;

    SymbolFeed(final String symbol)
    {
        this.symbol = symbol;
        lower = symbol.toLowerCase(Locale.ROOT);
    }

    String symbol()
    {
        return symbol;
    }

    String lower()
    {
        return lower;
    }

    long lastUpdateId()
    {
        return updateId;
    }

    void begin(final long id)
    {
        updateId = id;
    }

    long nextFirst()
    {
        return updateId + 1;
    }

    /** The last id of a frame that ended at {@code recorded}. */
    long follow(final long recorded)
    {
        updateId = Math.max(updateId + 1, recorded + shift);
        return updateId;
    }

    /** Ids that no recording gave. */
    long advance(final long count)
    {
        updateId += count;
        shift += count;
        return updateId;
    }

    long tickerId(final long recorded)
    {
        return recorded + shift;
    }

    /** The recording starts again behind {@code snapshotId}. */
    void shift(final long snapshotId)
    {
        shift = updateId - snapshotId;
        tradeShift += firstTradeId < 0 ? 0 : lastTradeId - firstTradeId + 1;
    }

    long tradeId(final long recorded)
    {
        firstTradeId = firstTradeId < 0 ? recorded : firstTradeId;
        lastTradeId = Math.max(lastTradeId, recorded);
        return recorded + tradeShift;
    }

    void spoke(final long nowMs)
    {
        spokeMs = nowMs;
    }

    /** True if nothing was said for a second; the question counts as speaking. */
    boolean quiet(final long nowMs)
    {
        final boolean quiet = nowMs - spokeMs >= QUIET_MS;
        spokeMs = quiet ? nowMs : spokeMs;
        return quiet;
    }

    void changed(final long first, final LevelChanges newBids, final LevelChanges newAsks)
    {
        changesFirst = changesFirst == 0 ? first : changesFirst;
        bids.putAll(newBids);
        asks.putAll(newAsks);
    }

    boolean hasChanges()
    {
        return changesFirst != 0;
    }

    String takeChanges(final long nowMs)
    {
        final String json = StreamJson.depth(symbol, nowMs, changesFirst, updateId, bids, asks);
        dropChanges();
        return json;
    }

    void dropChanges()
    {
        changesFirst = 0;
        bids.clear();
        asks.clear();
    }

    boolean tickerChanged(final Amount bid, final Amount bidQty, final Amount ask, final Amount askQty)
    {
        final boolean same = ticker[0].equals(bid) && ticker[1].equals(bidQty) && ticker[2].equals(ask) &&
            ticker[3].equals(askQty);
        ticker[0].set(bid);
        ticker[1].set(bidQty);
        ticker[2].set(ask);
        ticker[3].set(askQty);
        return !same;
    }
}
