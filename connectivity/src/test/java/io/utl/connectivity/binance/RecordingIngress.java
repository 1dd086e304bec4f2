package io.utl.connectivity.binance;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.frame.IngressPort;
import io.utl.codecs.frame.InputClass;
import io.utl.codecs.sbe.FeedAliveDecoder;
import io.utl.codecs.sbe.MarkDecoder;
import io.utl.codecs.sbe.MessageHeaderDecoder;
import io.utl.codecs.sbe.VenueCancelRejectedDecoder;
import io.utl.codecs.sbe.VenueFillDecoder;
import io.utl.codecs.sbe.VenueOrderAcceptedDecoder;
import io.utl.codecs.sbe.VenueOrderCanceledDecoder;
import io.utl.codecs.sbe.VenueOrderRejectedDecoder;
import io.utl.codecs.sbe.VenueOrderReplacedDecoder;
import io.utl.codecs.sbe.VenueOrderStateDecoder;
import io.utl.codecs.sbe.VenueOutcomeUnknownDecoder;
import io.utl.codecs.sbe.VenueReplaceRejectedDecoder;
import io.utl.codecs.sbe.VenueSessionDecoder;
import org.agrona.DirectBuffer;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes what an adapter tells and writes it down, one line each. */
final class RecordingIngress implements IngressPort
{
    final List<String> facts = new CopyOnWriteArrayList<>();
    /** The venue's words about orders that ended. */
    final List<String> endTexts = new CopyOnWriteArrayList<>();
    final List<String> marks = new CopyOnWriteArrayList<>();
    volatile boolean full;
    volatile int alive;

    @Override
    public boolean offer(
        final InputClass inputClass, final int session, final DirectBuffer buffer, final int offset, final int length)
    {
        final MessageHeaderDecoder header = new MessageHeaderDecoder().wrap(buffer, offset);
        if (header.templateId() == FeedAliveDecoder.TEMPLATE_ID)
        {
            alive++;
            return true;
        }
        if (header.templateId() == MarkDecoder.TEMPLATE_ID)
        {
            final MarkDecoder mark = new MarkDecoder().wrapAndApplyHeader(buffer, offset, header);
            marks.add(mark.symbol() + " " + amount(buffer, mark.offset() + MarkDecoder.bidEncodingOffset()) + " " +
                amount(buffer, mark.offset() + MarkDecoder.askEncodingOffset()) + " " +
                amount(buffer, mark.offset() + MarkDecoder.priceEncodingOffset()));
            return true;
        }
        if (full)
        {
            return false;
        }
        if (inputClass != InputClass.FACT)
        {
            throw new IllegalStateException("a fact must be offered as one: template " + header.templateId());
        }
        if (header.templateId() == VenueOrderCanceledDecoder.TEMPLATE_ID)
        {
            endTexts.add(new VenueOrderCanceledDecoder()
                .wrapAndApplyHeader(buffer, offset, new MessageHeaderDecoder()).text());
        }
        facts.add(line(header, buffer, offset));
        return true;
    }

    private static String line(final MessageHeaderDecoder header, final DirectBuffer buffer, final int offset)
    {
        return switch (header.templateId())
        {
            case VenueOrderAcceptedDecoder.TEMPLATE_ID ->
            {
                final VenueOrderAcceptedDecoder m =
                    new VenueOrderAcceptedDecoder().wrapAndApplyHeader(buffer, offset, header);
                yield "accepted " + m.orderId() + "/" + m.revision() + " " + m.venueOrderId();
            }
            case VenueOrderRejectedDecoder.TEMPLATE_ID ->
            {
                final VenueOrderRejectedDecoder m =
                    new VenueOrderRejectedDecoder().wrapAndApplyHeader(buffer, offset, header);
                yield "rejected " + m.orderId() + "/" + m.revision() + " " + m.code() + " " + m.text();
            }
            case VenueFillDecoder.TEMPLATE_ID ->
            {
                final VenueFillDecoder m = new VenueFillDecoder().wrapAndApplyHeader(buffer, offset, header);
                yield "fill " + m.orderId() + "/" + m.revision() + " " + m.venueTradeId() + " " + m.side() + " " +
                    amount(buffer, m.offset() + VenueFillDecoder.lastQtyEncodingOffset()) + " @ " +
                    amount(buffer, m.offset() + VenueFillDecoder.lastPxEncodingOffset()) + " fee " +
                    amount(buffer, m.offset() + VenueFillDecoder.feeEncodingOffset()) + m.feeAsset() + " " +
                    m.symbol() + " " + m.liquidity();
            }
            case VenueOrderCanceledDecoder.TEMPLATE_ID ->
            {
                final VenueOrderCanceledDecoder m =
                    new VenueOrderCanceledDecoder().wrapAndApplyHeader(buffer, offset, header);
                yield "canceled " + m.orderId() + "/" + m.revision() + " cum " +
                    amount(buffer, m.offset() + VenueOrderCanceledDecoder.cumQtyEncodingOffset()) +
                    (m.expired() == 1 ? " expired" : "");
            }
            case VenueCancelRejectedDecoder.TEMPLATE_ID ->
            {
                final VenueCancelRejectedDecoder m =
                    new VenueCancelRejectedDecoder().wrapAndApplyHeader(buffer, offset, header);
                yield "cancel-rejected " + m.orderId() + " " + m.code();
            }
            case VenueOrderReplacedDecoder.TEMPLATE_ID ->
            {
                final VenueOrderReplacedDecoder m =
                    new VenueOrderReplacedDecoder().wrapAndApplyHeader(buffer, offset, header);
                yield "replaced " + m.orderId() + "/" + m.revision() + " " + m.venueOrderId() + " qty " +
                    amount(buffer, m.offset() + VenueOrderReplacedDecoder.qtyEncodingOffset());
            }
            case VenueReplaceRejectedDecoder.TEMPLATE_ID ->
            {
                final VenueReplaceRejectedDecoder m =
                    new VenueReplaceRejectedDecoder().wrapAndApplyHeader(buffer, offset, header);
                yield "replace-rejected " + m.orderId() + "/" + m.revision() + " " + m.code() + " working " +
                    m.stillWorking();
            }
            case VenueOutcomeUnknownDecoder.TEMPLATE_ID ->
            {
                final VenueOutcomeUnknownDecoder m =
                    new VenueOutcomeUnknownDecoder().wrapAndApplyHeader(buffer, offset, header);
                yield "unknown " + m.orderId() + "/" + m.revision() + " " + m.request();
            }
            case VenueOrderStateDecoder.TEMPLATE_ID ->
            {
                final VenueOrderStateDecoder m =
                    new VenueOrderStateDecoder().wrapAndApplyHeader(buffer, offset, header);
                yield "state " + m.orderId() + "/" + m.revision() + " found " + m.found() + " " +
                    (m.found() == 1 ? m.status() + " cum " +
                        amount(buffer, m.offset() + VenueOrderStateDecoder.cumQtyEncodingOffset()) : "");
            }
            case VenueSessionDecoder.TEMPLATE_ID ->
                "session " + new VenueSessionDecoder().wrapAndApplyHeader(buffer, offset, header).state();
            default -> "template " + header.templateId();
        };
    }

    private static String amount(final DirectBuffer buffer, final int offset)
    {
        final Amount amount = new Amount().get(buffer, offset);
        return amount.isNull() ? "null" : amount.toString();
    }
}
