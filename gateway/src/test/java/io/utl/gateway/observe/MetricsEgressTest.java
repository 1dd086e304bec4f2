package io.utl.gateway.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.utl.codecs.frame.EventFrame;
import io.utl.codecs.sbe.BreakRaisedEncoder;
import io.utl.codecs.sbe.ExecType;
import io.utl.codecs.sbe.ExecutionReportEncoder;
import io.utl.codecs.sbe.MessageHeaderEncoder;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class MetricsEgressTest
{
    private final Metrics metrics = new Metrics("1", "c", "17");
    private final AtomicLong clock = new AtomicLong(5_000);
    private final MetricsEgress egress = new MetricsEgress(metrics, clock::get);
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[EventFrame.MAX_LENGTH]);

    @AfterEach
    void close()
    {
        metrics.close();
    }

    @Test
    void countsOrdersByWhatBecameOfThemAndFills()
    {
        report(1, ExecType.PENDING_NEW, 0);
        report(2, ExecType.TRADE, 0);
        report(3, ExecType.TRADE, 0);
        report(4, ExecType.REJECTED, 0);
        report(5, ExecType.ORDER_STATUS, 1);
        report(6, ExecType.ORDER_STATUS, 0);
        final String scrape = metrics.scrape();
        assertTrue(scrape.contains("utl_orders_total{result=\"accepted\"} 1.0"), scrape);
        assertTrue(scrape.contains("utl_orders_total{result=\"rejected\"} 1.0"), scrape);
        assertTrue(scrape.contains("utl_orders_total{result=\"repeated\"} 1.0"), scrape);
        assertTrue(scrape.contains("utl_fills_total 2.0"), scrape);
        assertTrue(scrape.contains("utl_events_total 6.0"), scrape);
        assertTrue(scrape.contains("utl_egress_sequence 6.0"), scrape);
        assertEquals(6, egress.lastSequence());
    }

    @Test
    void countsBreaks()
    {
        final BreakRaisedEncoder encoder =
            new BreakRaisedEncoder().wrapAndApplyHeader(buffer, EventFrame.HEADER_LENGTH, new MessageHeaderEncoder());
        encoder.text("a fact that needs a person");
        send(9, encoder.encodedLength());
        assertTrue(metrics.scrape().contains("utl_breaks_total 1.0"));
    }

    @Test
    void latencyIsMeasuredFromJournalTime()
    {
        clock.set(5_000_000);
        report(1, ExecType.TRADE, 0);
        final String scrape = metrics.scrape();
        assertTrue(scrape.contains("utl_stage_latency_seconds_count{stage=\"journal_to_egress\"} 1"), scrape);
        assertTrue(scrape.contains("utl_stage_latency_seconds_sum{stage=\"journal_to_egress\"} 0.004999"), scrape);
    }

    @Test
    void valuesReadAtAScrapeSurviveACollection()
    {
        metrics.gauge("utl_test_gauge", "Of a test", () -> 42);
        metrics.count("utl_test", "Of a test", () -> 7);
        System.gc();
        final String scrape = metrics.scrape();
        assertTrue(scrape.contains("utl_test_gauge 42.0"), scrape);
        assertTrue(scrape.contains("utl_test_total 7.0"), scrape);
    }

    private void report(final long sequence, final ExecType type, final int repeat)
    {
        final ExecutionReportEncoder encoder = new ExecutionReportEncoder()
            .wrapAndApplyHeader(buffer, EventFrame.HEADER_LENGTH, new MessageHeaderEncoder());
        encoder.execType(type).repeat((short)repeat);
        encoder.text("");
        encoder.requestId("");
        send(sequence, encoder.encodedLength());
    }

    private void send(final long sequence, final int encoded)
    {
        egress.onEvent(new EventFrame().wrap(buffer, 0).length(MessageHeaderEncoder.ENCODED_LENGTH + encoded)
            .sequence(sequence).timeNs(1_000).flags(EventFrame.LAST_OF_COMMAND), true);
    }
}
