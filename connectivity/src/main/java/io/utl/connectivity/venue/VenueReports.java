package io.utl.connectivity.venue;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.amount.Rounding;
import io.utl.codecs.sbe.FeedAliveEncoder;
import io.utl.codecs.sbe.MarkEncoder;
import io.utl.codecs.sbe.MessageHeaderEncoder;
import io.utl.codecs.sbe.OrdStatus;
import io.utl.codecs.sbe.RequestKind;
import io.utl.codecs.sbe.VenueCancelRejectedEncoder;
import io.utl.codecs.sbe.VenueFillEncoder;
import io.utl.codecs.sbe.VenueOrderAcceptedEncoder;
import io.utl.codecs.sbe.VenueOrderCanceledEncoder;
import io.utl.codecs.sbe.VenueOrderRejectedEncoder;
import io.utl.codecs.sbe.VenueOrderReplacedEncoder;
import io.utl.codecs.sbe.VenueOrderStateEncoder;
import io.utl.codecs.sbe.VenueOutcomeUnknownEncoder;
import io.utl.codecs.sbe.VenueReplaceRejectedEncoder;
import io.utl.codecs.sbe.VenueSessionEncoder;
import io.utl.codecs.sbe.VenueState;
import org.agrona.ExpandableArrayBuffer;

/**
 * What a venue tells, as commands for the core: one method a message, ids 100 to 111 of the schema. Times are given in
 * milliseconds since the epoch as venues give them; 0 is "not said". Texts are cut to what a report holds.
 * <p>
 * Thread: the adapter's IO thread. Allocates: nothing of its own.
 */
public final class VenueReports
{
    private static final int MAX_TEXT = 400;
    private static final long NS_PER_MS = 1_000_000L;

    private final String venue;
    private final ReportOutlet outlet;
    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(1024);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final VenueOrderAcceptedEncoder accepted = new VenueOrderAcceptedEncoder();
    private final VenueOrderRejectedEncoder rejected = new VenueOrderRejectedEncoder();
    private final VenueFillEncoder fill = new VenueFillEncoder();
    private final VenueOrderCanceledEncoder canceled = new VenueOrderCanceledEncoder();
    private final VenueCancelRejectedEncoder cancelRejected = new VenueCancelRejectedEncoder();
    private final VenueOrderReplacedEncoder replaced = new VenueOrderReplacedEncoder();
    private final VenueReplaceRejectedEncoder replaceRejected = new VenueReplaceRejectedEncoder();
    private final VenueOutcomeUnknownEncoder unknown = new VenueOutcomeUnknownEncoder();
    private final VenueOrderStateEncoder orderState = new VenueOrderStateEncoder();
    private final VenueSessionEncoder session = new VenueSessionEncoder();
    private final MarkEncoder mark = new MarkEncoder();
    private final FeedAliveEncoder alive = new FeedAliveEncoder();
    private final Amount sum = new Amount();
    private final Amount two = new Amount().setUnits(2);
    private final Amount mid = new Amount();

    /** @param venue our name of it, as the reports carry it. */
    public VenueReports(final String venue, final ReportOutlet outlet)
    {
        this.venue = venue;
        this.outlet = outlet;
    }

    public void accepted(final long orderId, final int revision, final String venueOrderId, final long timeMs)
    {
        accepted.wrapAndApplyHeader(buffer, 0, header).orderId(orderId).revision(revision).venueOrderId(venueOrderId)
            .venueTimeNs(ns(timeMs, VenueOrderAcceptedEncoder.venueTimeNsNullValue())).venue(venue);
        fact(accepted.encodedLength());
    }

    public void rejected(
        final long orderId, final int revision, final int code, final String text, final long timeMs)
    {
        rejected.wrapAndApplyHeader(buffer, 0, header).orderId(orderId).revision(revision).code(code).venue(venue)
            .venueTimeNs(ns(timeMs, VenueOrderRejectedEncoder.venueTimeNsNullValue())).text(clean(text));
        fact(rejected.encodedLength());
    }

    public void fill(final FillReport report)
    {
        fill.wrapAndApplyHeader(buffer, 0, header).orderId(report.orderId).revision(report.revision)
            .venueTimeNs(ns(report.venueTimeMs, VenueFillEncoder.venueTimeNsNullValue()))
            .venueOrderId(report.venueOrderId).venueTradeId(report.venueTradeId).symbol(report.symbol)
            .feeAsset(report.feeAsset).venue(venue).account("").side(report.side).liquidity(report.liquidity);
        report.lastQty.put(buffer, fill.offset() + VenueFillEncoder.lastQtyEncodingOffset());
        report.lastPx.put(buffer, fill.offset() + VenueFillEncoder.lastPxEncodingOffset());
        report.fee.put(buffer, fill.offset() + VenueFillEncoder.feeEncodingOffset());
        fact(fill.encodedLength());
    }

    /** @param cumQty as the venue says; a null amount if it does not. */
    public void canceled(
        final long orderId,
        final int revision,
        final String venueOrderId,
        final Amount cumQty,
        final boolean expired,
        final String text,
        final long timeMs)
    {
        canceled.wrapAndApplyHeader(buffer, 0, header).orderId(orderId).revision(revision).venueOrderId(venueOrderId)
            .venueTimeNs(ns(timeMs, VenueOrderCanceledEncoder.venueTimeNsNullValue())).venue(venue)
            .expired((short)(expired ? 1 : 0)).text(clean(text));
        cumQty.put(buffer, canceled.offset() + VenueOrderCanceledEncoder.cumQtyEncodingOffset());
        fact(canceled.encodedLength());
    }

    public void cancelRejected(
        final long orderId, final int revision, final int code, final String text, final long timeMs)
    {
        cancelRejected.wrapAndApplyHeader(buffer, 0, header).orderId(orderId).revision(revision).code(code)
            .venue(venue).venueTimeNs(ns(timeMs, VenueCancelRejectedEncoder.venueTimeNsNullValue())).text(clean(text));
        fact(cancelRejected.encodedLength());
    }

    /** @param qty new total quantity of our order. */
    public void replaced(
        final long orderId,
        final int revision,
        final String venueOrderId,
        final Amount qty,
        final Amount price,
        final long timeMs)
    {
        replaced.wrapAndApplyHeader(buffer, 0, header).orderId(orderId).revision(revision).venueOrderId(venueOrderId)
            .venueTimeNs(ns(timeMs, VenueOrderReplacedEncoder.venueTimeNsNullValue())).venue(venue);
        qty.put(buffer, replaced.offset() + VenueOrderReplacedEncoder.qtyEncodingOffset());
        price.put(buffer, replaced.offset() + VenueOrderReplacedEncoder.priceEncodingOffset());
        fact(replaced.encodedLength());
    }

    /** @param stillWorking true if the old order was not touched. */
    public void replaceRejected(
        final long orderId,
        final int revision,
        final int code,
        final boolean stillWorking,
        final String text,
        final long timeMs)
    {
        replaceRejected.wrapAndApplyHeader(buffer, 0, header).orderId(orderId).revision(revision).code(code)
            .venue(venue).venueTimeNs(ns(timeMs, VenueReplaceRejectedEncoder.venueTimeNsNullValue()))
            .stillWorking((short)(stillWorking ? 1 : 0)).text(clean(text));
        fact(replaceRejected.encodedLength());
    }

    /** @param sentTimeMs when the request was written. */
    public void outcomeUnknown(
        final long orderId, final int revision, final RequestKind request, final String text, final long sentTimeMs)
    {
        unknown.wrapAndApplyHeader(buffer, 0, header).orderId(orderId).revision(revision).request(request)
            .venue(venue).sentTimeNs(ns(sentTimeMs, VenueOutcomeUnknownEncoder.sentTimeNsNullValue()))
            .text(clean(text));
        fact(unknown.encodedLength());
    }

    /** @param status NULL_VAL and a null {@code cumQty} if the venue does not know the order. */
    public void orderState(
        final long orderId,
        final int revision,
        final String venueOrderId,
        final OrdStatus status,
        final Amount cumQty,
        final long askedTimeMs)
    {
        orderState.wrapAndApplyHeader(buffer, 0, header).orderId(orderId).revision(revision)
            .venueOrderId(venueOrderId).venue(venue).status(status)
            .askedTimeNs(ns(askedTimeMs, VenueOrderStateEncoder.askedTimeNsNullValue()))
            .found((short)(status == OrdStatus.NULL_VAL ? 0 : 1));
        cumQty.put(buffer, orderState.offset() + VenueOrderStateEncoder.cumQtyEncodingOffset());
        fact(orderState.encodedLength());
    }

    public void session(final VenueState state, final int recvWindowMs, final String why, final long timeMs)
    {
        session.wrapAndApplyHeader(buffer, 0, header).state(state).recvWindowMs(recvWindowMs).venue(venue)
            .venueTimeNs(ns(timeMs, VenueSessionEncoder.venueTimeNsNullValue())).text(clean(why));
        fact(session.encodedLength());
    }

    /** @return false if the mark was dropped. */
    public boolean mark(final String symbol, final Amount bid, final Amount ask, final long timeMs)
    {
        mark.wrapAndApplyHeader(buffer, 0, header).symbol(symbol).venue(venue)
            .venueTimeNs(ns(timeMs, MarkEncoder.venueTimeNsNullValue()));
        mid.quotient(sum.sum(bid, ask), two, Rounding.HALF_EVEN);
        bid.put(buffer, mark.offset() + MarkEncoder.bidEncodingOffset());
        ask.put(buffer, mark.offset() + MarkEncoder.askEncodingOffset());
        mid.put(buffer, mark.offset() + MarkEncoder.priceEncodingOffset());
        return outlet.sample(buffer, 0, MessageHeaderEncoder.ENCODED_LENGTH + mark.encodedLength());
    }

    /** @return false if it was dropped. */
    public boolean feedAlive()
    {
        alive.wrapAndApplyHeader(buffer, 0, header).venue(venue);
        return outlet.sample(buffer, 0, MessageHeaderEncoder.ENCODED_LENGTH + alive.encodedLength());
    }

    private void fact(final int encodedLength)
    {
        outlet.fact(buffer, 0, MessageHeaderEncoder.ENCODED_LENGTH + encodedLength);
    }

    private static long ns(final long timeMs, final long none)
    {
        return timeMs <= 0 ? none : timeMs * NS_PER_MS;
    }

    private static String clean(final String text)
    {
        final StringBuilder clean = new StringBuilder(Math.min(text.length(), MAX_TEXT));
        for (int i = 0; i < text.length() && i < MAX_TEXT; i++)
        {
            final char c = text.charAt(i);
            clean.append(c >= ' ' && c < 127 ? c : '?');
        }
        return clean.toString();
    }
}
