package io.utl.connectivity.simulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.utl.connectivity.simulator.match.VenueEvents;
import io.utl.connectivity.simulator.match.VenueOrder;
import io.utl.connectivity.simulator.match.VenueTrade;
import io.utl.connectivity.simulator.match.Wallet;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Sends the account's events to every subscription, as {@code {"subscriptionId":n,"event":{…}}}.
 * Thread: matching. Events are formed at once, since orders change, and leave with the outbox.
 */
public final class UserStreams implements VenueEvents
{
    private final Set<ApiSession> sessions = new LinkedHashSet<>();
    private final Outbox outbox;
    private final Wallet wallet;

    public UserStreams(final Outbox outbox, final Wallet wallet)
    {
        this.outbox = outbox;
        this.wallet = wallet;
    }

    void opened(final ApiSession session)
    {
        sessions.add(session);
    }

    void closed(final ApiSession session)
    {
        sessions.remove(session);
    }

    @Override
    public void report(
        final VenueOrder order, final Execution execution, final VenueTrade trade, final String originalClientId,
        final long executionId, final long nowMs)
    {
        if (anybody())
        {
            tell(OrderJson.report(order, execution, trade, originalClientId, executionId, nowMs));
        }
    }

    @Override
    public void balances(final Set<String> assets, final long nowMs)
    {
        if (anybody())
        {
            tell(OrderJson.position(wallet, assets, nowMs));
        }
    }

    /** Ends one subscription, telling it so. */
    void terminate(final ApiSession session, final int subscription, final long nowMs)
    {
        session.subscriptions().remove(subscription);
        final ObjectNode json = Json.object();
        json.put("e", "eventStreamTerminated");
        json.put("E", nowMs);
        send(session, subscription, json.toString());
    }

    /** Tells every connection that the server is about to go. */
    public void announceShutdown(final long nowMs)
    {
        final String text = "{\"event\":{\"e\":\"serverShutdown\",\"E\":" + nowMs + "}}";
        sessions.forEach(session -> session.connection().send(text));
    }

    /** Forgets connections whose end was not told. */
    public void second()
    {
        sessions.removeIf(session -> !session.connection().open());
    }

    private boolean anybody()
    {
        return sessions.stream().anyMatch(session -> !session.subscriptions().isEmpty());
    }

    private void tell(final ObjectNode event)
    {
        final String text = event.toString();
        for (final ApiSession session : sessions)
        {
            for (final int subscription : session.subscriptions().keySet())
            {
                send(session, subscription, text);
            }
        }
    }

    private void send(final ApiSession session, final int subscription, final String event)
    {
        final String text = "{\"subscriptionId\":" + subscription + ",\"event\":" + event + "}";
        outbox.add(() -> session.connection().send(text));
    }
}
