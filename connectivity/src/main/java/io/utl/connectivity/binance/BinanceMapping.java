package io.utl.connectivity.binance;

import io.utl.codecs.sbe.InstrumentState;
import io.utl.codecs.sbe.OrdStatus;
import io.utl.codecs.sbe.OrdType;
import io.utl.codecs.sbe.Side;
import io.utl.codecs.sbe.TimeInForce;

/** The venue's words and ours. Source: Enums of the documentation. */
final class BinanceMapping
{
    private static final int UNEXPECTED_RESPONSE = -1006;
    private static final int TIMEOUT = -1007;
    private static final int UNKNOWN = -1000;
    private static final int DISCONNECTED = -1001;
    /** Timestamp outside the receive window. */
    static final int BAD_TIMESTAMP = -1021;
    /** The matching engine refused the order. */
    static final int NEW_ORDER_REJECTED = -2010;
    private static final int NO_SUCH_ORDER = -2013;
    private static final int ORDER_ARCHIVED = -2026;
    private static final int SERVER_ERROR = 500;

    private BinanceMapping()
    {
    }

    /** @throws CorruptMessageException unless BUY or SELL. */
    public static Side side(final String text)
    {
        return switch (text)
        {
            case "BUY" -> Side.BUY;
            case "SELL" -> Side.SELL;
            default -> throw new CorruptMessageException("side='" + text + "': must be BUY or SELL");
        };
    }

    /** State of an order; NULL_VAL for a word we do not know. */
    public static OrdStatus status(final String text)
    {
        return switch (text)
        {
            case "NEW" -> OrdStatus.NEW;
            case "PENDING_NEW" -> OrdStatus.PENDING_NEW;
            case "PARTIALLY_FILLED" -> OrdStatus.PARTIALLY_FILLED;
            case "FILLED" -> OrdStatus.FILLED;
            case "CANCELED" -> OrdStatus.CANCELED;
            case "PENDING_CANCEL" -> OrdStatus.PENDING_CANCEL;
            case "REJECTED" -> OrdStatus.REJECTED;
            case "EXPIRED", "EXPIRED_IN_MATCH" -> OrdStatus.EXPIRED;
            default -> OrdStatus.NULL_VAL;
        };
    }

    /** True if nothing of the order works any more. */
    public static boolean ended(final OrdStatus status)
    {
        return switch (status)
        {
            case FILLED, CANCELED, EXPIRED, REJECTED -> true;
            default -> false;
        };
    }

    /** Trading state of a symbol; a word we do not know trades nothing. */
    public static InstrumentState instrumentState(final String text)
    {
        return switch (text)
        {
            case "TRADING" -> InstrumentState.TRADING;
            case "END_OF_DAY", "POST_TRADING" -> InstrumentState.CLOSED;
            default -> InstrumentState.HALTED;
        };
    }

    /** The venue's order type; post-only is a type of its own there. */
    public static String orderType(final OrdType type, final boolean postOnly)
    {
        return type == OrdType.MARKET ? "MARKET" : postOnly ? "LIMIT_MAKER" : "LIMIT";
    }

    /**
     * The venue's time in force; empty where the type takes none. DAY and GTD are kept by the core, which cancels at
     * the time: the venue knows neither.
     */
    public static String timeInForce(final TimeInForce timeInForce, final String orderType)
    {
        if (!orderType.equals("LIMIT"))
        {
            return "";
        }
        return switch (timeInForce)
        {
            case IOC -> "IOC";
            case FOK -> "FOK";
            default -> "GTC";
        };
    }

    /**
     * True if the request may have been executed although the answer is an error: server errors, and the codes whose
     * text says so. -1000 and -1001 do not say that nothing happened, so they count here.
     * "Duplicate order sent." means that our id is in use, so an order of ours exists: only asking tells which.
     */
    public static boolean outcomeUnknown(final int status, final int code, final String text)
    {
        return status >= SERVER_ERROR || code == UNEXPECTED_RESPONSE || code == TIMEOUT || code == UNKNOWN ||
            code == DISCONNECTED || text.startsWith("Duplicate order sent");
    }

    /** True if the venue says that it does not know the order. */
    public static boolean unknownOrder(final int code)
    {
        return code == NO_SUCH_ORDER || code == ORDER_ARCHIVED;
    }

    /** What a refusal means, in our words, before the venue's own. */
    public static String explain(final int status, final int code, final String text)
    {
        final String meaning = switch (code)
        {
            case -1003, -1015, -1034 -> "request limit of the venue";
            case -1008 -> "venue overloaded";
            case -1013 -> "filter of the venue";
            case -1021 -> "clock outside the receive window";
            case -1022, -2014, -2015, -1002 -> "key or signature refused";
            case -1102, -1106, -1111, -1116, -1117, -1121, -1130 -> "parameter refused";
            case -2010 -> "order refused";
            case -2011 -> "cancel refused";
            case -2013 -> "no such order";
            case -2021, -2022 -> "cancel-replace failed";
            default -> status == 429 || status == 418 ? "request limit of the venue" : "refused";
        };
        return meaning + ": " + code + " " + text;
    }
}
