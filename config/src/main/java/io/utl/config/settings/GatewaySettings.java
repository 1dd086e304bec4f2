package io.utl.config.settings;

import io.utl.config.reference.ReferenceSeed;
import java.nio.file.Path;
import java.util.List;

/**
 * All settings of one gateway process.
 * <p>
 * Thread: any; immutable.
 *
 * @param data      directory of everything that must survive; may not exist yet.
 * @param bind      address of the client ports, a literal or a name.
 * @param ports     ports to listen on.
 * @param journal   durability and layout of the journals.
 * @param pipeline  rings and waiting.
 * @param core      identity towards venues.
 * @param market    what the embedded venue plays.
 * @param limits    message and connection limits of the edges.
 * @param fix       FIX acceptor and its sessions.
 * @param reference seeds of an empty journal.
 * @param demo      opening balances of the demo.
 * @param venues    venues of a run; empty in the demo.
 * @param log       form and least level of log lines.
 */
public record GatewaySettings(
    Path data,
    String bind,
    PortSettings ports,
    JournalSettings journal,
    PipelineSettings pipeline,
    CoreSettings core,
    MarketSettings market,
    LimitSettings limits,
    FixSettings fix,
    ReferenceSeed reference,
    DemoSettings demo,
    List<VenueSettings> venues,
    LogSettings log)
{
    public GatewaySettings
    {
        venues = List.copyOf(venues);
    }
}
