package io.utl.gateway.launch;

import io.utl.codecs.frame.InputClass;
import io.utl.gateway.observe.Metrics;
import io.utl.gateway.pipeline.Pipeline;
import io.utl.gateway.pipeline.PipelineCounters;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Hangs the road's own numbers into the metrics.
 * <p>
 * Thread: the one that starts; the numbers are read at each scrape.
 */
final class Observation
{
    private Observation()
    {
    }

    static void of(final Pipeline pipeline, final Metrics metrics, final LongSupplier egressSequence)
    {
        final PipelineCounters counters = pipeline.counters();
        metrics.gauge("utl_journal_sequence", "Sequence of the last command applied", pipeline::lastSequence);
        metrics.gauge("utl_journal_forced_sequence", "Sequence of the last command forced to the disk",
            counters::lastForcedSequence);
        metrics.gauge("utl_journal_unforced_commands", "Commands applied and not yet forced",
            () -> Math.max(0, pipeline.lastSequence() - counters.lastForcedSequence()));
        metrics.gauge("utl_journal_lag_events", "Commands applied whose events have not left yet",
            () -> Math.max(0, pipeline.lastSequence() - egressSequence.getAsLong()));
        metrics.gauge("utl_ring_fill_slots", "Slots in use", counters::inboundFill, "ring", "inbound");
        metrics.gauge("utl_ring_fill_slots", "Slots in use", counters::outboundFill, "ring", "outbound");
        metrics.gauge("utl_halted", "1 when the road has stopped on a failure", () -> pipeline.halted() ? 1 : 0);
        metrics.gauge("utl_clock_offset_nanoseconds", "Wall clock less journal time", counters::clockOffsetNs);
        metrics.count("utl_commands_total", "Commands applied", counters::commands);
        metrics.count("utl_batches_total", "Batches they came in", counters::batches);
        metrics.count("utl_clock_alarms_total", "Steps of the wall clock that journal time did not follow",
            counters::clockAlarms);
        metrics.count("utl_outbound_waits_total", "Times the core waited for a reader of events",
            counters::outboundWaits);
        for (final InputClass inputClass : InputClass.values())
        {
            metrics.count("utl_refused_total", "Offers refused or dropped by the inbound ring",
                () -> counters.refused(inputClass), "class", inputClass.name().toLowerCase(Locale.ROOT));
        }
    }
}
