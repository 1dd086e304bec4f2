package io.utl.gateway.core.snapshot;

import io.utl.codecs.frame.RecordSink;
import io.utl.codecs.sbe.ClientIdRecordDecoder;
import io.utl.codecs.sbe.DeadlineRecordDecoder;
import io.utl.codecs.sbe.DeadlineRecordEncoder;
import io.utl.codecs.sbe.EndedOrderRecordDecoder;
import io.utl.codecs.sbe.MessageHeaderDecoder;
import io.utl.codecs.sbe.MessageHeaderEncoder;
import io.utl.codecs.sbe.OrdStatus;
import io.utl.codecs.sbe.OrderRecordDecoder;
import io.utl.codecs.sbe.SweepRecordDecoder;
import io.utl.gateway.core.order.ClientIds;
import io.utl.gateway.core.order.EndedOrders;
import io.utl.gateway.core.order.OrderFlyweight;
import io.utl.gateway.core.order.OrderLife;
import io.utl.gateway.core.order.OrderState;
import io.utl.gateway.core.order.OrderTable;
import io.utl.gateway.core.order.Sweeps;
import io.utl.gateway.core.time.Deadlines;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Orders, ids, timers and sweeps as records: live orders in the order of entry, ended ones in the order of their end.
 * <p>
 * Thread: core. Allocates: when sorting timers and when loading.
 */
public final class OrderRecords
{
    private final OrderTable orders;
    private final EndedOrders history;
    private final ClientIds ids;
    private final OrderLife life;
    private final Deadlines deadlines;
    private final Sweeps sweeps;
    private final UnsafeBuffer scratch;
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final MessageHeaderDecoder headerDecoder = new MessageHeaderDecoder();
    private final DeadlineRecordEncoder deadline = new DeadlineRecordEncoder();
    private final OrderFlyweight order = new OrderFlyweight();

    public OrderRecords(
        final OrderTable orders,
        final EndedOrders history,
        final ClientIds ids,
        final OrderLife life,
        final Deadlines deadlines,
        final Sweeps sweeps,
        final UnsafeBuffer scratch)
    {
        this.orders = orders;
        this.history = history;
        this.ids = ids;
        this.life = life;
        this.deadlines = deadlines;
        this.sweeps = sweeps;
        this.scratch = scratch;
    }

    public void write(final RecordSink sink)
    {
        writeList(orders.firstLive(), sink);
        writeList(orders.firstEnded(), sink);
        history.write(sink, header, scratch);
        ids.write(sink, scratch);
        for (final int handle : deadlines.sorted())
        {
            deadline.wrapAndApplyHeader(scratch, 0, header).deadlineNs(deadlines.deadlineNs(handle))
                .id(deadlines.id(handle)).subject(deadlines.subject(handle)).kind((short)deadlines.kind(handle));
            sink.record(scratch, 0, MessageHeaderEncoder.ENCODED_LENGTH + deadline.encodedLength());
        }
        sweeps.write(sink, header, scratch);
    }

    /** Takes a record; false if it is of another kind. */
    public boolean load(final int templateId, final DirectBuffer buffer, final int offset)
    {
        final int block = offset + MessageHeaderDecoder.ENCODED_LENGTH;
        switch (templateId)
        {
            case OrderRecordDecoder.TEMPLATE_ID -> loadOrder(buffer, block);
            case EndedOrderRecordDecoder.TEMPLATE_ID -> history.load(buffer, block);
            case ClientIdRecordDecoder.TEMPLATE_ID ->
                ids.load(new ClientIdRecordDecoder().wrapAndApplyHeader(buffer, offset, headerDecoder));
            case DeadlineRecordDecoder.TEMPLATE_ID ->
                loadDeadline(new DeadlineRecordDecoder().wrapAndApplyHeader(buffer, offset, headerDecoder));
            case SweepRecordDecoder.TEMPLATE_ID ->
                sweeps.load(new SweepRecordDecoder().wrapAndApplyHeader(buffer, offset, headerDecoder));
            default ->
            {
                return false;
            }
        }
        return true;
    }

    private void writeList(final int first, final RecordSink sink)
    {
        for (int slot = first; slot != OrderTable.NONE; slot = orders.next(slot))
        {
            orders.wrap(slot, order);
            header.wrap(scratch, 0).blockLength(OrderRecordDecoder.BLOCK_LENGTH)
                .templateId(OrderRecordDecoder.TEMPLATE_ID).schemaId(OrderRecordDecoder.SCHEMA_ID)
                .version(OrderRecordDecoder.SCHEMA_VERSION);
            scratch.putBytes(MessageHeaderEncoder.ENCODED_LENGTH, order.buffer(), order.offset(),
                OrderFlyweight.LENGTH);
            sink.record(scratch, 0, MessageHeaderEncoder.ENCODED_LENGTH + OrderFlyweight.LENGTH);
        }
    }

    private void loadOrder(final DirectBuffer buffer, final int block)
    {
        final OrderRecordDecoder record = new OrderRecordDecoder().wrap(
            buffer, block, OrderRecordDecoder.BLOCK_LENGTH, OrderRecordDecoder.SCHEMA_VERSION);
        final boolean hasEnded = OrderState.hasEnded(OrdStatus.get(record.status()));
        if (hasEnded)
        {
            orders.addEnded(record.orderId(), order);
        }
        else
        {
            orders.add(record.orderId(), order);
        }
        order.buffer().putBytes(order.offset(), buffer, block, OrderFlyweight.LENGTH);
        if (!hasEnded)
        {
            life.restore(order);
        }
    }

    private void loadDeadline(final DeadlineRecordDecoder record)
    {
        final int handle = deadlines.restore(record.deadlineNs(), record.id(), record.kind(), record.subject());
        if (record.kind() != Sweeps.DEADLINE)
        {
            if (!orders.find(record.subject(), order))
            {
                throw new IllegalArgumentException("timer of an order that is not in the snapshot: orderId=" +
                    record.subject() + "; use the snapshot before it");
            }
            if (record.kind() == OrderLife.EXPIRY)
            {
                orders.expiry(order, handle);
            }
            else
            {
                orders.watch(order, handle);
            }
        }
    }
}
