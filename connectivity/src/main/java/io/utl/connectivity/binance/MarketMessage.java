package io.utl.connectivity.binance;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.Side;
import io.utl.connectivity.book.BookDiff;

import java.io.IOException;

/**
 * One message of the market streams or one REST depth snapshot, parsed in one pass into itself and used again.
 * Combined ({@code {stream, data}}) and raw form alike.
 * Thread: one at a time. Allocates: what Jackson needs for a message; no amounts.
 * Source: WebSocket streams: Trade, Individual Symbol Book Ticker, Diff. Depth Stream, Server Shutdown.
 */
public final class MarketMessage
{
    /** What it is. */
    public enum Kind
    {
        DEPTH, BEST, TRADE, SNAPSHOT, SHUTDOWN, OTHER
    }

    private final BookDiff diff = new BookDiff();
    private final BookDiff asksBeforeBids = new BookDiff();
    private final Amount bid = new Amount();
    private final Amount bidQty = new Amount();
    private final Amount ask = new Amount();
    private final Amount askQty = new Amount();
    private final Amount price = new Amount();
    private final Amount qty = new Amount();
    private final CharSpan span = new CharSpan();
    private String symbol;
    private String event;
    private String stream;
    private String tradeId;
    private long firstId;
    private long lastId;
    private long eventTimeMs;
    private long tradeTimeMs;
    private boolean buyerIsMaker;
    private int fields;

    private static final int BEST_FIELDS = 0b1111;
    private static final int BIDS = 1 << 4;
    private static final int ASKS = 1 << 5;
    private static final int SNAPSHOT_ID = 1 << 6;
    private static final int TRADE_FIELDS = 0b111 << 7;

    /**
     * Parses one message.
     *
     * @throws CorruptMessageException if it cannot be read or lacks what its kind needs.
     */
    public Kind parse(final byte[] bytes, final int offset, final int length)
    {
        reset();
        try (JsonParser parser = BinanceJson.parser(bytes, offset, length))
        {
            if (parser.nextToken() != JsonToken.START_OBJECT)
            {
                throw new CorruptMessageException("no JSON object");
            }
            object(parser);
            if (parser.nextToken() != null)
            {
                throw new CorruptMessageException("more behind the message");
            }
        }
        catch (final IOException e)
        {
            throw new CorruptMessageException("no JSON: " + e.getMessage(), e);
        }
        return kind();
    }

    private Kind kind()
    {
        if ((fields & SNAPSHOT_ID) != 0)
        {
            require((fields & (BIDS | ASKS)) == (BIDS | ASKS), "snapshot without bids or asks");
            diff.addAll(Side.SELL, asksBeforeBids);
            diff.ids(0, lastId);
            return Kind.SNAPSHOT;
        }
        switch (event)
        {
            case "depthUpdate" ->
            {
                require((fields & (BIDS | ASKS)) == (BIDS | ASKS) && !symbol.isEmpty(), "depthUpdate lacks b, a or s");
                diff.addAll(Side.SELL, asksBeforeBids);
                diff.ids(firstId, lastId).venueTimeMs(eventTimeMs);
                return Kind.DEPTH;
            }
            case "trade" ->
            {
                require((fields & TRADE_FIELDS) == TRADE_FIELDS && !symbol.isEmpty(), "trade lacks t, p, q or s");
                return Kind.TRADE;
            }
            case "serverShutdown" ->
            {
                return Kind.SHUTDOWN;
            }
            case "", "bookTicker" ->
            {
                return (fields & BEST_FIELDS) == BEST_FIELDS && !symbol.isEmpty() && lastId > 0 ?
                    Kind.BEST : Kind.OTHER;
            }
            default ->
            {
                return Kind.OTHER;
            }
        }
    }

    private void object(final JsonParser parser) throws IOException
    {
        while (parser.nextToken() == JsonToken.FIELD_NAME)
        {
            final String name = parser.currentName();
            final JsonToken value = parser.nextToken();
            switch (name)
            {
                case "stream" -> stream = parser.getText();
                case "data" ->
                {
                    if (value == JsonToken.START_OBJECT)
                    {
                        object(parser);
                    }
                    else
                    {
                        parser.skipChildren();
                    }
                }
                case "e" -> event = parser.getText();
                case "s" -> symbol = parser.getText();
                case "E" -> eventTimeMs = parser.getLongValue();
                case "T" -> tradeTimeMs = value.isNumeric() ? parser.getLongValue() : 0;
                case "U" -> firstId = value.isNumeric() ? parser.getLongValue() : 0;
                case "u" -> lastId = value.isNumeric() ? parser.getLongValue() : 0;
                case "lastUpdateId" -> snapshotId(parser);
                case "b", "bids" -> side(parser, value, Side.BUY);
                case "a", "asks" -> side(parser, value, Side.SELL);
                case "B" -> scalar(parser, value, bidQty, 1 << 1);
                case "A" -> scalar(parser, value, askQty, 1 << 3);
                case "t" ->
                {
                    tradeId = parser.getText();
                    fields |= 1 << 7;
                }
                case "p" -> scalar(parser, value, price, 1 << 8);
                case "q" -> scalar(parser, value, qty, 1 << 9);
                case "m" -> buyerIsMaker = value == JsonToken.VALUE_TRUE;
                default -> parser.skipChildren();
            }
        }
    }

    private void snapshotId(final JsonParser parser) throws IOException
    {
        lastId = parser.getLongValue();
        fields |= SNAPSHOT_ID;
    }

    private void scalar(final JsonParser parser, final JsonToken value, final Amount into, final int field)
        throws IOException
    {
        if (value == JsonToken.VALUE_STRING)
        {
            BinanceJson.amount(parser, span, into);
            fields |= field;
        }
        else
        {
            parser.skipChildren();
        }
    }

    /** An array of levels, or one price; old trades carry order ids as numbers here, which say nothing to us. */
    private void side(final JsonParser parser, final JsonToken value, final Side side) throws IOException
    {
        if (value == JsonToken.VALUE_STRING)
        {
            scalar(parser, value, side == Side.BUY ? bid : ask, side == Side.BUY ? 1 : 1 << 2);
        }
        else if (value == JsonToken.START_ARRAY)
        {
            levels(parser, side, side == Side.SELL && (fields & BIDS) == 0 ? asksBeforeBids : diff);
            fields |= side == Side.BUY ? BIDS : ASKS;
        }
    }

    private void levels(final JsonParser parser, final Side side, final BookDiff into) throws IOException
    {
        while (parser.nextToken() != JsonToken.END_ARRAY)
        {
            require(parser.currentToken() == JsonToken.START_ARRAY, "level is no array");
            parser.nextToken();
            BinanceJson.amount(parser, span, price);
            parser.nextToken();
            BinanceJson.amount(parser, span, qty);
            into.add(side, price, qty);
            while (parser.nextToken() != JsonToken.END_ARRAY)
            {
                // Before 2018 each level ended with an empty array.
                require(parser.currentToken() != null, "level does not end");
                parser.skipChildren();
            }
        }
    }

    private void reset()
    {
        diff.clear();
        asksBeforeBids.clear();
        symbol = "";
        event = "";
        stream = "";
        tradeId = "";
        firstId = 0;
        lastId = 0;
        eventTimeMs = 0;
        tradeTimeMs = 0;
        buyerIsMaker = false;
        fields = 0;
    }

    private static void require(final boolean held, final String what)
    {
        if (!held)
        {
            throw new CorruptMessageException(what);
        }
    }

    /** The instrument, as the venue spells it; empty in a snapshot. */
    public String symbol()
    {
        return symbol;
    }

    /** The stream's name in combined form, else empty. */
    public String stream()
    {
        return stream;
    }

    /** Levels of a DEPTH or SNAPSHOT; valid until the next {@code parse}. */
    public BookDiff diff()
    {
        return diff;
    }

    /** Id of the last change. */
    public long lastId()
    {
        return lastId;
    }

    /** Milliseconds since the epoch; 0 if it carries none. */
    public long eventTimeMs()
    {
        return eventTimeMs;
    }

    public Amount bid()
    {
        return bid;
    }

    public Amount bidQty()
    {
        return bidQty;
    }

    public Amount ask()
    {
        return ask;
    }

    public Amount askQty()
    {
        return askQty;
    }

    public String tradeId()
    {
        return tradeId;
    }

    public Amount tradePrice()
    {
        return price;
    }

    public Amount tradeQty()
    {
        return qty;
    }

    public long tradeTimeMs()
    {
        return tradeTimeMs;
    }

    /** The side that took: a seller if the buyer was the maker. */
    public Side takerSide()
    {
        return buyerIsMaker ? Side.SELL : Side.BUY;
    }
}
