package io.utl.gateway.launch;

import io.utl.codecs.sbe.Protocol;
import io.utl.config.settings.FixSettings.SessionSettings;
import io.utl.config.settings.GatewaySettings;
import io.utl.gateway.fix.FixSession;
import io.utl.gateway.fix.FixSettings;
import java.util.ArrayList;
import java.util.List;

/**
 * What the settings say of FIX, in the words of the acceptor and of the journal.
 * <p>
 * Thread: the one that starts.
 */
final class FixDoor
{
    private FixDoor()
    {
    }

    static FixSettings settings(final GatewaySettings settings)
    {
        final List<FixSession> sessions = new ArrayList<>();
        for (final SessionSettings each : settings.fix().sessions())
        {
            sessions.add(new FixSession(OwnCommands.FIRST_FIX_SESSION + sessions.size(), each.compId(),
                each.account(), each.compId(), each.password(), each.readOnly()));
        }
        return FixSettings.of(settings.bind(), settings.ports().fix(), settings.data().resolve("fix"), sessions)
            .withClientReset(settings.fix().clientReset());
    }

    /** Fixes the numbers of the sessions; the same again at each start changes nothing. */
    static void define(final GatewaySettings settings, final OwnCommands commands) throws StartException
    {
        int number = OwnCommands.FIRST_FIX_SESSION;
        for (final SessionSettings each : settings.fix().sessions())
        {
            commands.session(number++, each.compId(), each.account(), Protocol.FIX);
        }
    }
}
