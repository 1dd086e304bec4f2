package io.utl.connectivity.simulator.market;

import io.utl.codecs.amount.Amount;

/**
 * One recorded message of a market stream, in the venue's own terms. Mutable and reused.
 * <p>
 * Units: {@code timeNs} is the recorder's clock, nanoseconds since the Unix epoch; ids are the venue's update ids.
 * Thread: its owner's. Source: Binance Spot WebSocket streams, Diff. Depth, Book Ticker, Trade (read November 2026).
 */
public final class MarketFrame
{
    /** What a frame is; {@code OTHER} are streams that this venue does not replay. */
    public enum Kind
    {
        DEPTH, TICKER, TRADE, AGGREGATE_TRADE, SNAPSHOT, OTHER
    }

    private final LevelList bids = new LevelList();
    private final LevelList asks = new LevelList();
    private final Amount price = new Amount();
    private final Amount quantity = new Amount();
    private Kind kind = Kind.OTHER;
    private String symbol;
    private long timeNs;
    private long firstId;
    private long lastId;
    private long previousId;
    private long tradeId;
    private boolean buyerMaker;
    private boolean inverse;

    public Kind kind()
    {
        return kind;
    }

    /** The venue's name of the instrument in capitals, such as {@code BTCUSDT}; null if the message names none. */
    public String symbol()
    {
        return symbol;
    }

    public long timeNs()
    {
        return timeNs;
    }

    /** First update id of a depth frame ({@code U}); 0 in other frames. */
    public long firstId()
    {
        return firstId;
    }

    /** Last update id of a depth frame or ticker ({@code u}), {@code lastUpdateId} of a snapshot. */
    public long lastId()
    {
        return lastId;
    }

    /** {@code pu} of a futures depth frame; -1 where the stream has none. */
    public long previousId()
    {
        return previousId;
    }

    public long tradeId()
    {
        return tradeId;
    }

    /** True if the buyer's order rested, so that the aggressor sold. */
    public boolean buyerMaker()
    {
        return buyerMaker;
    }

    /** True if the message is of a coin-margined contract, whose quantities count contracts and not base units. */
    public boolean inverse()
    {
        return inverse;
    }

    /** Price of a trade. */
    public Amount price()
    {
        return price;
    }

    /** Quantity of a trade. */
    public Amount quantity()
    {
        return quantity;
    }

    /** Levels to be set, or all levels of a snapshot; of a ticker the one best level. */
    public LevelList bids()
    {
        return bids;
    }

    public LevelList asks()
    {
        return asks;
    }

    MarketFrame reset()
    {
        bids.clear();
        asks.clear();
        price.setZero();
        quantity.setZero();
        kind = Kind.OTHER;
        symbol = null;
        timeNs = 0;
        firstId = 0;
        lastId = 0;
        previousId = -1;
        tradeId = -1;
        buyerMaker = false;
        inverse = false;
        return this;
    }

    /** Makes this a copy of {@code other} that shares nothing with it. */
    public MarketFrame set(final MarketFrame other)
    {
        bids.set(other.bids);
        asks.set(other.asks);
        price.set(other.price);
        quantity.set(other.quantity);
        kind = other.kind;
        symbol = other.symbol;
        timeNs = other.timeNs;
        firstId = other.firstId;
        lastId = other.lastId;
        previousId = other.previousId;
        tradeId = other.tradeId;
        buyerMaker = other.buyerMaker;
        inverse = other.inverse;
        return this;
    }

    void kind(final Kind value)
    {
        kind = value;
    }

    void symbol(final String value)
    {
        symbol = value;
    }

    void timeNs(final long value)
    {
        timeNs = value;
    }

    void ids(final long first, final long last, final long previous)
    {
        firstId = first;
        lastId = last;
        previousId = previous;
    }

    void trade(final long id, final boolean isBuyerMaker)
    {
        tradeId = id;
        buyerMaker = isBuyerMaker;
    }

    void inverse(final boolean value)
    {
        inverse = value;
    }
}
