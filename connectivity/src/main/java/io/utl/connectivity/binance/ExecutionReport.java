package io.utl.connectivity.binance;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.Side;

import java.io.IOException;

/**
 * One event of the private stream, parsed into itself and used again. Wrapped by the WebSocket API
 * ({@code {subscriptionId, event}}), by an old listen-key stream ({@code {stream, data}}), or bare.
 * Thread: one at a time.
 * Source: User data streams, "Order Update" with its conditional fields; WebSocket API, "Event format".
 */
public final class ExecutionReport
{
    private final Amount lastQty = new Amount();
    private final Amount lastPx = new Amount();
    private final Amount cumQty = new Amount();
    private final Amount orderQty = new Amount();
    private final Amount orderPrice = new Amount();
    private final Amount fee = new Amount();
    private final CharSpan span = new CharSpan();
    private String event;
    private String symbol;
    private String clientOrderId;
    private String originalClientOrderId;
    private String executionType;
    private String status;
    private String rejectReason;
    private String expiryReason;
    private String venueOrderId;
    private String tradeId;
    private String feeAsset;
    private String side;
    private String orderType;
    private String timeInForce;
    private long transactionTimeMs;
    private long eventTimeMs;
    private boolean maker;

    /**
     * Parses one event.
     *
     * @return its name: executionReport, outboundAccountPosition, serverShutdown ...; empty if it has none. Fields are
     *         meaningful for an executionReport only.
     * @throws CorruptMessageException if it cannot be read or lacks what an execution report needs.
     */
    public String parse(final byte[] bytes, final int offset, final int length)
    {
        reset();
        try (JsonParser parser = BinanceJson.parser(bytes, offset, length))
        {
            if (parser.nextToken() != JsonToken.START_OBJECT)
            {
                throw new CorruptMessageException("no JSON object");
            }
            object(parser);
        }
        catch (final IOException e)
        {
            throw new CorruptMessageException("no JSON: " + e.getMessage(), e);
        }
        if (event.equals("executionReport") &&
            (symbol.isEmpty() || executionType.isEmpty() || status.isEmpty() || venueOrderId.isEmpty()))
        {
            throw new CorruptMessageException("executionReport lacks s, x, X or i");
        }
        return event;
    }

    private void object(final JsonParser parser) throws IOException
    {
        while (parser.nextToken() == JsonToken.FIELD_NAME)
        {
            final String name = parser.currentName();
            final JsonToken value = parser.nextToken();
            if (value == JsonToken.START_OBJECT && (name.equals("event") || name.equals("data")))
            {
                object(parser);
            }
            else if (value == JsonToken.START_OBJECT || value == JsonToken.START_ARRAY)
            {
                parser.skipChildren();
            }
            else if (value != JsonToken.VALUE_NULL)
            {
                field(parser, name);
            }
        }
    }

    private void field(final JsonParser parser, final String name) throws IOException
    {
        switch (name)
        {
            case "e" -> event = parser.getText();
            case "E" -> eventTimeMs = parser.getValueAsLong();
            case "s" -> symbol = parser.getText();
            case "c" -> clientOrderId = parser.getText();
            case "C" -> originalClientOrderId = parser.getText();
            case "S" -> side = parser.getText();
            case "o" -> orderType = parser.getText();
            case "f" -> timeInForce = parser.getText();
            case "x" -> executionType = parser.getText();
            case "X" -> status = parser.getText();
            case "r" -> rejectReason = parser.getText();
            case "eR" -> expiryReason = parser.getText();
            case "i" -> venueOrderId = parser.getText();
            case "t" -> tradeId = parser.getText();
            case "N" -> feeAsset = parser.getText();
            case "T" -> transactionTimeMs = parser.getValueAsLong();
            case "m" -> maker = parser.getValueAsBoolean();
            case "q", "p", "l", "L", "z", "n" -> amount(parser, name);
            default ->
            {
                // Conditional fields of kinds of orders that are not sent here.
            }
        }
    }

    private void amount(final JsonParser parser, final String name) throws IOException
    {
        // Other events of the stream reuse these letters for other things.
        if (event.equals("executionReport"))
        {
            BinanceJson.amount(parser, span, switch (name)
            {
                case "q" -> orderQty;
                case "p" -> orderPrice;
                case "l" -> lastQty;
                case "L" -> lastPx;
                case "z" -> cumQty;
                default -> fee;
            });
        }
    }

    private void reset()
    {
        lastQty.setZero();
        lastPx.setZero();
        cumQty.setZero();
        orderQty.setZero();
        orderPrice.setZero();
        fee.setZero();
        event = "";
        symbol = "";
        clientOrderId = "";
        originalClientOrderId = "";
        executionType = "";
        status = "";
        rejectReason = "";
        expiryReason = "";
        venueOrderId = "";
        tradeId = "";
        feeAsset = "";
        side = "";
        orderType = "";
        timeInForce = "";
        transactionTimeMs = 0;
        eventTimeMs = 0;
        maker = false;
    }

    public String symbol()
    {
        return symbol;
    }

    /**
     * The client order id of the order the event is about. A cancel has an id of its own in {@code c} and names the
     * order in {@code C}; some events carry the word null there.
     */
    public String orderClientId()
    {
        return originalClientOrderId.isEmpty() || originalClientOrderId.equals("null") ?
            clientOrderId : originalClientOrderId;
    }

    /** Execution type: NEW, CANCELED, REPLACED, REJECTED, TRADE, EXPIRED, TRADE_PREVENTION. */
    public String executionType()
    {
        return executionType;
    }

    /** Order status after the event. */
    public String status()
    {
        return status;
    }

    public String rejectReason()
    {
        return rejectReason;
    }

    public String expiryReason()
    {
        return expiryReason;
    }

    public String venueOrderId()
    {
        return venueOrderId;
    }

    /** Empty or -1 if the event is no trade. */
    public String tradeId()
    {
        return tradeId;
    }

    public String feeAsset()
    {
        return feeAsset;
    }

    public String orderType()
    {
        return orderType;
    }

    public String timeInForce()
    {
        return timeInForce;
    }

    public Side side()
    {
        return BinanceMapping.side(side);
    }

    public boolean maker()
    {
        return maker;
    }

    /** Transaction time, milliseconds since the epoch; the event's time where an old event has none. */
    public long timeMs()
    {
        return transactionTimeMs > 0 ? transactionTimeMs : eventTimeMs;
    }

    public Amount lastQty()
    {
        return lastQty;
    }

    public Amount lastPx()
    {
        return lastPx;
    }

    public Amount cumQty()
    {
        return cumQty;
    }

    public Amount orderQty()
    {
        return orderQty;
    }

    public Amount orderPrice()
    {
        return orderPrice;
    }

    public Amount fee()
    {
        return fee;
    }
}
