package io.utl.gateway.core.order;

import io.utl.codecs.frame.RecordSink;
import io.utl.codecs.sbe.EndedOrderRecordEncoder;
import io.utl.codecs.sbe.MessageHeaderEncoder;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.agrona.DirectBuffer;
import org.agrona.collections.Long2LongHashMap;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * What is kept for ever of orders that ended long ago or were refused: enough to answer for them and to book a fill
 * that comes late. Records lie off the heap, in the order they came, exactly as the schema's {@code
 * EndedOrderRecord}.
 * <p>
 * Thread: core. Allocates: a segment each 65,536 orders beyond the capacity, nothing else.
 */
public final class EndedOrders
{
    /** Bytes of one record. */
    public static final int LENGTH = EndedOrderRecordEncoder.BLOCK_LENGTH;

    private static final int NONE = -1;
    private static final int SEGMENT_ORDERS = 1 << 16;
    private static final int ORDER_ID = EndedOrderRecordEncoder.orderIdEncodingOffset();

    private final Long2LongHashMap placeById;
    private UnsafeBuffer[] segments = new UnsafeBuffer[0];
    private int count;

    /** @param capacity orders for which there is room from the start. */
    public EndedOrders(final int capacity)
    {
        placeById = new Long2LongHashMap(Math.max(64, capacity * 2), 0.55f, NONE);
        while (segments.length * SEGMENT_ORDERS < capacity)
        {
            grow();
        }
    }

    /** Keeps what an order became. */
    public void add(final EndedOrder order)
    {
        final int place = append();
        order.write(bufferOf(place), offsetOf(place));
        placeById.put(order.orderId, place);
    }

    /** Reads what is kept of an order; false if it is not here. */
    public boolean find(final long orderId, final EndedOrder into)
    {
        final int place = (int)placeById.get(orderId);
        if (place == NONE)
        {
            return false;
        }
        into.read(bufferOf(place), offsetOf(place));
        return true;
    }

    /** Writes back what {@link #find} has read and the caller changed. */
    public void update(final EndedOrder order)
    {
        final int place = (int)placeById.get(order.orderId);
        order.write(bufferOf(place), offsetOf(place));
    }

    public int count()
    {
        return count;
    }

    /** Writes all records in the order they came. */
    public void write(final RecordSink sink, final MessageHeaderEncoder header, final UnsafeBuffer scratch)
    {
        for (int place = 0; place < count; place++)
        {
            header.wrap(scratch, 0).blockLength(LENGTH).templateId(EndedOrderRecordEncoder.TEMPLATE_ID)
                .schemaId(EndedOrderRecordEncoder.SCHEMA_ID).version(EndedOrderRecordEncoder.SCHEMA_VERSION);
            scratch.putBytes(MessageHeaderEncoder.ENCODED_LENGTH, bufferOf(place), offsetOf(place), LENGTH);
            sink.record(scratch, 0, MessageHeaderEncoder.ENCODED_LENGTH + LENGTH);
        }
    }

    /** Takes one record back from a snapshot; {@code offset} is that of its block. */
    public void load(final DirectBuffer buffer, final int offset)
    {
        final int place = append();
        bufferOf(place).putBytes(offsetOf(place), buffer, offset, LENGTH);
        placeById.put(buffer.getLong(offset + ORDER_ID), place);
    }

    private int append()
    {
        if (count == segments.length * SEGMENT_ORDERS)
        {
            grow();
        }
        return count++;
    }

    private void grow()
    {
        segments = Arrays.copyOf(segments, segments.length + 1);
        segments[segments.length - 1] = new UnsafeBuffer(ByteBuffer.allocateDirect(SEGMENT_ORDERS * LENGTH));
    }

    private UnsafeBuffer bufferOf(final int place)
    {
        return segments[place / SEGMENT_ORDERS];
    }

    private static int offsetOf(final int place)
    {
        return (place % SEGMENT_ORDERS) * LENGTH;
    }
}
