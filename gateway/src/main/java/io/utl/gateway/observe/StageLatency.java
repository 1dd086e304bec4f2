package io.utl.gateway.observe;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SingleWriterRecorder;

/**
 * Latency of one stage, recorded once and shown twice: as a Prometheus histogram that can be summed over machines, and
 * as quantiles since the start, from an HdrHistogram.
 * <p>
 * Range: 1 ns to 60 s, three digits; above that it counts as 60 s.
 * Thread: {@link #record} one; the rest any. Allocates: nothing when recording.
 */
public final class StageLatency
{
    private static final long HIGHEST_NS = TimeUnit.SECONDS.toNanos(60);
    private static final int DIGITS = 3;
    private static final double MEDIAN = 50.0;
    private static final double TAIL = 99.0;
    private static final double NS_PER_SECOND = 1e9;

    private final SingleWriterRecorder recorder = new SingleWriterRecorder(HIGHEST_NS, DIGITS);
    private final Timer timer;
    private Histogram interval;
    private final Histogram total = new Histogram(HIGHEST_NS, DIGITS);

    StageLatency(final String stage, final MeterRegistry registry)
    {
        timer = Timer.builder("utl_stage_latency").description("Latency of a stage of the road").tag("stage", stage)
            .publishPercentileHistogram()
            .minimumExpectedValue(Duration.ofNanos(1_000))
            .maximumExpectedValue(Duration.ofSeconds(1))
            .register(registry);
        Gauge.builder("utl_stage_latency_p50_seconds", this, self -> self.percentile(MEDIAN))
            .description("Median since start").tag("stage", stage).register(registry);
        Gauge.builder("utl_stage_latency_p99_seconds", this, self -> self.percentile(TAIL))
            .description("99th percentile since start").tag("stage", stage).register(registry);
    }

    /** @param ns elapsed nanoseconds; less than 0 counts as 0. */
    public void record(final long ns)
    {
        final long bounded = Math.max(0, Math.min(ns, HIGHEST_NS));
        recorder.recordValue(bounded);
        timer.record(bounded, TimeUnit.NANOSECONDS);
    }

    /** Seconds below which {@code percent} of all values since the start lie; 0 before the first. */
    public synchronized double percentile(final double percent)
    {
        interval = recorder.getIntervalHistogram(interval);
        total.add(interval);
        return total.getValueAtPercentile(percent) / NS_PER_SECOND;
    }
}
