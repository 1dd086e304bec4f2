package io.utl.gateway.observe;

import io.micrometer.core.instrument.Counter;
import io.utl.codecs.frame.EgressPort;
import io.utl.codecs.frame.EventFrame;
import io.utl.codecs.sbe.BreakRaisedDecoder;
import io.utl.codecs.sbe.CheckpointTakenDecoder;
import io.utl.codecs.sbe.CommandFailedDecoder;
import io.utl.codecs.sbe.CommandRefusedDecoder;
import io.utl.codecs.sbe.ExecutionReportDecoder;
import io.utl.codecs.sbe.MarkChangedDecoder;
import io.utl.codecs.sbe.MessageHeaderDecoder;
import io.utl.codecs.sbe.OrderCancelRejectDecoder;
import io.utl.codecs.sbe.TradeBookedDecoder;
import java.util.function.LongSupplier;

/**
 * Counts what happened, from the events themselves: orders by outcome, fills, breaks, refusals, the last sequence.
 * <p>
 * Thread: one egress thread. Allocates: nothing. Waits for nobody.
 */
public final class MetricsEgress implements EgressPort
{
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final ExecutionReportDecoder report = new ExecutionReportDecoder();
    private final Counter events;
    private final Counter accepted;
    private final Counter rejected;
    private final Counter canceled;
    private final Counter expired;
    private final Counter repeated;
    private final Counter cancelRejects;
    private final Counter fills;
    private final Counter booked;
    private final Counter refused;
    private final Counter failed;
    private final Counter breaks;
    private final Counter marks;
    private final Counter checkpoints;
    private final StageLatency latency;
    private final LongSupplier clockNs;
    private volatile long lastSequence;

    /** @param clockNs nanoseconds since the Unix epoch, as the journal's clock counts them. */
    public MetricsEgress(final Metrics metrics, final LongSupplier clockNs)
    {
        this.clockNs = clockNs;
        events = metrics.counter("utl_events_total", "Events told by the core");
        accepted = orders(metrics, "accepted");
        rejected = orders(metrics, "rejected");
        canceled = orders(metrics, "canceled");
        expired = orders(metrics, "expired");
        repeated = orders(metrics, "repeated");
        cancelRejects = metrics.counter("utl_cancel_rejects_total", "Cancels and replaces refused");
        fills = metrics.counter("utl_fills_total", "Fills reported to clients");
        booked = metrics.counter("utl_trades_booked_total", "Fills booked in the ledger");
        refused = metrics.counter("utl_commands_refused_total", "Operator and booking commands refused");
        failed = metrics.counter("utl_commands_failed_total", "Commands that failed by our fault; must stay 0");
        breaks = metrics.counter("utl_breaks_total", "Facts that need a person");
        marks = metrics.counter("utl_marks_total", "Marks applied");
        checkpoints = metrics.counter("utl_checkpoints_total", "Checkpoints of the event hash");
        latency = metrics.latency("journal_to_egress");
        metrics.gauge("utl_egress_sequence", "Sequence of the last command whose events have left the core",
            this::lastSequence);
    }

    /** Sequence of the last command whose events were seen here; any thread. */
    public long lastSequence()
    {
        return lastSequence;
    }

    @Override
    public void onEvent(final EventFrame frame, final boolean endOfBatch)
    {
        events.increment();
        switch (frame.templateId())
        {
            case ExecutionReportDecoder.TEMPLATE_ID -> onReport(frame);
            case OrderCancelRejectDecoder.TEMPLATE_ID -> cancelRejects.increment();
            case TradeBookedDecoder.TEMPLATE_ID -> booked.increment();
            case CommandRefusedDecoder.TEMPLATE_ID -> refused.increment();
            case CommandFailedDecoder.TEMPLATE_ID -> failed.increment();
            case BreakRaisedDecoder.TEMPLATE_ID -> breaks.increment();
            case MarkChangedDecoder.TEMPLATE_ID -> marks.increment();
            case CheckpointTakenDecoder.TEMPLATE_ID -> checkpoints.increment();
            default -> { }
        }
        if ((frame.flags() & EventFrame.LAST_OF_COMMAND) != 0)
        {
            lastSequence = frame.sequence();
            latency.record(clockNs.getAsLong() - frame.timeNs());
        }
    }

    private void onReport(final EventFrame frame)
    {
        report.wrapAndApplyHeader(frame.buffer(), frame.messageOffset(), header);
        switch (report.execType())
        {
            case PENDING_NEW -> accepted.increment();
            case REJECTED -> rejected.increment();
            case CANCELED -> canceled.increment();
            case EXPIRED -> expired.increment();
            case TRADE -> fills.increment();
            case ORDER_STATUS -> repeated.increment(report.repeat());
            default -> { }
        }
    }

    private static Counter orders(final Metrics metrics, final String result)
    {
        return metrics.counter("utl_orders_total", "Orders by what became of them", "result", result);
    }
}
