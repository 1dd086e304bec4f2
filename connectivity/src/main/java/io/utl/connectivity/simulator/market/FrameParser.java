package io.utl.connectivity.simulator.market;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.utl.codecs.amount.AmountFormatException;
import io.utl.connectivity.simulator.market.MarketFrame.Kind;

import java.io.IOException;
import java.util.Locale;

/**
 * Reads one recorded JSON message: wrapped as {@code {"stream":…,"data":…}} or bare, of spot or of a futures market.
 * <p>
 * What a message is follows from its own fields; the stream's name decides only where they do not ({@code bookTicker}
 * of spot has no event type). Thread: one. Errors: {@link IOException} for text that is no such message.
 * Source: Binance Spot and futures WebSocket streams, July 2026.
 */
public final class FrameParser
{
    private final JsonFactory factory = new JsonFactory();
    private String stream;
    private String event;
    private String bestBid;
    private String bestBidQty;
    private String bestAsk;
    private String bestAskQty;
    private String price;
    private String quantity;
    private String pair;
    private String name;
    private long first;
    private long last;
    private long previous;
    private long trade;
    private long aggregate;
    private long snapshotId;
    private boolean buyerMaker;

    /** Fills {@code into} from {@code json}; a message of no interest becomes {@link Kind#OTHER}. */
    public void parse(final CharSequence json, final long timeNs, final MarketFrame into) throws IOException
    {
        clear();
        into.reset().timeNs(timeNs);
        try (JsonParser parser = factory.createParser(json.toString()))
        {
            if (parser.nextToken() != JsonToken.START_OBJECT)
            {
                throw new IOException("not a JSON object");
            }
            object(parser, into);
            finish(into);
        }
        catch (final AmountFormatException e)
        {
            throw new IOException("a price or quantity is no plain decimal: " + e.getMessage(), e);
        }
    }

    private void object(final JsonParser parser, final MarketFrame into) throws IOException
    {
        while (parser.nextToken() == JsonToken.FIELD_NAME)
        {
            final String field = parser.currentName();
            final JsonToken value = parser.nextToken();
            if (value == JsonToken.START_OBJECT && "data".equals(field))
            {
                object(parser, into);
            }
            else if (value == JsonToken.START_ARRAY)
            {
                array(parser, field, into);
            }
            else if (value == JsonToken.START_OBJECT)
            {
                parser.skipChildren();
            }
            else
            {
                scalar(parser, field, value);
            }
        }
    }

    private static void array(final JsonParser parser, final String field, final MarketFrame into) throws IOException
    {
        switch (field)
        {
            case "b", "bids" -> levels(parser, into.bids());
            case "a", "asks" -> levels(parser, into.asks());
            default -> parser.skipChildren();
        }
    }

    private static void levels(final JsonParser parser, final LevelList into) throws IOException
    {
        while (parser.nextToken() == JsonToken.START_ARRAY)
        {
            parser.nextToken();
            final String levelPrice = parser.getText();
            parser.nextToken();
            into.add(levelPrice, parser.getText());
            while (parser.nextToken() != JsonToken.END_ARRAY)
            {
                parser.skipChildren();
            }
        }
    }

    private void scalar(final JsonParser parser, final String field, final JsonToken value) throws IOException
    {
        final boolean text = value == JsonToken.VALUE_STRING;
        final boolean number = value == JsonToken.VALUE_NUMBER_INT;
        switch (field)
        {
            case "stream" -> stream = text ? parser.getText() : null;
            case "e" -> event = text ? parser.getText() : null;
            case "s", "symbol" -> name = text ? parser.getText() : name;
            case "ps", "pair" -> pair = text ? parser.getText() : pair;
            case "b" -> bestBid = text ? parser.getText() : null;
            case "B" -> bestBidQty = text ? parser.getText() : null;
            case "a" ->
            {
                bestAsk = text ? parser.getText() : null;
                aggregate = number ? parser.getLongValue() : aggregate;
            }
            case "A" -> bestAskQty = text ? parser.getText() : null;
            case "p" -> price = text ? parser.getText() : null;
            case "q" -> quantity = text ? parser.getText() : null;
            case "U" -> first = number ? parser.getLongValue() : first;
            case "u" -> last = number ? parser.getLongValue() : last;
            case "pu" -> previous = number ? parser.getLongValue() : previous;
            case "t" -> trade = number ? parser.getLongValue() : trade;
            case "lastUpdateId" -> snapshotId = number ? parser.getLongValue() : snapshotId;
            case "m" -> buyerMaker = value == JsonToken.VALUE_TRUE;
            default ->
            {
                // Times of the venue and what only futures have: the recorder's clock sets the pace.
            }
        }
    }

    private void finish(final MarketFrame into)
    {
        into.symbol(name != null ? name.toUpperCase(Locale.ROOT) : symbolOf(stream));
        into.inverse(pair != null && pair.endsWith("USD"));
        if (snapshotId >= 0)
        {
            into.kind(Kind.SNAPSHOT);
            into.ids(0, snapshotId, -1);
        }
        else if ("depthUpdate".equals(event))
        {
            into.kind(Kind.DEPTH);
            into.ids(first, last, previous);
        }
        else if ("trade".equals(event) || "aggTrade".equals(event))
        {
            finishTrade(into);
        }
        else if (bestBid != null && bestAsk != null && bestBidQty != null && bestAskQty != null && isTicker())
        {
            into.kind(Kind.TICKER);
            into.ids(0, last, -1);
            into.bids().add(bestBid, bestBidQty);
            into.asks().add(bestAsk, bestAskQty);
        }
    }

    private void finishTrade(final MarketFrame into)
    {
        into.price().parse(price == null ? "0" : price);
        into.quantity().parse(quantity == null ? "0" : quantity);
        if (into.price().signum() > 0 && into.quantity().signum() > 0)
        {
            final boolean single = "trade".equals(event);
            into.kind(single ? Kind.TRADE : Kind.AGGREGATE_TRADE);
            into.trade(single ? trade : aggregate, buyerMaker);
        }
    }

    private boolean isTicker()
    {
        return "bookTicker".equals(event) || event == null;
    }

    private static String symbolOf(final String streamName)
    {
        final int at = streamName == null ? -1 : streamName.indexOf('@');
        return at <= 0 ? null : streamName.substring(0, at).toUpperCase(Locale.ROOT);
    }

    private void clear()
    {
        stream = null;
        event = null;
        bestBid = null;
        bestBidQty = null;
        bestAsk = null;
        bestAskQty = null;
        price = null;
        quantity = null;
        pair = null;
        name = null;
        first = 0;
        last = 0;
        previous = -1;
        trade = -1;
        aggregate = -1;
        snapshotId = -1;
        buyerMaker = false;
    }
}
