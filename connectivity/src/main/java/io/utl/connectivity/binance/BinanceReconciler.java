package io.utl.connectivity.binance;

import com.fasterxml.jackson.databind.JsonNode;
import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.OrdStatus;
import io.utl.codecs.sbe.RouteQueryDecoder;
import io.utl.connectivity.session.PendingRequests;
import io.utl.connectivity.venue.FillReport;
import io.utl.connectivity.venue.Reconciler;
import io.utl.connectivity.venue.RequestDraft;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Asks what is true: the state of one order with its fills, and after each connect all open orders and the fills
 * since the last one seen. Questions change nothing, so one without an answer is asked again while the connection
 * lasts; the owner asks anew after the next connect.
 * Thread: the IO thread.
 * Source: WebSocket API: order.status, openOrders.status, myTrades.
 */
final class BinanceReconciler implements Reconciler, OrderFacts.CatchUp
{
    private static final long RETRY_MS = 1_000;
    private static final int TRADE_LIMIT = 1_000;

    private final BinanceContext context;
    private final BinanceSession session;
    private final FillReport fill = new FillReport();
    /** Questions of the core without an answer: asked again after the next connect. */
    private final Map<Long, Question> open = new TreeMap<>();
    private final Amount executed = new Amount();

    private record Question(long orderId, String venueSymbol, int revision)
    {
    }

    BinanceReconciler(final BinanceContext context, final BinanceSession session)
    {
        this.context = context;
        this.session = session;
    }

    @Override
    public void query(final RouteQueryDecoder query)
    {
        final Question question = new Question(query.orderId(), query.venueSymbol(), query.revision());
        final OrderTrack track = context.tracks.get(question.orderId);
        if (track != null && track.pendingRevision > question.revision)
        {
            // The core has given the replace up and asks how the old order stands.
            track.pendingRevision = 0;
            track.oldEnded = false;
        }
        open.put(question.orderId, question);
        query(question.orderId, question.venueSymbol, question.revision, () -> open.remove(question.orderId, question));
    }

    /** As the other, with something to do behind the state. */
    void query(final long orderId, final String venueSymbol, final int revision, final Runnable done)
    {
        final OrderTrack track = context.tracks.get(orderId);
        if (revision > 0 && (track == null || !track.complete))
        {
            // Fills of the orders it replaced may be missing too: oldest first, then the order itself.
            earlier(orderId, venueSymbol, 0, revision, () -> state(orderId, venueSymbol, revision, done));
        }
        else
        {
            state(orderId, venueSymbol, revision, done);
        }
    }

    @Override
    public void reconcile(final Runnable done)
    {
        ask(BinanceCall.OPEN_ORDERS, BinanceCall.OPEN_ORDERS.socket(), reply ->
        {
            final ArrayDeque<Consumer<Runnable>> steps = new ArrayDeque<>();
            final Set<Long> working = new HashSet<>();
            for (final JsonNode order : reply.result())
            {
                final ClientOrderIds.Parsed id = ClientOrderIds.parse(order.path("clientOrderId").asText());
                if (id.of(context.settings.instance()))
                {
                    working.add(id.orderId());
                    final long askedMs = context.epochMs.getAsLong();
                    steps.add(next -> found(order, id.orderId(), id.revision(), askedMs, next));
                }
            }
            for (final OrderTrack track : context.tracks.live())
            {
                if (!working.contains(track.orderId) || track.pendingRevision != 0)
                {
                    final int revision = track.pendingRevision == 0 ? track.revision : track.pendingRevision;
                    steps.add(next -> query(track.orderId, track.venueSymbol, revision, next));
                }
            }
            open.values().forEach(question -> steps.add(next ->
                query(question.orderId, question.venueSymbol, question.revision, () ->
                {
                    open.remove(question.orderId, question);
                    next.run();
                })));
            for (final Map.Entry<String, Long> seen : context.facts.lastTradeIds().entrySet())
            {
                steps.add(next -> since(seen.getKey(), seen.getValue() + 1, next));
            }
            run(steps, done);
        }, reply -> false);
    }

    @Override
    public void trades(final OrderTrack track, final Runnable done)
    {
        trades(track, track.revision, track.venueOrderId, done);
    }

    private static void run(final ArrayDeque<Consumer<Runnable>> steps, final Runnable done)
    {
        final Consumer<Runnable> step = steps.pollFirst();
        if (step == null)
        {
            done.run();
        }
        else
        {
            step.accept(() -> run(steps, done));
        }
    }

    private void earlier(
        final long orderId, final String venueSymbol, final int revision, final int end, final Runnable done)
    {
        if (revision >= end)
        {
            done.run();
            return;
        }
        final Runnable next = () -> earlier(orderId, venueSymbol, revision + 1, end, done);
        ask(BinanceCall.ORDER_STATUS, status(orderId, venueSymbol, revision), reply ->
        {
            if (!reply.ok() || BinanceJson.amount(reply.result(), "executedQty", executed).isZero())
            {
                next.run();
                return;
            }
            final OrderTrack track = context.tracks.of(orderId, venueSymbol, revision);
            trades(track, revision, reply.result().path("orderId").asText(), next);
        }, reply -> BinanceMapping.unknownOrder(reply.code()));
    }

    private void state(final long orderId, final String venueSymbol, final int revision, final Runnable done)
    {
        final long askedMs = context.epochMs.getAsLong();
        ask(BinanceCall.ORDER_STATUS, status(orderId, venueSymbol, revision), reply ->
        {
            if (reply.ok())
            {
                found(reply.result(), orderId, revision, askedMs, done);
            }
            else
            {
                notFound(orderId, revision, askedMs, done);
            }
        }, reply -> BinanceMapping.unknownOrder(reply.code()));
    }

    private void found(
        final JsonNode order, final long orderId, final int revision, final long askedMs, final Runnable done)
    {
        final BinanceAnswers.Order answer = BinanceAnswers.order(order);
        final OrderTrack track = context.tracks.of(orderId, answer.symbol(), revision);
        final String venueOrderId = answer.venueOrderId();
        final OrdStatus status = answer.status();
        final Amount cumQty = answer.cumQty();
        if (track.pendingRevision == revision && revision > 0)
        {
            context.facts.replaced(track, venueOrderId, answer.timeMs());
        }
        final Runnable told = () ->
        {
            context.reports.orderState(
                orderId, revision, venueOrderId, status, context.facts.total(track, revision, cumQty), askedMs);
            if (revision == track.revision)
            {
                track.accepted = true;
                track.venueOrderId = venueOrderId;
                settle(track, answer);
            }
            done.run();
        };
        final boolean known = revision == track.revision && cumQty.compareTo(track.revisionCum) <= 0;
        if (cumQty.isZero() || known)
        {
            told.run();
        }
        else
        {
            trades(track, revision, venueOrderId, told);
        }
    }

    /** An end that nobody told, because nobody listened: told now, also where the core did not ask. */
    private void settle(final OrderTrack track, final BinanceAnswers.Order answer)
    {
        switch (answer.status())
        {
            case FILLED -> context.facts.filled(track, track.revision);
            case CANCELED, EXPIRED -> context.facts.ended(track, track.revision, answer.venueOrderId(),
                answer.cumQty(), answer.status() == OrdStatus.EXPIRED, "found ended at the venue", answer.timeMs());
            default ->
            {
                // Works on, or never did.
            }
        }
    }

    private void notFound(final long orderId, final int revision, final long askedMs, final Runnable done)
    {
        // Whether that counts already is the core's to decide: the request may still be on its way.
        context.reports.orderState(orderId, revision, "", OrdStatus.NULL_VAL, new Amount().setNull(), askedMs);
        done.run();
    }

    private void trades(
        final OrderTrack track, final int revision, final String venueOrderId, final Runnable done)
    {
        final RequestDraft draft = BinanceCall.MY_TRADES.socket()
            .param("symbol", track.venueSymbol).param("orderId", venueOrderId).param("limit", TRADE_LIMIT);
        ask(BinanceCall.MY_TRADES, draft, reply ->
        {
            reply.result().forEach(trade -> report(track, revision, track.venueSymbol, trade));
            done.run();
        }, reply -> false);
    }

    /** Trades of one instrument from an id on: those of orders that no track knows are looked up one by one. */
    private void since(final String venueSymbol, final long fromId, final Runnable done)
    {
        final RequestDraft draft = BinanceCall.MY_TRADES.socket()
            .param("symbol", venueSymbol).param("fromId", fromId).param("limit", TRADE_LIMIT);
        ask(BinanceCall.MY_TRADES, draft, reply ->
        {
            final ArrayDeque<Consumer<Runnable>> steps = new ArrayDeque<>();
            long last = fromId - 1;
            for (final JsonNode trade : reply.result())
            {
                last = Math.max(last, trade.path("id").asLong());
                steps.add(next -> owner(venueSymbol, trade, next));
            }
            final long from = last + 1;
            final boolean more = reply.result().size() == TRADE_LIMIT;
            run(steps, more ? () -> since(venueSymbol, from, done) : done);
        }, reply -> false);
    }

    private void owner(final String venueSymbol, final JsonNode trade, final Runnable done)
    {
        final RequestDraft draft = BinanceCall.ORDER_STATUS.socket()
            .param("symbol", venueSymbol).param("orderId", trade.path("orderId").asText());
        ask(BinanceCall.ORDER_STATUS, draft, reply ->
        {
            final ClientOrderIds.Parsed id =
                ClientOrderIds.parse(reply.result().path("clientOrderId").asText(""));
            final boolean ours = id.of(context.settings.instance());
            report(ours ? context.tracks.of(id.orderId(), venueSymbol, id.revision()) : null,
                id.revision(), venueSymbol, trade);
            done.run();
        }, reply -> BinanceMapping.unknownOrder(reply.code()));
    }

    private void report(
        final OrderTrack track, final int revision, final String venueSymbol, final JsonNode trade)
    {
        BinanceAnswers.trade(trade, fill);
        fill.revision = revision;
        fill.symbol = context.symbol(venueSymbol);
        context.facts.seen(venueSymbol, fill.venueTradeId);
        context.facts.fill(track, fill);
    }

    private RequestDraft status(final long orderId, final String venueSymbol, final int revision)
    {
        return BinanceCall.ORDER_STATUS.socket().param("symbol", venueSymbol)
            .param("origClientOrderId", context.clientOrderId(orderId, revision));
    }

    /** @param answer says of a refusal whether it is an answer; anything else is asked again. */
    private void ask(
        final BinanceCall call,
        final RequestDraft draft,
        final Consumer<SocketReply> then,
        final Predicate<SocketReply> answer)
    {
        final BooleanSupplier sameConnection = session.connection();
        final RequestDraft again = new RequestDraft(draft.method(), draft.path());
        draft.params().forEach(param -> again.param(param.getKey(), param.getValue()));
        final Runnable retry = () -> context.loop.after(RETRY_MS, TimeUnit.MILLISECONDS, () ->
        {
            if (sameConnection.getAsBoolean())
            {
                ask(call, again, then, answer);
            }
        });
        session.request(call, draft, new PendingRequests.Handler<>()
        {
            @Override
            public void answered(final SocketReply reply)
            {
                if (reply.ok() || answer.test(reply))
                {
                    then.accept(reply);
                }
                else
                {
                    retry.run();
                }
            }

            @Override
            public void unknown(final String why)
            {
                retry.run();
            }
        });
    }
}
