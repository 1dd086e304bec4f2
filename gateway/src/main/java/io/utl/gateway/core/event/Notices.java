package io.utl.gateway.core.event;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.frame.EventFrame;
import io.utl.codecs.sbe.BreakKind;
import io.utl.codecs.sbe.BreakRaisedEncoder;
import io.utl.codecs.sbe.CheckpointTakenEncoder;
import io.utl.codecs.sbe.CommandAppliedEncoder;
import io.utl.codecs.sbe.CommandFailedEncoder;
import io.utl.codecs.sbe.CommandRefusedEncoder;
import io.utl.codecs.sbe.DeadlineFiredEncoder;
import io.utl.codecs.sbe.MarkChangedEncoder;
import io.utl.codecs.sbe.MessageHeaderEncoder;
import io.utl.gateway.core.reference.Reference;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * Writes the events that belong to no account: what became of operators' commands, breaks, marks, checkpoints, timers.
 * <p>
 * Thread: core. Allocates: nothing.
 */
public final class Notices
{
    private static final int NAME_LENGTH = CommandAppliedEncoder.nameLength();
    private static final int TRADE_ID_LENGTH = BreakRaisedEncoder.venueTradeIdLength();

    private final EventWriter writer;
    private final Reference reference;
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final CommandAppliedEncoder applied = new CommandAppliedEncoder();
    private final CommandRefusedEncoder refused = new CommandRefusedEncoder();
    private final CommandFailedEncoder failed = new CommandFailedEncoder();
    private final BreakRaisedEncoder broken = new BreakRaisedEncoder();
    private final MarkChangedEncoder marked = new MarkChangedEncoder();
    private final CheckpointTakenEncoder checkpoint = new CheckpointTakenEncoder();
    private final DeadlineFiredEncoder fired = new DeadlineFiredEncoder();

    public Notices(final EventWriter writer, final Reference reference)
    {
        this.writer = writer;
        this.reference = reference;
    }

    /**
     * A reference, limit, kill, session or gateway command took effect.
     *
     * @param nameLength bytes of the name field at {@code offset}; 0 for none.
     */
    public void applied(
        final int templateId,
        final long number,
        final boolean changed,
        final DirectBuffer name,
        final int offset,
        final int nameLength)
    {
        final EventFrame frame = writer.next(null);
        final MutableDirectBuffer buffer = frame.buffer();
        applied.wrapAndApplyHeader(buffer, frame.messageOffset(), header);
        buffer.setMemory(applied.offset(), CommandAppliedEncoder.BLOCK_LENGTH, (byte)0);
        buffer.putBytes(applied.offset() + CommandAppliedEncoder.nameEncodingOffset(), name, offset,
            Math.min(nameLength, NAME_LENGTH));
        applied.number(number).templateId(templateId).changed((short)(changed ? 1 : 0));
        writer.written(applied.encodedLength());
    }

    /** An operator's or a booking command changed nothing. */
    public void refused(final int templateId, final int session, final Refusal refusal)
    {
        final EventFrame frame = writer.next(null);
        final MutableDirectBuffer buffer = frame.buffer();
        refused.wrapAndApplyHeader(buffer, frame.messageOffset(), header);
        final int base = refused.offset();
        refusal.limit.put(buffer, base + CommandRefusedEncoder.limitValueEncodingOffset());
        refusal.actual.put(buffer, base + CommandRefusedEncoder.actualValueEncodingOffset());
        refusal.headroom.put(buffer, base + CommandRefusedEncoder.headroomEncodingOffset());
        refused.templateId(templateId).session(session).reason(refusal.reason())
            .putText(refusal.text.buffer(), 0, refusal.text.length());
        writer.written(refused.encodedLength());
    }

    /** Our fault while deciding; nothing was changed. */
    public void failed(final int templateId, final Sentence text)
    {
        final EventFrame frame = writer.next(null);
        failed.wrapAndApplyHeader(frame.buffer(), frame.messageOffset(), header)
            .templateId(templateId).putText(text.buffer(), 0, text.length());
        writer.written(failed.encodedLength());
    }

    /**
     * A fact that needs a person. Numbers of the reference tables, 0 where there is none.
     *
     * @param tradeId holds the venue's trade id at {@code tradeIdOffset}; null if none.
     */
    public void broken(
        final BreakKind kind,
        final int account,
        final int instrument,
        final int asset,
        final int venue,
        final long orderId,
        final Amount amount,
        final DirectBuffer tradeId,
        final int tradeIdOffset,
        final Sentence text)
    {
        final EventFrame frame = writer.next(null);
        final MutableDirectBuffer buffer = frame.buffer();
        broken.wrapAndApplyHeader(buffer, frame.messageOffset(), header);
        final int base = broken.offset();
        buffer.setMemory(base, BreakRaisedEncoder.BLOCK_LENGTH, (byte)0);
        amount.put(buffer, base + BreakRaisedEncoder.amountEncodingOffset());
        if (tradeId != null)
        {
            buffer.putBytes(base + BreakRaisedEncoder.venueTradeIdEncodingOffset(), tradeId, tradeIdOffset,
                TRADE_ID_LENGTH);
        }
        reference.accounts.names().copy(account, buffer, base + BreakRaisedEncoder.accountEncodingOffset());
        reference.instruments.names().copy(instrument, buffer, base + BreakRaisedEncoder.symbolEncodingOffset());
        reference.assets.names().copy(asset, buffer, base + BreakRaisedEncoder.assetEncodingOffset());
        reference.venues.names().copy(venue, buffer, base + BreakRaisedEncoder.venueEncodingOffset());
        broken.orderId(orderId).kind(kind).putText(text.buffer(), 0, text.length());
        writer.written(broken.encodedLength());
    }

    /** The mark that checks and valuations use from here. */
    public void marked(final int instrument, final int venue, final Amount bid, final Amount ask, final Amount price)
    {
        final EventFrame frame = writer.next(null);
        final MutableDirectBuffer buffer = frame.buffer();
        marked.wrapAndApplyHeader(buffer, frame.messageOffset(), header);
        final int base = marked.offset();
        bid.put(buffer, base + MarkChangedEncoder.bidEncodingOffset());
        ask.put(buffer, base + MarkChangedEncoder.askEncodingOffset());
        price.put(buffer, base + MarkChangedEncoder.priceEncodingOffset());
        reference.instruments.names().copy(instrument, buffer, base + MarkChangedEncoder.symbolEncodingOffset());
        reference.venues.names().copy(venue, buffer, base + MarkChangedEncoder.venueEncodingOffset());
        writer.written(marked.encodedLength());
    }

    /** Running event hash before this event. */
    public void checkpoint(final long openOrders, final long positions)
    {
        writer.settle();
        final long hash = writer.hash();
        final long count = writer.count();
        final EventFrame frame = writer.next(null);
        checkpoint.wrapAndApplyHeader(frame.buffer(), frame.messageOffset(), header)
            .eventHash(hash).eventCount(count).openOrders(openOrders).positions(positions);
        writer.written(checkpoint.encodedLength());
    }

    /** A deadline held in core state came due. */
    public void fired(final long deadlineNs, final long id, final int kind)
    {
        final EventFrame frame = writer.next(null);
        fired.wrapAndApplyHeader(frame.buffer(), frame.messageOffset(), header)
            .deadlineNs(deadlineNs).id(id).kind((short)kind);
        writer.written(fired.encodedLength());
    }
}
