package io.utl.gateway.core.order;

import io.utl.codecs.frame.EventFrame;
import io.utl.codecs.sbe.MassCancelDecoder;
import io.utl.codecs.sbe.MassCancelReportEncoder;
import io.utl.codecs.sbe.MessageHeaderEncoder;
import io.utl.codecs.sbe.OrdStatus;
import io.utl.codecs.sbe.OrderCancelRejectEncoder;
import io.utl.codecs.sbe.RequestKind;
import io.utl.gateway.core.event.EventWriter;
import io.utl.gateway.core.event.Refusal;
import io.utl.gateway.core.reference.Account;
import io.utl.gateway.core.reference.Reference;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * Writes the answers to cancels, replaces and mass cancels that are no execution reports.
 * <p>
 * Thread: core. Allocates: nothing.
 */
public final class Answers
{
    private final EventWriter writer;
    private final Reference reference;
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final OrderCancelRejectEncoder reject = new OrderCancelRejectEncoder();
    private final MassCancelReportEncoder receipt = new MassCancelReportEncoder();

    public Answers(final EventWriter writer, final Reference reference)
    {
        this.writer = writer;
        this.reference = reference;
    }

    /**
     * A cancel or replace was refused, by us or by the venue.
     *
     * @param account null if it is unknown: then this is an answer, no event.
     * @param order   null if it is unknown.
     * @param status  of the order; UNKNOWN if there is none.
     */
    public void cancelReject(
        final Account account,
        final long orderId,
        final OrdStatus status,
        final RequestKind request,
        final DirectBuffer ids,
        final int clientIdOffset,
        final int origIdOffset,
        final int session,
        final int msgSeqNum,
        final Refusal refusal)
    {
        final EventFrame frame = account == null ? writer.answer(0) : writer.next(account);
        final MutableDirectBuffer buffer = frame.buffer();
        reject.wrapAndApplyHeader(buffer, frame.messageOffset(), header);
        final int base = reject.offset();
        buffer.setMemory(base, OrderCancelRejectEncoder.BLOCK_LENGTH, (byte)0);
        refusal.limit.put(buffer, base + OrderCancelRejectEncoder.limitValueEncodingOffset());
        refusal.actual.put(buffer, base + OrderCancelRejectEncoder.actualValueEncodingOffset());
        refusal.headroom.put(buffer, base + OrderCancelRejectEncoder.headroomEncodingOffset());
        buffer.putBytes(base + OrderCancelRejectEncoder.clientOrderIdEncodingOffset(), ids, clientIdOffset,
            OrderFlyweight.CLIENT_ID_LENGTH);
        buffer.putBytes(base + OrderCancelRejectEncoder.origClientOrderIdEncodingOffset(), ids, origIdOffset,
            OrderFlyweight.CLIENT_ID_LENGTH);
        if (account != null)
        {
            reference.accounts.names().copy(
                account.number, buffer, base + OrderCancelRejectEncoder.accountEncodingOffset());
        }
        reject.orderId(orderId).session(session).msgSeqNum(msgSeqNum).ordStatus(status).response(request)
            .reason(refusal.reason()).putText(refusal.text.buffer(), 0, refusal.text.length());
        writer.written(reject.encodedLength());
    }

    /**
     * Receipt of a mass cancel.
     *
     * @param account  null if it is unknown: then this is an answer, no event.
     * @param affected orders whose cancel was started.
     * @param outcome  why nothing was done, or the words of the receipt.
     */
    public void massCancel(
        final Account account,
        final MassCancelDecoder command,
        final int affected,
        final int session,
        final Refusal outcome)
    {
        final EventFrame frame = account == null ? writer.answer(0) : writer.next(account);
        final MutableDirectBuffer buffer = frame.buffer();
        receipt.wrapAndApplyHeader(buffer, frame.messageOffset(), header);
        final int base = receipt.offset();
        buffer.setMemory(base, MassCancelReportEncoder.BLOCK_LENGTH, (byte)0);
        buffer.putBytes(base + MassCancelReportEncoder.clientOrderIdEncodingOffset(), command.buffer(),
            command.offset() + MassCancelDecoder.clientOrderIdEncodingOffset(), OrderFlyweight.CLIENT_ID_LENGTH);
        if (account != null)
        {
            reference.accounts.names().copy(
                account.number, buffer, base + MassCancelReportEncoder.accountEncodingOffset());
        }
        buffer.putBytes(base + MassCancelReportEncoder.symbolEncodingOffset(), command.buffer(),
            command.offset() + MassCancelDecoder.symbolEncodingOffset(), Reference.SYMBOL_LENGTH);
        receipt.affected(affected).session(session).msgSeqNum(command.msgSeqNum()).side(command.side())
            .reason(outcome.reason()).putText(outcome.text.buffer(), 0, outcome.text.length());
        writer.written(receipt.encodedLength());
    }
}
