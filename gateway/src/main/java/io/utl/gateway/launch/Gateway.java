package io.utl.gateway.launch;

import io.utl.config.settings.GatewaySettings;
import io.utl.connectivity.venue.Instrument;
import io.utl.connectivity.venue.SessionState;
import io.utl.connectivity.venue.VenueAdapter;
import io.utl.gateway.fix.FixAcceptor;
import io.utl.gateway.observe.Health;
import io.utl.gateway.observe.Metrics;
import io.utl.gateway.observe.MetricsEgress;
import io.utl.gateway.pipeline.Pipeline;
import io.utl.gateway.pipeline.TimeSource;
import io.utl.gateway.rest.AdminTell;
import io.utl.gateway.rest.ScriptLanguage;
import java.util.ArrayList;
import java.util.List;

/**
 * The parts of one gateway, wired to the road and not yet running.
 * <p>
 * Thread: the one that starts.
 */
final class Gateway
{
    private static final long TELL_PATIENCE_MS = 5_000;

    final Road road;
    final Metrics metrics = new Metrics(Build.version(), Build.commit(), System.getProperty("java.version"));
    final Health health = new Health();
    final StartWatch watch = new StartWatch(OwnCommands.ADMIN_SESSION);
    final OwnCommands commands;
    final AdminTell tell;
    final FixAcceptor fix;
    final List<VenueAdapter> adapters;
    private volatile boolean fixOpen;

    Gateway(final Road road, final GatewaySettings settings, final Venues venues)
    {
        this.road = road;
        final Pipeline pipeline = road.pipeline();
        commands = new OwnCommands(pipeline.ingress());
        tell = new AdminTell(pipeline.ingress(), OwnCommands.ADMIN_SESSION, new ScriptLanguage(), TELL_PATIENCE_MS);
        fix = new FixAcceptor(FixDoor.settings(settings), pipeline.ingress());
        adapters = venues.adapters(settings, pipeline.ingress());
        final MetricsEgress counted = new MetricsEgress(metrics, TimeSource.SYSTEM::wallNs);
        Observation.of(pipeline, metrics, counted::lastSequence);
        pipeline.addEgress("fix", fix.egress());
        adapters.forEach(adapter -> pipeline.addEgress(adapter.descriptor().venue(), adapter));
        pipeline.addEgress("observe", (frame, endOfBatch) ->
        {
            counted.onEvent(frame, endOfBatch);
            watch.onEvent(frame, endOfBatch);
            tell.onEvent(frame, endOfBatch);
        });
        describeHealth();
    }

    private void describeHealth()
    {
        health.part("journal", () -> road.pipeline().halted() ? "halted" : null);
        for (final VenueAdapter adapter : adapters)
        {
            health.part("venue " + adapter.descriptor().venue(),
                () -> adapter.state() == SessionState.READY ? null : adapter.state().toString());
        }
        health.part("fix", () -> fixOpen ? null : "not open yet");
    }

    /** FIX is open from here on. */
    void fixIsOpen()
    {
        fixOpen = true;
    }

    /** Everything the venues list. */
    List<Instrument> instruments()
    {
        final List<Instrument> all = new ArrayList<>();
        adapters.forEach(adapter -> all.addAll(adapter.instruments()));
        return all;
    }

    /** True if every venue takes orders. */
    boolean venuesReady()
    {
        return adapters.stream().allMatch(adapter -> adapter.state() == SessionState.READY);
    }

    /** True if the book of this instrument is live and a mark of it was taken. */
    boolean marked(final String symbol)
    {
        return adapters.stream().anyMatch(adapter -> adapter.marked(symbol));
    }
}
