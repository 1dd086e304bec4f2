package io.utl.gateway.core.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.OrdStatus;
import io.utl.codecs.sbe.OrderRecordDecoder;
import io.utl.codecs.sbe.OrderRecordEncoder;
import io.utl.codecs.sbe.Side;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class OrderFlyweightTest
{
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[OrderFlyweight.LENGTH + 16]);
    private final OrderFlyweight order = new OrderFlyweight().wrap(buffer, 8, 0);
    private final OrderRecordDecoder record = new OrderRecordDecoder().wrap(
        buffer, 8, OrderRecordDecoder.BLOCK_LENGTH, OrderRecordDecoder.SCHEMA_VERSION);

    @Test
    void numbersAndAmountsFillLessThan256BytesAndNamesFollow()
    {
        assertTrue(OrderFlyweight.CLIENT_ID <= 256, "names begin at " + OrderFlyweight.CLIENT_ID);
        assertEquals(OrderFlyweight.LENGTH, OrderFlyweight.VENUE_ID + OrderFlyweight.VENUE_ID_LENGTH);
    }

    @Test
    void isTheBlockOfTheSnapshotRecord()
    {
        final Amount amount = Amount.of("-170141183460469231731.687303715884105727");
        order.orderId(1L << 44).account(Integer.MAX_VALUE).revision(7).side(Side.SELL).status(OrdStatus.EXPIRED);
        order.put(OrderFlyweight.NEW_PRICE, amount);
        order.raise(OrderFlyweight.SEEN | OrderFlyweight.ACKED).lower(OrderFlyweight.ACKED);
        assertEquals(1L << 44, record.orderId());
        assertEquals(Integer.MAX_VALUE, record.account());
        assertEquals(7, record.revision());
        assertEquals(2, record.side());
        assertEquals(OrdStatus.EXPIRED.value(), record.status());
        assertEquals(OrderFlyweight.SEEN, record.flags());
        assertEquals(amount, new Amount().get(buffer, 8 + OrderRecordEncoder.newPriceEncodingOffset()));
        assertEquals(0, buffer.getLong(0));
        assertEquals(0, buffer.getLong(8 + OrderFlyweight.LENGTH));
    }
}
