package io.utl.gateway.core;

import io.utl.codecs.frame.CommandFrame;
import io.utl.codecs.sbe.AccountDefinedDecoder;
import io.utl.codecs.sbe.AdoptClockDecoder;
import io.utl.codecs.sbe.AssetDefinedDecoder;
import io.utl.codecs.sbe.BookDefinedDecoder;
import io.utl.codecs.sbe.CancelOrderDecoder;
import io.utl.codecs.sbe.CheckpointDecoder;
import io.utl.codecs.sbe.DepositDecoder;
import io.utl.codecs.sbe.FeedAliveDecoder;
import io.utl.codecs.sbe.GatewayStartedDecoder;
import io.utl.codecs.sbe.InstrumentDefinedDecoder;
import io.utl.codecs.sbe.KillSwitchDecoder;
import io.utl.codecs.sbe.LimitSetDecoder;
import io.utl.codecs.sbe.MarkDecoder;
import io.utl.codecs.sbe.MassCancelDecoder;
import io.utl.codecs.sbe.MessageHeaderDecoder;
import io.utl.codecs.sbe.NewOrderDecoder;
import io.utl.codecs.sbe.OrderStatusRequestDecoder;
import io.utl.codecs.sbe.ReplaceOrderDecoder;
import io.utl.codecs.sbe.SessionDefinedDecoder;
import io.utl.codecs.sbe.TickDecoder;
import io.utl.codecs.sbe.TransferDecoder;
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
import io.utl.codecs.sbe.WithdrawalDecoder;
import org.agrona.DirectBuffer;

/**
 * The one switch over commands: it wraps the decoder and calls the desk. No logic here.
 * <p>
 * Thread: core. Allocates: nothing.
 */
final class Dispatch
{
    private final CoreParts parts;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final NewOrderDecoder newOrder = new NewOrderDecoder();
    private final CancelOrderDecoder cancelOrder = new CancelOrderDecoder();
    private final ReplaceOrderDecoder replaceOrder = new ReplaceOrderDecoder();
    private final MassCancelDecoder massCancel = new MassCancelDecoder();
    private final OrderStatusRequestDecoder orderStatusRequest = new OrderStatusRequestDecoder();
    private final VenueOrderAcceptedDecoder venueOrderAccepted = new VenueOrderAcceptedDecoder();
    private final VenueOrderRejectedDecoder venueOrderRejected = new VenueOrderRejectedDecoder();
    private final VenueFillDecoder venueFill = new VenueFillDecoder();
    private final VenueOrderCanceledDecoder venueOrderCanceled = new VenueOrderCanceledDecoder();
    private final VenueCancelRejectedDecoder venueCancelRejected = new VenueCancelRejectedDecoder();
    private final VenueOrderReplacedDecoder venueOrderReplaced = new VenueOrderReplacedDecoder();
    private final VenueReplaceRejectedDecoder venueReplaceRejected = new VenueReplaceRejectedDecoder();
    private final VenueOutcomeUnknownDecoder venueOutcomeUnknown = new VenueOutcomeUnknownDecoder();
    private final VenueOrderStateDecoder venueOrderState = new VenueOrderStateDecoder();
    private final VenueSessionDecoder venueSession = new VenueSessionDecoder();
    private final MarkDecoder mark = new MarkDecoder();
    private final FeedAliveDecoder feedAlive = new FeedAliveDecoder();
    private final GatewayStartedDecoder gatewayStarted = new GatewayStartedDecoder();
    private final SessionDefinedDecoder sessionDefined = new SessionDefinedDecoder();
    private final AssetDefinedDecoder assetDefined = new AssetDefinedDecoder();
    private final InstrumentDefinedDecoder instrumentDefined = new InstrumentDefinedDecoder();
    private final AccountDefinedDecoder accountDefined = new AccountDefinedDecoder();
    private final BookDefinedDecoder bookDefined = new BookDefinedDecoder();
    private final LimitSetDecoder limitSet = new LimitSetDecoder();
    private final KillSwitchDecoder killSwitch = new KillSwitchDecoder();
    private final AdoptClockDecoder adoptClock = new AdoptClockDecoder();
    private final DepositDecoder deposit = new DepositDecoder();
    private final WithdrawalDecoder withdrawal = new WithdrawalDecoder();
    private final TransferDecoder transfer = new TransferDecoder();

    Dispatch(final CoreParts parts)
    {
        this.parts = parts;
    }

    /** Hands the command to the desk it is for. */
    void onCommand(final CommandFrame frame)
    {
        final DirectBuffer buffer = frame.buffer();
        final int at = frame.messageOffset();
        switch (frame.templateId())
        {
            case NewOrderDecoder.TEMPLATE_ID ->
                parts.orderDesk.onNewOrder(frame, newOrder.wrapAndApplyHeader(buffer, at, header));
            case CancelOrderDecoder.TEMPLATE_ID ->
                parts.changes.onCancel(frame, cancelOrder.wrapAndApplyHeader(buffer, at, header));
            case ReplaceOrderDecoder.TEMPLATE_ID ->
                parts.changes.onReplace(frame, replaceOrder.wrapAndApplyHeader(buffer, at, header));
            case MassCancelDecoder.TEMPLATE_ID ->
                parts.sweeps.onMassCancel(frame, massCancel.wrapAndApplyHeader(buffer, at, header));
            case OrderStatusRequestDecoder.TEMPLATE_ID ->
                parts.orderDesk.onStatusRequest(frame, orderStatusRequest.wrapAndApplyHeader(buffer, at, header));
            case VenueOrderAcceptedDecoder.TEMPLATE_ID ->
                parts.venueDesk.onAccepted(venueOrderAccepted.wrapAndApplyHeader(buffer, at, header));
            case VenueOrderRejectedDecoder.TEMPLATE_ID ->
                parts.venueDesk.onRejected(venueOrderRejected.wrapAndApplyHeader(buffer, at, header));
            case VenueFillDecoder.TEMPLATE_ID ->
                parts.fills.onFill(frame, venueFill.wrapAndApplyHeader(buffer, at, header));
            case VenueOrderCanceledDecoder.TEMPLATE_ID ->
                parts.venueDesk.onCanceled(venueOrderCanceled.wrapAndApplyHeader(buffer, at, header));
            case VenueCancelRejectedDecoder.TEMPLATE_ID ->
                parts.venueDesk.onCancelRejected(venueCancelRejected.wrapAndApplyHeader(buffer, at, header));
            case VenueOrderReplacedDecoder.TEMPLATE_ID ->
                parts.venueDesk.onReplaced(venueOrderReplaced.wrapAndApplyHeader(buffer, at, header));
            case VenueReplaceRejectedDecoder.TEMPLATE_ID ->
                parts.venueDesk.onReplaceRejected(venueReplaceRejected.wrapAndApplyHeader(buffer, at, header));
            case VenueOutcomeUnknownDecoder.TEMPLATE_ID ->
                parts.doubts.onOutcomeUnknown(venueOutcomeUnknown.wrapAndApplyHeader(buffer, at, header));
            case VenueOrderStateDecoder.TEMPLATE_ID ->
                parts.doubts.onState(venueOrderState.wrapAndApplyHeader(buffer, at, header));
            case VenueSessionDecoder.TEMPLATE_ID ->
                parts.gateway.onVenueSession(venueSession.wrapAndApplyHeader(buffer, at, header));
            case MarkDecoder.TEMPLATE_ID -> parts.gateway.onMark(frame, mark.wrapAndApplyHeader(buffer, at, header));
            case FeedAliveDecoder.TEMPLATE_ID ->
                parts.gateway.onFeedAlive(frame, feedAlive.wrapAndApplyHeader(buffer, at, header));
            case GatewayStartedDecoder.TEMPLATE_ID ->
                parts.gateway.onStarted(frame, gatewayStarted.wrapAndApplyHeader(buffer, at, header));
            case SessionDefinedDecoder.TEMPLATE_ID ->
                parts.referenceDesk.onSession(frame.session(), sessionDefined.wrapAndApplyHeader(buffer, at, header));
            case AssetDefinedDecoder.TEMPLATE_ID ->
                parts.referenceDesk.onAsset(frame.session(), assetDefined.wrapAndApplyHeader(buffer, at, header));
            case InstrumentDefinedDecoder.TEMPLATE_ID ->
                parts.referenceDesk.onInstrument(
                    frame.session(), instrumentDefined.wrapAndApplyHeader(buffer, at, header));
            case AccountDefinedDecoder.TEMPLATE_ID ->
                parts.referenceDesk.onAccount(frame.session(), accountDefined.wrapAndApplyHeader(buffer, at, header));
            case BookDefinedDecoder.TEMPLATE_ID ->
                parts.referenceDesk.onBook(frame.session(), bookDefined.wrapAndApplyHeader(buffer, at, header));
            case LimitSetDecoder.TEMPLATE_ID ->
                parts.gateway.onLimit(frame.session(), limitSet.wrapAndApplyHeader(buffer, at, header));
            case KillSwitchDecoder.TEMPLATE_ID ->
                parts.gateway.onKill(frame.session(), killSwitch.wrapAndApplyHeader(buffer, at, header));
            case AdoptClockDecoder.TEMPLATE_ID ->
                parts.gateway.onAdoptClock(adoptClock.wrapAndApplyHeader(buffer, at, header));
            case DepositDecoder.TEMPLATE_ID ->
                parts.bookings.onDeposit(frame, deposit.wrapAndApplyHeader(buffer, at, header));
            case WithdrawalDecoder.TEMPLATE_ID ->
                parts.bookings.onWithdrawal(frame, withdrawal.wrapAndApplyHeader(buffer, at, header));
            case TransferDecoder.TEMPLATE_ID ->
                parts.bookings.onTransfer(frame, transfer.wrapAndApplyHeader(buffer, at, header));
            case CheckpointDecoder.TEMPLATE_ID -> checkpoint();
            case TickDecoder.TEMPLATE_ID -> parts.phase.changing();
            default -> throw new IllegalArgumentException(
                "template id " + frame.templateId() + " is no command of this version");
        }
    }

    private void checkpoint()
    {
        parts.phase.changing();
        parts.ledger.assertConservation();
        parts.notices.checkpoint(parts.orders.liveCount(), parts.ledger.positionCount());
    }
}
