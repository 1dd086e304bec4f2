package io.utl.gateway.launch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.utl.codecs.sbe.Protocol;
import io.utl.config.settings.GatewaySettings;
import io.utl.connectivity.venue.Instrument;
import io.utl.connectivity.venue.VenueAdapter;
import io.utl.gateway.core.Core;
import io.utl.gateway.fix.FixSettings;
import io.utl.gateway.journal.Recovered;
import io.utl.gateway.pipeline.ProcessHalt;
import io.utl.gateway.rest.HttpAnswer;
import io.utl.gateway.rest.HttpPort;
import io.utl.gateway.rest.Probes;
import io.utl.gateway.rest.Routes;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;

/**
 * The order of starting: ports free, directory, lock and recovery, the road, the word that we started, reference data,
 * venues, first mark, opening balances, FIX, admin, endpoints, ready. Nothing is open to clients before the ledger is.
 * <p>
 * Thread: the one that starts.
 */
final class Startup
{
    private static final String LOOPBACK = "127.0.0.1";
    private static final long FENCE_MS = 10_000;
    private static final long MILLIS = 1_000;
    private static final long DAY_MS = 24 * 3_600 * MILLIS;

    private final GatewaySettings settings;
    private final Closing closing;
    private final PrintWriter err;
    private final Endpoints endpoints = new Endpoints(ProcessHandle.current().pid());
    private Gateway gateway;
    private Road road;
    private Banner banner;

    Startup(final GatewaySettings settings, final Closing closing, final PrintWriter err)
    {
        this.settings = settings;
        this.closing = closing;
        this.err = err;
    }

    /** Starts everything; returns what to print. */
    Banner run(final Venues venues) throws StartException, InterruptedException
    {
        banner = new Banner(settings, System.nanoTime());
        requirePorts();
        // Closed again with its sockets when it is open: before the road, and once more here, which does nothing then.
        closing.add("market", venues);
        venues.prepare(settings);
        Hosting.prepare(settings.data());
        progress("recovering " + settings.data());
        layRoad(venues);
        final HttpPort http = open("http", settings.bind(), settings.ports().http(),
            Probes.routes(gateway.health, gateway.metrics), false);
        endpoints.rest(settings.bind(), http.port());
        banner.rest(http.port());
        sayStarted();
        gateway.adapters.forEach(adapter -> adapter.start());
        progress("waiting for the venue session, a live book and its first mark");
        final Instrument presented = awaitMarket(venues);
        progress("booking opening balances, opening FIX and admin");
        fund(presented);
        openFix(presented);
        openAdmin();
        writeEndpoints();
        return banner.ready(venues.description());
    }

    /** The road, to ask whether it ended cleanly; null before there is one. */
    Road road()
    {
        return road;
    }

    /** What is being done now, for whoever waits; standard output is kept for what scripts read. */
    private void progress(final String what)
    {
        err.println("utl: " + what);
    }

    private void requirePorts() throws StartException
    {
        Ports.requireFree("utl.http.port", settings.bind(), settings.ports().http());
        Ports.requireFree("utl.fix.port", settings.bind(), settings.ports().fix());
        Ports.requireFree("utl.admin.port", LOOPBACK, settings.ports().admin());
    }

    private void layRoad(final Venues venues) throws StartException
    {
        final Recovered recovered = Hosting.recover(settings);
        err.println("utl: " + recovered.summary());
        road = closing.add("journal", new Road(recovered,
            Hosting.pipeline(recovered, settings, new ProcessHalt(System.err))));
        forgetEndpoints();
        closing.add("venue", venues);
        progress("opening " + (venues.embedded() ? "the embedded venue and its market" : "venues"));
        venues.open(settings);
        gateway = new Gateway(road, settings, venues);
        closing.add("metrics", gateway.metrics);
        closing.add("tell", gateway.tell);
        for (final VenueAdapter adapter : gateway.adapters)
        {
            closing.add("venue " + adapter.descriptor().venue(), adapter);
        }
        closing.add("watch", gateway.watch::done);
    }

    private void sayStarted() throws StartException, InterruptedException
    {
        final Recovered recovered = road.recovered();
        // Looked up before the road runs: from then on the machine belongs to its own thread. The fence is the last
        // thing a first start says, so who knows it has all the seeds.
        final boolean seeded =
            ((Core)recovered.machine()).parts().reference.session(OwnCommands.ADMIN_SESSION) != null;
        road.start();
        gateway.commands.started(recovered.epoch(), recovered.startKind(), settings.core());
        if (!seeded)
        {
            gateway.commands.seed(settings.reference());
        }
        FixDoor.define(settings, gateway.commands);
        int venueSession = OwnCommands.FIRST_VENUE_SESSION;
        for (final VenueAdapter adapter : gateway.adapters)
        {
            gateway.commands.session(venueSession++, adapter.descriptor().venue(), "", Protocol.VENUE);
        }
        fence();
        final List<String> refusals = gateway.watch.refusals();
        if (!refusals.isEmpty())
        {
            throw new StartException(StartException.USAGE, "the configuration does not fit the journal in " +
                settings.data() + ": " + String.join("; ", refusals) + "; correct it, or start on another directory");
        }
    }

    /** Waits until everything said so far has been applied and its events were seen. */
    private void fence() throws StartException, InterruptedException
    {
        final int before = gateway.watch.fences();
        gateway.commands.fence();
        if (!gateway.watch.await(() -> gateway.watch.fences() > before, FENCE_MS))
        {
            throw new StartException(StartException.ERROR, "the core has applied nothing for " + FENCE_MS / MILLIS +
                " s; see the log above and ./utl journal tail --data " + settings.data());
        }
    }

    /** Until the venues take orders and the presented instrument has a live book and a mark; a run does not wait. */
    private Instrument awaitMarket(final Venues venues) throws StartException, InterruptedException
    {
        if (!venues.embedded())
        {
            return null;
        }
        final long seconds = settings.demo().readyTimeoutSeconds();
        if (!gateway.watch.await(() -> marketIsUp(venues), seconds * MILLIS))
        {
            throw new StartException(StartException.ERROR, "not ready within " + seconds + " s: " +
                String.join(", ", gateway.health.lines()) + ", instruments " + gateway.instruments().size() +
                "; try again with --set utl.demo.readyTimeout=120 --set utl.log.level=info");
        }
        return venues.presented(gateway.instruments());
    }

    private boolean marketIsUp(final Venues venues)
    {
        final Instrument presented = venues.presented(gateway.instruments());
        return presented != null && gateway.venuesReady() && gateway.marked(presented.symbol()) &&
            gateway.watch.firstMark(presented.symbol()) != null;
    }

    private void fund(final Instrument presented) throws StartException, InterruptedException
    {
        if (presented == null)
        {
            gateway.watch.done();
            return;
        }
        final DemoFunding funding = new DemoFunding(gateway.commands, gateway.watch, settings.demo(), settings.fix(),
            gateway.adapters.get(0).descriptor().venue());
        final boolean all = funding.fund(gateway.instruments());
        fence();
        gateway.watch.refusals().forEach(refusal -> err.println("utl: refused at start: " + refusal));
        if (all)
        {
            gateway.watch.done();
            return;
        }
        fundLater(funding);
    }

    /** Instruments that have no mark yet get their opening balances when it comes. */
    private void fundLater(final DemoFunding funding)
    {
        final Thread later = new Thread(() ->
        {
            try
            {
                gateway.watch.await(() -> closing.closing() || funded(funding), DAY_MS);
            }
            catch (final InterruptedException e)
            {
                Thread.currentThread().interrupt();
            }
            gateway.watch.done();
        }, "utl-demo-funding");
        later.setDaemon(true);
        later.start();
    }

    private boolean funded(final DemoFunding funding)
    {
        try
        {
            return funding.fund(gateway.instruments());
        }
        catch (final StartException e)
        {
            // The gateway is stopping; the next start books what is missing.
            return true;
        }
    }

    private void openFix(final Instrument presented) throws StartException
    {
        closing.add("fix", gateway.fix);
        try
        {
            gateway.fix.start();
        }
        catch (final IOException e)
        {
            throw settings.ports().fix() == 0 ? new StartException(StartException.ERROR, e.getMessage(), e)
                : Ports.taken("utl.fix.port", settings.bind(), settings.ports().fix(), e);
        }
        gateway.fixIsOpen();
        endpoints.fix(settings.bind(), gateway.fix.port());
        banner.fix(gateway.fix.port());
        if (presented != null)
        {
            endpoints.demo(presented.symbol(), FixSettings.COMP_ID, settings.fix().sessions().get(0));
            banner.order(presented.symbol(),
                FirstOrder.quantity(presented, gateway.watch.firstMark(presented.symbol())));
        }
    }

    private void openAdmin() throws StartException
    {
        final Routes routes = new Routes()
            .add("POST", "/tell", gateway.tell)
            .add("GET", "/admin/status", (request, reply) -> reply.accept(HttpAnswer.json(200, status())));
        final HttpPort admin = open("admin", LOOPBACK, settings.ports().admin(), routes, true);
        endpoints.admin(admin.port());
        banner.admin(admin.port());
    }

    private String status()
    {
        final ObjectNode status = new ObjectMapper().createObjectNode()
            .put("version", Build.version()).put("commit", Build.commit())
            .put("ready", gateway.health.ready())
            .put("sequence", Long.toString(road.pipeline().lastSequence()))
            .put("forcedSequence", Long.toString(road.pipeline().counters().lastForcedSequence()))
            .put("epoch", Long.toString(road.recovered().epoch()))
            .put("durability", settings.journal().durability().name().toLowerCase(Locale.ROOT));
        gateway.health.lines().forEach(status.withArray("health")::add);
        return status + "\n";
    }

    private HttpPort open(final String name, final String host, final int port, final Routes routes,
        final boolean local) throws StartException
    {
        try
        {
            return closing.add(name, HttpPort.open("utl-" + name, new InetSocketAddress(host, port), routes,
                settings.limits().connectionsPerAddress(), local));
        }
        catch (final IOException e)
        {
            throw Ports.taken("utl." + name + ".port", host, port, e);
        }
    }

    private void forgetEndpoints() throws StartException
    {
        try
        {
            Endpoints.remove(settings.data());
        }
        catch (final IOException e)
        {
            throw new StartException(StartException.ERROR, "old endpoints.json in " + settings.data() +
                " cannot be removed (" + e.getMessage() + "); remove it", e);
        }
    }

    private void writeEndpoints() throws StartException
    {
        try
        {
            endpoints.write(settings.data());
            closing.add("endpoints", () -> Endpoints.remove(settings.data()));
        }
        catch (final IOException e)
        {
            throw new StartException(StartException.ERROR, "endpoints.json in " + settings.data() +
                " cannot be written (" + e.getMessage() + "); free space or name another directory with --data", e);
        }
    }
}
