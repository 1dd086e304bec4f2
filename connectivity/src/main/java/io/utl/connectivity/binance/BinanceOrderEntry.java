package io.utl.connectivity.binance;

import com.fasterxml.jackson.databind.JsonNode;
import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.RequestKind;
import io.utl.codecs.sbe.RouteCancelDecoder;
import io.utl.codecs.sbe.RouteOrderDecoder;
import io.utl.codecs.sbe.RouteReplaceDecoder;
import io.utl.connectivity.session.PendingRequests;
import io.utl.connectivity.session.RequestBudget;
import io.utl.connectivity.venue.SessionState;
import io.utl.connectivity.venue.OrderEntry;
import io.utl.connectivity.venue.RequestDraft;

import java.util.concurrent.TimeUnit;

/**
 * Orders by the WebSocket API. A request goes out once or is refused here as not sent; without an answer its outcome
 * is unknown, and the core asks. Thread: the IO thread.
 * Source: WebSocket API: order.place, order.cancel, order.cancelReplace, order.amend.keepPriority.
 */
final class BinanceOrderEntry implements OrderEntry
{
    private static final long WINDOW_NS = TimeUnit.SECONDS.toNanos(10);
    private static final int NOT_SENT = 0;

    private final BinanceContext context;
    private final BinanceSession session;
    private final BinanceReconciler reconciler;
    private final RequestBudget budget;
    private final Amount qty = new Amount();
    private final Amount price = new Amount();

    BinanceOrderEntry(
        final BinanceContext context, final BinanceSession session, final BinanceReconciler reconciler)
    {
        this.context = context;
        this.session = session;
        this.reconciler = reconciler;
        this.budget = new RequestBudget(context.settings.orderLimit(), 0, WINDOW_NS);
    }

    @Override
    public void newOrder(final RouteOrderDecoder order)
    {
        final long orderId = order.orderId();
        final int revision = order.revision();
        final String symbol = order.venueSymbol();
        final OrderTrack track = context.tracks.born(orderId, symbol, revision);
        final String refusal = refusal();
        if (!refusal.isEmpty())
        {
            context.facts.rejected(track, revision, NOT_SENT, refusal, 0);
            return;
        }
        qty.get(order.buffer(), order.offset() + RouteOrderDecoder.qtyEncodingOffset());
        price.get(order.buffer(), order.offset() + RouteOrderDecoder.priceEncodingOffset());
        final String type = BinanceMapping.orderType(order.ordType(), order.postOnly() == 1);
        final OrderTicket ticket = new OrderTicket(symbol, order.side().name(), type,
            BinanceMapping.timeInForce(order.timeInForce(), type), qty.toString(), "",
            type.equals("MARKET") ? "" : price.toString(), "", context.clientOrderId(orderId, revision), "ACK");
        send(BinanceCall.PLACE, ticket.into(BinanceCall.PLACE.socket()), new Outcome(track, revision, RequestKind.NEW)
        {
            @Override
            void done(final SocketReply reply)
            {
                context.facts.accepted(track, revision, reply.result().path("orderId").asText(),
                    reply.result().path("transactTime").asLong(0));
            }

            @Override
            void refused(final int code, final String text, final SocketReply reply)
            {
                context.facts.rejected(track, revision, code, text, 0);
            }
        });
    }

    @Override
    public void cancel(final RouteCancelDecoder cancel)
    {
        final long orderId = cancel.orderId();
        final int revision = cancel.revision();
        final String symbol = cancel.venueSymbol();
        final OrderTrack track = context.tracks.of(orderId, symbol, revision);
        final RequestDraft draft = BinanceCall.CANCEL.socket().param("symbol", symbol)
            .param("origClientOrderId", context.clientOrderId(orderId, revision));
        send(BinanceCall.CANCEL, draft, new Outcome(track, revision, RequestKind.CANCEL)
        {
            @Override
            void done(final SocketReply reply)
            {
                final JsonNode result = reply.result();
                context.facts.ended(track, revision, result.path("orderId").asText(),
                    BinanceJson.amount(result, "executedQty", new Amount()), false, "canceled on request",
                    result.path("transactTime").asLong(0));
            }

            @Override
            void refused(final int code, final String text, final SocketReply reply)
            {
                context.reports.cancelRejected(orderId, revision, code, text, 0);
            }
        });
    }

    @Override
    public void replace(final RouteReplaceDecoder replace)
    {
        final long orderId = replace.orderId();
        final int revision = replace.revision();
        final String symbol = replace.venueSymbol();
        final OrderTrack track = context.tracks.of(orderId, symbol, replace.oldRevision());
        track.pendingQty.get(replace.buffer(), replace.offset() + RouteReplaceDecoder.qtyEncodingOffset());
        track.pendingPrice.get(replace.buffer(), replace.offset() + RouteReplaceDecoder.priceEncodingOffset());
        qty.get(replace.buffer(), replace.offset() + RouteReplaceDecoder.leavesQtyEncodingOffset());
        if (track.complete)
        {
            // Fills may have passed here that the core had not seen when it asked.
            price.difference(track.pendingQty, track.cum);
            qty.set(price.compareTo(qty) < 0 ? price : qty);
        }
        final String refusal = qty.signum() > 0 ? refusal() : "not sent: nothing is left to replace";
        if (!refusal.isEmpty())
        {
            context.reports.replaceRejected(orderId, revision, NOT_SENT, true, refusal, 0);
            return;
        }
        track.pendingRevision = revision;
        final String type = BinanceMapping.orderType(replace.ordType(), replace.postOnly() == 1);
        final OrderTicket ticket = new OrderTicket(symbol, replace.side().name(), type,
            BinanceMapping.timeInForce(replace.timeInForce(), type), qty.toString(), "",
            track.pendingPrice.toString(), "", context.clientOrderId(orderId, revision), "ACK");
        final RequestDraft draft = ticket.into(BinanceCall.CANCEL_REPLACE.socket()
            .param("cancelReplaceMode", "STOP_ON_FAILURE")
            .param("cancelOrigClientOrderId", context.clientOrderId(orderId, replace.oldRevision())));
        send(BinanceCall.CANCEL_REPLACE, draft, new ReplaceOutcome(track, revision, new Amount().set(qty)));
    }

    /** Why no new order may go out now; empty if it may. */
    private String refusal()
    {
        if (session.state() != SessionState.READY)
        {
            return "not sent: venue session is " + session.state();
        }
        return budget.take(System.nanoTime()) ? "" : "not sent: limit of " + context.settings.orderLimit() +
            " orders in 10 s is used up; try again in some seconds";
    }

    private void send(final BinanceCall call, final RequestDraft draft, final Outcome outcome)
    {
        if (!session.request(call, draft, outcome))
        {
            outcome.refused(NOT_SENT, "not sent: the connection takes nothing", null);
        }
    }

    /** The end of one request, told once. */
    private abstract class Outcome implements PendingRequests.Handler<SocketReply>
    {
        final OrderTrack track;
        final int revision;
        private final RequestKind kind;
        private final long sentMs = context.epochMs.getAsLong();

        Outcome(final OrderTrack track, final int revision, final RequestKind kind)
        {
            this.track = track;
            this.revision = revision;
            this.kind = kind;
        }

        abstract void done(SocketReply reply);

        /** @param reply null if nothing was sent. */
        abstract void refused(int code, String text, SocketReply reply);

        @Override
        public void answered(final SocketReply reply)
        {
            if (reply.ok())
            {
                done(reply);
            }
            else if (reply.outcomeUnknown())
            {
                unknown(reply.explain());
            }
            else
            {
                refused(reply.code() == 0 ? -reply.status() : reply.code(), reply.explain(), reply);
            }
        }

        @Override
        public void unknown(final String why)
        {
            context.reports.outcomeUnknown(track.orderId, revision, kind, why, sentMs);
        }
    }

    /** The end of a cancel-replace. */
    private final class ReplaceOutcome extends Outcome
    {
        private final Amount sentQty;
        private final Amount assumed = new Amount();

        ReplaceOutcome(final OrderTrack track, final int revision, final Amount sentQty)
        {
            super(track, revision, RequestKind.REPLACE);
            this.sentQty = sentQty;
            assumed.set(track.revisionCum);
        }

        @Override
        void done(final SocketReply reply)
        {
            final JsonNode placed = reply.result().path("newOrderResponse");
            if (track.pendingRevision == revision)
            {
                context.facts.replaced(
                    track, placed.path("orderId").asText(), placed.path("transactTime").asLong(0));
            }
            trim(reply.result().path("cancelResponse"));
        }

        @Override
        void refused(final int code, final String text, final SocketReply reply)
        {
            if (track.pendingRevision != revision)
            {
                return;
            }
            track.pendingRevision = 0;
            track.oldEnded = false;
            final JsonNode data = reply == null ? null : reply.result();
            final boolean cancelled = data != null && data.path("cancelResult").asText().equals("SUCCESS");
            final String cause = data == null ? "" :
                " (" + data.path(cancelled ? "newOrderResponse" : "cancelResponse").path("msg").asText("") + ")";
            context.reports.replaceRejected(track.orderId, revision, code, !cancelled, text + cause, 0);
            if (cancelled)
            {
                context.tracks.end(track);
            }
            else if (reply != null)
            {
                // The old order may be gone by its own end: its state is told, not guessed.
                reconciler.query(track.orderId, track.venueSymbol, track.revision, () -> { });
            }
        }

        /** The old order was filled further while the request was on its way: the new one is too large by that. */
        private void trim(final JsonNode canceled)
        {
            final Amount excess = BinanceJson.amount(canceled, "executedQty", new Amount()).subtract(assumed);
            if (!track.complete || excess.signum() <= 0)
            {
                return;
            }
            final Amount rest = new Amount().difference(sentQty, excess);
            final boolean nothingLeft = rest.signum() <= 0;
            final BinanceCall call = nothingLeft ? BinanceCall.CANCEL : BinanceCall.AMEND_KEEP_PRIORITY;
            final String id = context.clientOrderId(track.orderId, revision);
            final RequestDraft draft = call.socket().param("symbol", track.venueSymbol).param("origClientOrderId", id)
                .param("newClientOrderId", nothingLeft ? "" : id).param("newQty", nothingLeft ? "" : rest);
            session.request(call, draft, new Trim());
        }

        /** Whatever comes of it is seen on the private stream; only a refusal needs a word. */
        private final class Trim implements PendingRequests.Handler<SocketReply>
        {
            @Override
            public void answered(final SocketReply reply)
            {
                if (!reply.ok())
                {
                    unknown(reply.explain());
                }
            }

            @Override
            public void unknown(final String why)
            {
                context.reports.outcomeUnknown(track.orderId, revision, RequestKind.REPLACE,
                    "the new order could not be made smaller by what the old one had filled: " + why,
                    context.epochMs.getAsLong());
            }
        }
    }
}
