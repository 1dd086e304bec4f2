package io.utl.gateway.core.order;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.OrdStatus;
import io.utl.codecs.sbe.OrdType;
import io.utl.codecs.sbe.OrderRecordDecoder;
import io.utl.codecs.sbe.Side;
import io.utl.codecs.sbe.TimeInForce;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * One order, as it lies in the {@link OrderTable}: exactly the block of the schema's {@code OrderRecord}, amounts and
 * numbers in the first 248 bytes, the four names behind them. A snapshot copies the bytes.
 * <pre>
 *    0     16      32      48       64         80    96         112       128     144       160       168
 *    | qty | price | cum   | leaves | cumValue | hold| holdPrice| reserved| newQty| newPrice| orderId | ...
 * </pre>
 * Thread: core. Allocates: nothing. Valid until the next {@code wrap} or until the slot is freed.
 */
public final class OrderFlyweight
{
    /** Bytes of one order, names included. */
    public static final int LENGTH = OrderRecordDecoder.BLOCK_LENGTH;
    /** Bytes of a ClOrdID field. */
    public static final int CLIENT_ID_LENGTH = OrderRecordDecoder.clientOrderIdLength();
    /** Bytes of a venue's id field. */
    public static final int VENUE_ID_LENGTH = OrderRecordDecoder.venueOrderIdLength();

    /** The venue has taken the order. */
    public static final int ACKED = 1;
    /** Outcome at the venue unknown; told to the client. */
    public static final int IN_DOUBT = 2;
    /** The venue is being asked about it. */
    public static final int ASKING = 4;
    /** To be cancelled as soon as what is on its way has ended. */
    public static final int CANCEL_WANTED = 8;
    /** Its time is over; the cancel on its way ends it as EXPIRED. */
    public static final int EXPIRING = 16;
    /** The venue ended the old order of a replace; the new one is awaited. */
    public static final int OLD_GONE = 32;
    /** The venue has shown that it knows the order, though it did not say that it took it. */
    public static final int SEEN = 64;

    /** Where the amounts lie. */
    public static final int QTY = OrderRecordDecoder.qtyEncodingOffset();
    public static final int PRICE = OrderRecordDecoder.priceEncodingOffset();
    public static final int CUM_QTY = OrderRecordDecoder.cumQtyEncodingOffset();
    public static final int LEAVES_QTY = OrderRecordDecoder.leavesQtyEncodingOffset();
    public static final int CUM_VALUE = OrderRecordDecoder.cumValueEncodingOffset();
    public static final int HOLD = OrderRecordDecoder.holdEncodingOffset();
    public static final int HOLD_PRICE = OrderRecordDecoder.holdPriceEncodingOffset();
    public static final int RESERVED = OrderRecordDecoder.reservedEncodingOffset();
    public static final int NEW_QTY = OrderRecordDecoder.newQtyEncodingOffset();
    public static final int NEW_PRICE = OrderRecordDecoder.newPriceEncodingOffset();
    /** Where the names lie. */
    public static final int CLIENT_ID = OrderRecordDecoder.clientOrderIdEncodingOffset();
    public static final int REQUEST_ID = OrderRecordDecoder.requestClientOrderIdEncodingOffset();
    public static final int CANCEL_ID = OrderRecordDecoder.cancelClientOrderIdEncodingOffset();
    public static final int VENUE_ID = OrderRecordDecoder.venueOrderIdEncodingOffset();

    static final int ORDER_ID = OrderRecordDecoder.orderIdEncodingOffset();
    private static final int EXPIRE = OrderRecordDecoder.expireTimeNsEncodingOffset();
    private static final int NEW_EXPIRE = OrderRecordDecoder.newExpireTimeNsEncodingOffset();
    private static final int SENT = OrderRecordDecoder.sentTimeNsEncodingOffset();
    private static final int ACCOUNT = OrderRecordDecoder.accountEncodingOffset();
    private static final int BOOK = OrderRecordDecoder.bookEncodingOffset();
    private static final int INSTRUMENT = OrderRecordDecoder.instrumentEncodingOffset();
    private static final int SESSION = OrderRecordDecoder.sessionEncodingOffset();
    private static final int REVISION = OrderRecordDecoder.revisionEncodingOffset();
    private static final int LAST_REVISION = OrderRecordDecoder.lastRevisionEncodingOffset();
    private static final int ASK_REVISION = OrderRecordDecoder.askRevisionEncodingOffset();
    private static final int ASKS = OrderRecordDecoder.asksEncodingOffset();
    private static final int REQUEST_SESSION = OrderRecordDecoder.requestSessionEncodingOffset();
    private static final int CANCEL_SESSION = OrderRecordDecoder.cancelSessionEncodingOffset();
    private static final int SIDE = OrderRecordDecoder.sideEncodingOffset();
    private static final int ORD_TYPE = OrderRecordDecoder.ordTypeEncodingOffset();
    private static final int TIME_IN_FORCE = OrderRecordDecoder.timeInForceEncodingOffset();
    private static final int POST_ONLY = OrderRecordDecoder.postOnlyEncodingOffset();
    private static final int STATUS = OrderRecordDecoder.statusEncodingOffset();
    private static final int PENDING = OrderRecordDecoder.pendingEncodingOffset();
    private static final int FLAGS = OrderRecordDecoder.flagsEncodingOffset();
    private static final int NEW_TIME_IN_FORCE = OrderRecordDecoder.newTimeInForceEncodingOffset();

    private MutableDirectBuffer buffer;
    private int offset;
    private int slot;

    /** Points at the order in a slot of its table. */
    public OrderFlyweight wrap(final MutableDirectBuffer buffer, final int offset, final int slot)
    {
        buffer.boundsCheck(offset, LENGTH);
        this.buffer = buffer;
        this.offset = offset;
        this.slot = slot;
        return this;
    }

    /** Points where the other one points. */
    public OrderFlyweight wrap(final OrderFlyweight other)
    {
        return wrap(other.buffer, other.offset, other.slot);
    }

    public MutableDirectBuffer buffer()
    {
        return buffer;
    }

    public int offset()
    {
        return offset;
    }

    /** Place in the table; handles of deadlines and lists are kept by slot. */
    public int slot()
    {
        return slot;
    }

    /** Copies one of the amounts, named by its place. */
    public Amount amount(final int field, final Amount into)
    {
        return into.get(buffer, offset + field);
    }

    /** Sets one of the amounts, named by its place. */
    OrderFlyweight put(final int field, final Amount value)
    {
        value.put(buffer, offset + field);
        return this;
    }

    /** Whether a name field is empty. */
    public boolean isEmpty(final int nameField)
    {
        return buffer.getByte(offset + nameField) == 0;
    }

    /** Copies a name of {@code length} bytes into a field. */
    public OrderFlyweight name(final int nameField, final DirectBuffer source, final int sourceOffset, final int length)
    {
        buffer.putBytes(offset + nameField, source, sourceOffset, length);
        return this;
    }

    /** Empties a name field. */
    public OrderFlyweight clearName(final int nameField, final int length)
    {
        buffer.setMemory(offset + nameField, length, (byte)0);
        return this;
    }

    public long orderId()
    {
        return buffer.getLong(offset + ORDER_ID);
    }

    public OrderFlyweight orderId(final long value)
    {
        buffer.putLong(offset + ORDER_ID, value);
        return this;
    }

    /** Of a GTD order; Long.MIN_VALUE if none. */
    public long expireTimeNs()
    {
        return buffer.getLong(offset + EXPIRE);
    }

    public OrderFlyweight expireTimeNs(final long value)
    {
        buffer.putLong(offset + EXPIRE, value);
        return this;
    }

    public long newExpireTimeNs()
    {
        return buffer.getLong(offset + NEW_EXPIRE);
    }

    public OrderFlyweight newExpireTimeNs(final long value)
    {
        buffer.putLong(offset + NEW_EXPIRE, value);
        return this;
    }

    /** Journal time of the last request to the venue. */
    public long sentTimeNs()
    {
        return buffer.getLong(offset + SENT);
    }

    public OrderFlyweight sentTimeNs(final long value)
    {
        buffer.putLong(offset + SENT, value);
        return this;
    }

    public int account()
    {
        return buffer.getInt(offset + ACCOUNT);
    }

    public OrderFlyweight account(final int value)
    {
        buffer.putInt(offset + ACCOUNT, value);
        return this;
    }

    public int book()
    {
        return buffer.getInt(offset + BOOK);
    }

    public OrderFlyweight book(final int value)
    {
        buffer.putInt(offset + BOOK, value);
        return this;
    }

    public int instrument()
    {
        return buffer.getInt(offset + INSTRUMENT);
    }

    public OrderFlyweight instrument(final int value)
    {
        buffer.putInt(offset + INSTRUMENT, value);
        return this;
    }

    /** Session that entered it. */
    public int session()
    {
        return buffer.getInt(offset + SESSION);
    }

    public OrderFlyweight session(final int value)
    {
        buffer.putInt(offset + SESSION, value);
        return this;
    }

    /** Which send of the order works at the venue: 0 the first, n after the nth replace. */
    public int revision()
    {
        return buffer.getInt(offset + REVISION);
    }

    public OrderFlyweight revision(final int value)
    {
        buffer.putInt(offset + REVISION, value);
        return this;
    }

    /** The last revision sent, also when it was refused: a number is never used twice. */
    public int lastRevision()
    {
        return buffer.getInt(offset + LAST_REVISION);
    }

    public OrderFlyweight lastRevision(final int value)
    {
        buffer.putInt(offset + LAST_REVISION, value);
        return this;
    }

    public int askRevision()
    {
        return buffer.getInt(offset + ASK_REVISION);
    }

    public OrderFlyweight askRevision(final int value)
    {
        buffer.putInt(offset + ASK_REVISION, value);
        return this;
    }

    public int asks()
    {
        return buffer.getInt(offset + ASKS);
    }

    public OrderFlyweight asks(final int value)
    {
        buffer.putInt(offset + ASKS, value);
        return this;
    }

    public int requestSession()
    {
        return buffer.getInt(offset + REQUEST_SESSION);
    }

    public OrderFlyweight requestSession(final int value)
    {
        buffer.putInt(offset + REQUEST_SESSION, value);
        return this;
    }

    public int cancelSession()
    {
        return buffer.getInt(offset + CANCEL_SESSION);
    }

    public OrderFlyweight cancelSession(final int value)
    {
        buffer.putInt(offset + CANCEL_SESSION, value);
        return this;
    }

    public Side side()
    {
        return Side.get(buffer.getByte(offset + SIDE));
    }

    public OrderFlyweight side(final Side value)
    {
        buffer.putByte(offset + SIDE, (byte)value.value());
        return this;
    }

    public OrdType ordType()
    {
        return OrdType.get(buffer.getByte(offset + ORD_TYPE));
    }

    public OrderFlyweight ordType(final OrdType value)
    {
        buffer.putByte(offset + ORD_TYPE, (byte)value.value());
        return this;
    }

    public TimeInForce timeInForce()
    {
        return TimeInForce.get(buffer.getByte(offset + TIME_IN_FORCE));
    }

    public OrderFlyweight timeInForce(final TimeInForce value)
    {
        buffer.putByte(offset + TIME_IN_FORCE, (byte)value.value());
        return this;
    }

    public TimeInForce newTimeInForce()
    {
        return TimeInForce.get(buffer.getByte(offset + NEW_TIME_IN_FORCE));
    }

    public OrderFlyweight newTimeInForce(final TimeInForce value)
    {
        buffer.putByte(offset + NEW_TIME_IN_FORCE, (byte)value.value());
        return this;
    }

    public byte postOnly()
    {
        return buffer.getByte(offset + POST_ONLY);
    }

    public OrderFlyweight postOnly(final byte value)
    {
        buffer.putByte(offset + POST_ONLY, value);
        return this;
    }

    /** State without the request on its way; see {@link OrderState#shown}. */
    public OrdStatus status()
    {
        return OrdStatus.get(buffer.getByte(offset + STATUS));
    }

    OrderFlyweight status(final OrdStatus value)
    {
        buffer.putByte(offset + STATUS, (byte)value.value());
        return this;
    }

    /** {@code RequestKind} on its way to the venue beside the order itself: CANCEL, REPLACE, or 0. */
    public int pending()
    {
        return buffer.getByte(offset + PENDING);
    }

    OrderFlyweight pending(final int value)
    {
        buffer.putByte(offset + PENDING, (byte)value);
        return this;
    }

    public boolean has(final int flag)
    {
        return (buffer.getByte(offset + FLAGS) & flag) != 0;
    }

    OrderFlyweight raise(final int flag)
    {
        buffer.putByte(offset + FLAGS, (byte)(buffer.getByte(offset + FLAGS) | flag));
        return this;
    }

    OrderFlyweight lower(final int flag)
    {
        buffer.putByte(offset + FLAGS, (byte)(buffer.getByte(offset + FLAGS) & ~flag));
        return this;
    }
}
