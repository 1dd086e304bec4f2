package io.utl.connectivity.simulator.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.utl.connectivity.simulator.match.VenueError;
import io.utl.connectivity.simulator.wire.VenueMethod.Call;
import io.utl.connectivity.simulator.wire.VenueMethod.Security;

import java.util.ArrayList;
import java.util.Set;
import java.util.function.Consumer;

/** Logon of a WebSocket API session and its user data subscriptions. Thread: matching. */
final class SessionMethods
{
    private final UserStreams streams;

    SessionMethods(final UserStreams streams)
    {
        this.streams = streams;
    }

    void register(final Consumer<VenueMethod> table)
    {
        table.accept(new VenueMethod("session.logon", Security.OWN_SIGNATURE, p -> 2, false, Set.of(), this::logon));
        table.accept(new VenueMethod("session.status", Security.NONE, p -> 2, false, Set.of(),
            call -> call.session().status(call.nowMs()).toString()));
        table.accept(new VenueMethod("session.logout", Security.NONE, p -> 2, false, Set.of(), this::logout));
        table.accept(new VenueMethod("session.subscriptions", Security.NONE, p -> 2, false, Set.of(), this::list));
        table.accept(new VenueMethod("userDataStream.subscribe", Security.SESSION, p -> 2, false, Set.of(),
            call -> subscribe(call, true)));
        table.accept(new VenueMethod("userDataStream.subscribe.signature", Security.OWN_SIGNATURE, p -> 2, false,
            Set.of(), call -> subscribe(call, false)));
        table.accept(new VenueMethod("userDataStream.unsubscribe", Security.NONE, p -> 2, false,
            Set.of("subscriptionId"), this::unsubscribe));
    }

    private String logon(final Call call)
    {
        if (!call.key().asymmetric())
        {
            throw new VenueError(-4056, "HMAC_SHA256 API key is not supported.");
        }
        call.session().logon(call.key(), call.nowMs());
        return call.session().status(call.nowMs()).toString();
    }

    private String logout(final Call call)
    {
        final ApiSession session = call.session();
        session.logout();
        for (final var subscription : new ArrayList<>(session.subscriptions().entrySet()))
        {
            if (subscription.getValue())
            {
                streams.terminate(session, subscription.getKey(), call.nowMs());
            }
        }
        return session.status(call.nowMs()).toString();
    }

    private String list(final Call call)
    {
        final ArrayNode json = Json.array();
        call.session().subscriptions().keySet().forEach(id -> json.addObject().put("subscriptionId", id));
        return json.toString();
    }

    private String subscribe(final Call call, final boolean byLogon)
    {
        // All keys belong to the one account, and an account is followed once per connection.
        if (!call.session().subscriptions().isEmpty())
        {
            throw new VenueError(-2035, "User Data Stream subscription already active.");
        }
        return "{\"subscriptionId\":" + call.session().subscribe(byLogon) + "}";
    }

    private String unsubscribe(final Call call)
    {
        final ApiSession session = call.session();
        final Long id = call.params().number("subscriptionId");
        if (id != null && !session.subscriptions().containsKey(id.intValue()))
        {
            throw new VenueError(-2036, "User Data Stream subscription not active.");
        }
        for (final int subscription : new ArrayList<>(session.subscriptions().keySet()))
        {
            if (id == null || id == subscription)
            {
                streams.terminate(session, subscription, call.nowMs());
            }
        }
        return "{}";
    }
}
