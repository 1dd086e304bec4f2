package io.utl.connectivity.simulator.memory;

import io.utl.codecs.amount.Amount;
import io.utl.connectivity.simulator.match.MemoryReplay;
import io.utl.connectivity.simulator.match.OrderRequest;
import io.utl.connectivity.simulator.match.OrderStatus;
import io.utl.connectivity.simulator.match.OrderType;
import io.utl.connectivity.simulator.match.TimeInForce;
import io.utl.connectivity.simulator.match.VenueOrder;
import io.utl.connectivity.simulator.match.VenueTrade;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * The payload of one record: a kind, then its fields in a fixed order; amounts as text. A kind is never reused and its
 * fields never change: a new need is a new kind. Thread: any.
 */
final class RecordCodec
{
    static final byte ACCEPTED = 1;
    static final byte FILLED = 2;
    static final byte CLOSED = 3;
    static final byte AMENDED = 4;
    static final byte SKIPPED = 5;

    private RecordCodec()
    {
    }

    /** The highest ids among the records read so far. */
    static final class Ids
    {
        long orderId;
        long tradeId;
    }

    static void accepted(final DataOutputStream out, final VenueOrder order) throws IOException
    {
        final OrderRequest request = order.request();
        out.writeByte(ACCEPTED);
        out.writeLong(order.orderId());
        out.writeLong(order.timeMs());
        out.writeUTF(order.clientOrderId());
        out.writeUTF(order.symbol());
        out.writeUTF(order.base());
        out.writeUTF(order.quote());
        out.writeBoolean(order.buy());
        out.writeUTF(request.type().name());
        out.writeUTF(request.timeInForce() == null ? "" : request.timeInForce().name());
        amount(out, request.price());
        amount(out, order.quantity());
        amount(out, request.quoteOrderQty());
        out.writeUTF(request.stpMode());
        out.writeUTF(request.strategyId() == null ? "" : request.strategyId().toString());
        out.writeUTF(request.strategyType() == null ? "" : request.strategyType().toString());
    }

    static void filled(final DataOutputStream out, final VenueTrade trade) throws IOException
    {
        out.writeByte(FILLED);
        out.writeLong(trade.tradeId());
        out.writeLong(trade.orderId());
        out.writeLong(trade.timeMs());
        out.writeUTF(trade.symbol());
        out.writeBoolean(trade.buyer());
        out.writeBoolean(trade.maker());
        amount(out, trade.price());
        amount(out, trade.quantity());
        amount(out, trade.commission());
        out.writeUTF(trade.commissionAsset());
    }

    static void closed(final DataOutputStream out, final VenueOrder order) throws IOException
    {
        out.writeByte(CLOSED);
        out.writeLong(order.orderId());
        out.writeLong(order.updateMs());
        out.writeUTF(order.status().name());
        out.writeUTF(order.expiryReason() == null ? "" : order.expiryReason());
        out.writeUTF(order.cancelId() == null ? "" : order.cancelId());
    }

    static void amended(final DataOutputStream out, final VenueOrder order, final Amount quantity) throws IOException
    {
        out.writeByte(AMENDED);
        out.writeLong(order.orderId());
        out.writeLong(order.updateMs());
        amount(out, quantity);
        out.writeUTF(order.clientOrderId());
    }

    /** Ids up to these were perhaps given by records that a crash cut off. */
    static void skipped(final DataOutputStream out, final long orderId, final long tradeId) throws IOException
    {
        out.writeByte(SKIPPED);
        out.writeLong(orderId);
        out.writeLong(tradeId);
    }

    /** Reads one payload; tells {@code replay} unless it is null, and raises {@code ids}. */
    static void read(final byte[] payload, final Ids ids, final MemoryReplay replay) throws IOException
    {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(payload)))
        {
            final byte kind = in.readByte();
            switch (kind)
            {
                case ACCEPTED -> readAccepted(in, ids, replay);
                case FILLED -> readFilled(in, ids, replay);
                case CLOSED -> readClosed(in, replay);
                case AMENDED -> readAmended(in, replay);
                case SKIPPED ->
                {
                    ids.orderId = Math.max(ids.orderId, in.readLong());
                    ids.tradeId = Math.max(ids.tradeId, in.readLong());
                }
                default -> throw new IOException("record kind " + kind + " is unknown to this build");
            }
        }
    }

    private static void readAccepted(final DataInputStream in, final Ids ids, final MemoryReplay replay)
        throws IOException
    {
        final long orderId = in.readLong();
        final long timeMs = in.readLong();
        final String clientOrderId = in.readUTF();
        final String symbol = in.readUTF();
        final String base = in.readUTF();
        final String quote = in.readUTF();
        final boolean buy = in.readBoolean();
        final OrderType type = OrderType.valueOf(in.readUTF());
        final String force = in.readUTF();
        final Amount price = amount(in);
        final Amount quantity = amount(in);
        final Amount quoteOrderQty = amount(in);
        final String stpMode = in.readUTF();
        final String strategyId = in.readUTF();
        final String strategyType = in.readUTF();
        ids.orderId = Math.max(ids.orderId, orderId);
        if (replay != null)
        {
            final OrderRequest request = new OrderRequest(
                symbol, buy, type, force.isEmpty() ? null : TimeInForce.valueOf(force), price, quantity,
                quoteOrderQty, clientOrderId, stpMode, strategyId.isEmpty() ? null : Long.valueOf(strategyId),
                strategyType.isEmpty() ? null : Integer.valueOf(strategyType));
            replay.accepted(new VenueOrder(orderId, request, clientOrderId, base, quote, timeMs));
        }
    }

    private static void readFilled(final DataInputStream in, final Ids ids, final MemoryReplay replay)
        throws IOException
    {
        final long tradeId = in.readLong();
        final long orderId = in.readLong();
        final long timeMs = in.readLong();
        final String symbol = in.readUTF();
        final boolean buyer = in.readBoolean();
        final boolean maker = in.readBoolean();
        final VenueTrade trade = new VenueTrade(
            tradeId, orderId, symbol, buyer, maker, amount(in), amount(in), amount(in), in.readUTF(), timeMs);
        ids.tradeId = Math.max(ids.tradeId, tradeId);
        if (replay != null)
        {
            replay.filled(trade);
        }
    }

    private static void readClosed(final DataInputStream in, final MemoryReplay replay) throws IOException
    {
        final long orderId = in.readLong();
        final long timeMs = in.readLong();
        final OrderStatus status = OrderStatus.valueOf(in.readUTF());
        final String reason = in.readUTF();
        final String cancelId = in.readUTF();
        if (replay != null)
        {
            replay.closed(orderId, status, reason.isEmpty() ? null : reason, cancelId, timeMs);
        }
    }

    private static void readAmended(final DataInputStream in, final MemoryReplay replay) throws IOException
    {
        final long orderId = in.readLong();
        final long timeMs = in.readLong();
        final Amount quantity = amount(in);
        final String clientOrderId = in.readUTF();
        if (replay != null)
        {
            replay.amended(orderId, quantity, clientOrderId, timeMs);
        }
    }

    private static void amount(final DataOutputStream out, final Amount amount) throws IOException
    {
        out.writeUTF(amount == null ? "" : amount.toString());
    }

    private static Amount amount(final DataInputStream in) throws IOException
    {
        final String text = in.readUTF();
        return text.isEmpty() ? null : Amount.of(text);
    }
}
