package io.utl.gateway.observe;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.core.metrics.Info;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * All counters, gauges and histograms of one process, and their text for a scrape.
 * <p>
 * Thread: any. Allocates: when a meter is made and at a scrape; counting allocates nothing.
 */
public final class Metrics implements AutoCloseable
{
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collector = new JvmGcMetrics();
    /** The registry holds what it reads weakly; these live as long as this does. */
    private final List<LongSupplier> read = new ArrayList<>();

    /** Makes the meters of the process itself and {@code utl_build_info}. */
    public Metrics(final String version, final String commit, final String java)
    {
        Info.builder().name("utl_build").help("Always 1; the labels say what runs")
            .labelNames("version", "commit", "java").register(registry.getPrometheusRegistry())
            .setLabelValues(version, commit, java);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        collector.bindTo(registry);
    }

    /** A counter; {@code labels} are name, value, name, value ... */
    Counter counter(final String name, final String description, final String... labels)
    {
        return Counter.builder(name).description(description).tags(labels).register(registry);
    }

    /** A latency histogram of one stage. */
    public StageLatency latency(final String stage)
    {
        return new StageLatency(stage, registry);
    }

    /** A value that others keep, read at each scrape. */
    public void gauge(final String name, final String description, final LongSupplier value, final String... labels)
    {
        read.add(value);
        Gauge.builder(name, value, LongSupplier::getAsLong).description(description).tags(labels).register(registry);
    }

    /** A count that others keep and that only grows, read at each scrape. */
    public void count(final String name, final String description, final LongSupplier value, final String... labels)
    {
        read.add(value);
        FunctionCounter.builder(name, value, LongSupplier::getAsLong).description(description).tags(labels)
            .register(registry);
    }

    /** The Prometheus text format, version 0.0.4. */
    public String scrape()
    {
        return registry.scrape();
    }

    @Override
    public void close()
    {
        collector.close();
        registry.close();
    }
}
