package io.utl.gateway.fix;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.amount.AmountFormatException;
import io.utl.codecs.sbe.Side;
import java.time.DateTimeException;
import java.util.Iterator;
import quickfix.Field;
import quickfix.FieldMap;
import quickfix.FieldNotFound;
import quickfix.field.ClOrdID;
import quickfix.field.ExecInst;
import quickfix.field.ExpireDate;
import quickfix.field.ExpireTime;
import quickfix.field.MsgType;
import quickfix.field.OrdType;
import quickfix.field.OrderID;
import quickfix.field.SendingTime;
import quickfix.field.Symbol;
import quickfix.field.TimeInForce;

/**
 * Reads the fields of one request as the text that came, and refuses what breaks a rule, naming tag, value and rule.
 * Decimals go from their text straight to {@link Amount}.
 * <p>
 * Thread: the session's. Allocates: strings. Valid until the next {@code wrap}.
 */
final class RequestFields
{
    static final int MAX_NAME = 32;
    static final int MAX_VENUE = 16;
    static final int MAX_CLIENT_ORDER_ID = 36;
    private static final long MAX_ORDER_ID = 1L << 44;

    private final FixDictionary dictionary;
    private quickfix.Message message;
    private String type;

    RequestFields(final FixDictionary dictionary)
    {
        this.dictionary = dictionary;
    }

    RequestFields wrap(final quickfix.Message message, final String type)
    {
        this.message = message;
        this.type = type;
        return this;
    }

    boolean has(final int tag)
    {
        return message.isSetField(tag);
    }

    /** The text of a field, or null where it is absent. */
    String optional(final int tag)
    {
        return text(message, tag);
    }

    String required(final int tag) throws RefusedException
    {
        final String value = optional(tag);
        if (value == null)
        {
            throw missing(tag, "required in " + dictionary.label(MsgType.FIELD) + "=" + type);
        }
        return value;
    }

    /** A name of 1 to {@code most} printable ASCII characters, or empty where it is absent. */
    String optionalName(final int tag, final int most) throws RefusedException
    {
        final String value = optional(tag);
        return value == null ? "" : checkName(tag, value, most);
    }

    String symbol() throws RefusedException
    {
        return checkName(Symbol.FIELD, required(Symbol.FIELD), MAX_NAME);
    }

    String clientOrderId() throws RefusedException
    {
        return clientOrderId(ClOrdID.FIELD);
    }

    String clientOrderId(final int tag) throws RefusedException
    {
        return checkName(tag, required(tag), MAX_CLIENT_ORDER_ID);
    }

    /** OrderID (37) as we gave it, or 0 where it is absent. */
    long orderId() throws RefusedException
    {
        final String value = optional(OrderID.FIELD);
        if (value == null)
        {
            return 0;
        }
        long id = 0;
        for (int i = 0; i < value.length() && id <= MAX_ORDER_ID; i++)
        {
            final char c = value.charAt(i);
            id = c < '0' || c > '9' ? Long.MAX_VALUE : id * 10 + (c - '0');
        }
        if (id < 1 || id > MAX_ORDER_ID)
        {
            throw refused(Refusal.VALUE, OrderID.FIELD, value, "must be an order id that we gave, a whole number");
        }
        return id;
    }

    /** A decimal above zero. */
    Amount positive(final int tag, final Amount into) throws RefusedException
    {
        final String value = required(tag);
        try
        {
            into.parse(value);
        }
        catch (final AmountFormatException e)
        {
            throw switch (e.code())
            {
                case MALFORMED -> refused(Refusal.FORMAT, tag, value, "must be a plain decimal such as 65010.25");
                case AMOUNT_RANGE -> refused(Refusal.VALUE, tag, value, "must be below 1.7 x 10^20");
                case AMOUNT_PRECISION -> refused(Refusal.VALUE, tag, value, "must have at most 18 decimals");
            };
        }
        if (into.signum() <= 0)
        {
            throw refused(Refusal.VALUE, tag, value, "must be more than 0");
        }
        return into;
    }

    Side side() throws RefusedException
    {
        return side(required(quickfix.field.Side.FIELD));
    }

    /** Absent is {@link Side#NULL_VAL}. */
    Side optionalSide() throws RefusedException
    {
        final String value = optional(quickfix.field.Side.FIELD);
        return value == null ? Side.NULL_VAL : side(value);
    }

    private Side side(final String value) throws RefusedException
    {
        return switch (value)
        {
            case "1" -> Side.BUY;
            case "2" -> Side.SELL;
            default -> throw unsupported(quickfix.field.Side.FIELD, value, "offered are 1 (buy) and 2 (sell)");
        };
    }

    io.utl.codecs.sbe.OrdType orderType() throws RefusedException
    {
        final String value = required(OrdType.FIELD);
        return switch (value)
        {
            case "1" -> io.utl.codecs.sbe.OrdType.MARKET;
            case "2" -> io.utl.codecs.sbe.OrdType.LIMIT;
            default -> throw unsupported(OrdType.FIELD, value, "offered are 1 (market) and 2 (limit)");
        };
    }

    /** Absent is DAY, as FIX says. */
    io.utl.codecs.sbe.TimeInForce timeInForce() throws RefusedException
    {
        final String value = optional(TimeInForce.FIELD);
        return switch (value == null ? "0" : value)
        {
            case "0" -> io.utl.codecs.sbe.TimeInForce.DAY;
            case "1" -> io.utl.codecs.sbe.TimeInForce.GTC;
            case "3" -> io.utl.codecs.sbe.TimeInForce.IOC;
            case "4" -> io.utl.codecs.sbe.TimeInForce.FOK;
            case "6" -> io.utl.codecs.sbe.TimeInForce.GTD;
            default -> throw unsupported(TimeInForce.FIELD, value,
                "offered are 0 (day), 1 (GTC), 3 (IOC), 4 (FOK) and 6 (GTD)");
        };
    }

    /** Expiry in nanoseconds, or {@code absent}; required with GTD, refused with anything else. */
    long expiry(final io.utl.codecs.sbe.TimeInForce timeInForce, final long absent) throws RefusedException
    {
        final boolean hasTime = has(ExpireTime.FIELD);
        final boolean hasDate = has(ExpireDate.FIELD);
        final int given = hasTime ? ExpireTime.FIELD : ExpireDate.FIELD;
        if (timeInForce != io.utl.codecs.sbe.TimeInForce.GTD)
        {
            if (hasTime || hasDate)
            {
                throw unsupported(given, optional(given), "only with TimeInForce(59)=6");
            }
            return absent;
        }
        if (hasTime == hasDate)
        {
            throw missing(ExpireTime.FIELD, "TimeInForce(59)=6 needs either ExpireTime(126) or ExpireDate(432)");
        }
        final String value = optional(given);
        try
        {
            return hasTime ? FixTime.parse(value) : FixTime.endOfDay(value);
        }
        catch (final DateTimeException e)
        {
            throw refused(Refusal.FORMAT, given, value, e.getMessage());
        }
    }

    /** True for ExecInst (18) = 6, the only instruction offered. */
    boolean postOnly() throws RefusedException
    {
        final String value = optional(ExecInst.FIELD);
        if (value == null)
        {
            return false;
        }
        if (!"6".equals(value))
        {
            throw unsupported(ExecInst.FIELD, value, "offered is 6 (participate, do not initiate)");
        }
        return true;
    }

    /** SendingTime (52) in nanoseconds, or {@code absent} if it cannot be read. */
    long sendingTimeNs(final long absent)
    {
        final String value = text(message.getHeader(), SendingTime.FIELD);
        try
        {
            return value == null ? absent : FixTime.parse(value);
        }
        catch (final DateTimeException e)
        {
            // The dictionary judged it already; the time is for people only and no part of the order.
            return absent;
        }
    }

    /** Refuses the first field that is not among {@code known}: nothing a client says is ignored in silence. */
    void onlyKnown(final java.util.Set<Integer> known) throws RefusedException
    {
        final Iterator<Field<?>> fields = message.iterator();
        while (fields.hasNext())
        {
            final int tag = fields.next().getTag();
            if (!known.contains(tag))
            {
                throw unsupported(tag, optional(tag), "not offered in " + dictionary.label(MsgType.FIELD) + "=" + type +
                    "; leave it out");
            }
        }
    }

    RefusedException unsupported(final int tag, final String value, final String rule)
    {
        return refused(Refusal.UNSUPPORTED, tag, value, rule);
    }

    RefusedException missing(final int tag, final String rule)
    {
        return new RefusedException(Refusal.MISSING, tag, dictionary.label(tag) + " is missing: " + rule);
    }

    RefusedException refused(final Refusal refusal, final int tag, final String value, final String rule)
    {
        return new RefusedException(refusal, tag,
            FixText.clean(dictionary.label(tag) + "=" + shortened(value) + ": " + rule, 300));
    }

    private String checkName(final int tag, final String value, final int most) throws RefusedException
    {
        if (!FixText.isPrintable(value, most))
        {
            throw refused(Refusal.VALUE, tag, value,
                "must be 1 to " + most + " printable ASCII characters without blanks");
        }
        return value;
    }

    private static String shortened(final String value)
    {
        return value.length() <= 60 ? value : value.substring(0, 57) + "...";
    }

    private static String text(final FieldMap map, final int tag)
    {
        try
        {
            return map.isSetField(tag) ? map.getString(tag) : null;
        }
        catch (final FieldNotFound e)
        {
            throw new IllegalStateException("field " + tag + " was there a moment ago", e);
        }
    }
}
