package io.utl.gateway.fix;

import io.utl.codecs.sbe.ExecType;
import io.utl.codecs.sbe.Liquidity;
import io.utl.codecs.sbe.OrdStatus;
import io.utl.codecs.sbe.RejectReason;
import io.utl.codecs.sbe.Side;
import io.utl.codecs.sbe.TimeInForce;

/**
 * Our enumerations as FIX 4.4 writes them. Every refusal also carries its sentence in Text (58); a reason that FIX 4.4
 * has no code for is 99, other.
 * <p>
 * Thread: any; no state. Allocates: nothing.
 */
final class ReportCodes
{
    private ReportCodes()
    {
    }

    /** @param side as encoded; neither buy nor sell only in an answer about an order that nobody knows. */
    static char side(final short side)
    {
        // 54 is required in a report; 7 is "undisclosed".
        return side == Side.BUY.value() ? '1' : side == Side.SELL.value() ? '2' : '7';
    }

    static char timeInForce(final TimeInForce timeInForce)
    {
        return switch (timeInForce)
        {
            case GTC -> '1';
            case IOC -> '3';
            case FOK -> '4';
            case GTD -> '6';
            case DAY, NULL_VAL -> '0';
        };
    }

    static char status(final OrdStatus status)
    {
        return switch (status)
        {
            case NEW -> '0';
            case PARTIALLY_FILLED -> '1';
            case FILLED -> '2';
            case CANCELED -> '4';
            case PENDING_CANCEL -> '6';
            case PENDING_NEW -> 'A';
            case EXPIRED -> 'C';
            case PENDING_REPLACE -> 'E';
            case REJECTED, UNKNOWN, NULL_VAL -> '8';
        };
    }

    static char execType(final ExecType type)
    {
        return switch (type)
        {
            case NEW -> '0';
            case CANCELED -> '4';
            case REPLACED -> '5';
            case PENDING_CANCEL -> '6';
            case REJECTED -> '8';
            case PENDING_NEW -> 'A';
            case EXPIRED -> 'C';
            case PENDING_REPLACE -> 'E';
            case TRADE -> 'F';
            case ORDER_STATUS, NULL_VAL -> 'I';
        };
    }

    /** LastLiquidityInd (851), 0 where nothing is known. */
    static int liquidity(final Liquidity liquidity)
    {
        return switch (liquidity)
        {
            case MAKER -> 1;
            case TAKER -> 2;
            case UNKNOWN, NULL_VAL -> 0;
        };
    }

    /** OrdRejReason (103). */
    static int orderReject(final RejectReason reason)
    {
        return switch (reason)
        {
            case UNKNOWN_SYMBOL -> 1;
            case SYMBOL_HALTED, VENUE_DOWN, KILL_SWITCH -> 2;
            case POSITION_LIMIT, MAX_NOTIONAL, PRICE_COLLAR, INSUFFICIENT_BALANCE, OPEN_ORDERS_LIMIT,
                INSUFFICIENT_QTY -> 3;
            case EXPIRED -> 4;
            case UNKNOWN_ORDER -> 5;
            case DIFFERENT_CONTENT, DUPLICATE_ID -> 6;
            case STALE -> 8;
            case UNSUPPORTED -> 11;
            case LOT_SIZE, MIN_QTY, MAX_QTY, MIN_NOTIONAL -> 13;
            case UNKNOWN_ACCOUNT, NOT_PERMITTED -> 15;
            case VENUE_REJECT -> 0;
            default -> 99;
        };
    }

    /** CxlRejReason (102). */
    static int cancelReject(final RejectReason reason)
    {
        return switch (reason)
        {
            case TOO_LATE, EXPIRED -> 0;
            case UNKNOWN_ORDER, UNKNOWN_SYMBOL -> 1;
            case VENUE_REJECT -> 2;
            case ALREADY_PENDING -> 3;
            case DIFFERENT_CONTENT, DUPLICATE_ID -> 6;
            default -> 99;
        };
    }

    /** MassCancelRejectReason (532). */
    static int massCancelReject(final RejectReason reason)
    {
        return switch (reason)
        {
            case UNSUPPORTED -> 0;
            case UNKNOWN_SYMBOL -> 1;
            default -> 99;
        };
    }

    /** MsgType (35) of the request behind a command, for 372. */
    static String requestType(final int templateId)
    {
        return switch (templateId)
        {
            case 1 -> "D";
            case 2 -> "F";
            case 3 -> "G";
            case 4 -> "q";
            case 5 -> "H";
            default -> "?";
        };
    }
}
