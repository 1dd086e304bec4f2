package io.utl.gateway.core;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.frame.EventHash;
import io.utl.codecs.frame.RecordSink;
import io.utl.codecs.sbe.CoreRecordDecoder;
import io.utl.codecs.sbe.CoreRecordEncoder;
import io.utl.codecs.sbe.LimitRecordDecoder;
import io.utl.codecs.sbe.LimitRecordEncoder;
import io.utl.codecs.sbe.MessageHeaderDecoder;
import io.utl.codecs.sbe.MessageHeaderEncoder;
import io.utl.gateway.core.risk.Limits;
import io.utl.gateway.core.snapshot.OrderRecords;
import io.utl.gateway.core.snapshot.ReferenceRecords;
import io.utl.positions.snapshot.LedgerSnapshot;
import java.util.Map;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The whole state as canonical records in a fixed order: counters, reference data, limits, ledger, orders, ids, timers.
 * Two cores with equal state write equal bytes, however they came there.
 * <p>
 * Thread: core. Allocates: scratch for sorting, and when loading.
 */
final class CoreSnapshot
{
    private static final int MAX_RECORD = 4096;

    private final CoreParts parts;
    private final LedgerSnapshot ledger;
    private final ReferenceRecords reference;
    private final OrderRecords orders;
    private final UnsafeBuffer scratch = new UnsafeBuffer(new byte[MAX_RECORD]);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final MessageHeaderDecoder headerDecoder = new MessageHeaderDecoder();
    private final CoreRecordEncoder core = new CoreRecordEncoder();
    private final CoreRecordDecoder loaded = new CoreRecordDecoder();
    private final LimitRecordEncoder limit = new LimitRecordEncoder();
    private final LimitRecordDecoder loadedLimit = new LimitRecordDecoder();
    private final Amount value = new Amount();
    private long hash;

    CoreSnapshot(final CoreParts parts)
    {
        this.parts = parts;
        ledger = new LedgerSnapshot(parts.ledger);
        reference = new ReferenceRecords(parts.reference, scratch);
        orders = new OrderRecords(
            parts.orders, parts.history, parts.ids, parts.life, parts.deadlines, parts.sweeps, scratch);
    }

    void write(final RecordSink sink, final long lastSequence, final long lastTimeNs)
    {
        core.wrapAndApplyHeader(scratch, 0, header).lastSequence(lastSequence).lastTimeNs(lastTimeNs)
            .eventHash(parts.writer.hash()).eventCount(parts.writer.count())
            .nextOrderId(parts.orderDesk.nextOrderId()).nextDeadlineId(parts.deadlines.nextId())
            .nextSweepId(parts.sweeps.nextId()).startedTimeNs(parts.doubts.startedTimeNs())
            .epoch(parts.gateway.epoch()).instance(parts.routes.instance())
            .recvWindowMs(parts.doubts.recvWindowMs()).firmStopped((short)(parts.reference.firmStopped ? 1 : 0));
        sink.record(scratch, 0, MessageHeaderEncoder.ENCODED_LENGTH + core.encodedLength());
        reference.write(sink);
        for (final Map.Entry<Long, Amount> entry : parts.limits.all().entrySet())
        {
            limit.wrapAndApplyHeader(scratch, 0, header).account(Limits.account(entry.getKey()))
                .instrument(Limits.instrument(entry.getKey())).kind(Limits.kind(entry.getKey()));
            entry.getValue().put(scratch, limit.offset() + LimitRecordEncoder.valueEncodingOffset());
            sink.record(scratch, 0, MessageHeaderEncoder.ENCODED_LENGTH + limit.encodedLength());
        }
        ledger.write(sink);
        orders.write(sink);
    }

    /**
     * Takes one record.
     *
     * @return true if it was the one with sequence and time: see {@link #lastSequence}.
     * @throws IllegalArgumentException if the record is of no known kind or does not fit what came before.
     */
    boolean load(final DirectBuffer buffer, final int offset, final int length)
    {
        final int templateId = headerDecoder.wrap(buffer, offset).templateId();
        if (LedgerSnapshot.takes(templateId))
        {
            ledger.load(buffer, offset, length);
        }
        else if (templateId == CoreRecordDecoder.TEMPLATE_ID)
        {
            loadCore(buffer, offset);
            return true;
        }
        else if (templateId == LimitRecordDecoder.TEMPLATE_ID)
        {
            loadedLimit.wrapAndApplyHeader(buffer, offset, headerDecoder);
            value.get(buffer, loadedLimit.offset() + LimitRecordDecoder.valueEncodingOffset());
            parts.limits.set(loadedLimit.kind(), loadedLimit.account(), loadedLimit.instrument(), value);
        }
        else if (!reference.load(templateId, buffer, offset) && !orders.load(templateId, buffer, offset))
        {
            throw new IllegalArgumentException("record of template id " + templateId +
                " is not known to this version: the snapshot was written by a later one");
        }
        return false;
    }

    long lastSequence()
    {
        return loaded.lastSequence();
    }

    long lastTimeNs()
    {
        return loaded.lastTimeNs();
    }

    long digest(final long lastSequence, final long lastTimeNs)
    {
        hash = 0;
        write((buffer, offset, length) -> hash = EventHash.next(hash, buffer, offset, length),
            lastSequence, lastTimeNs);
        return hash;
    }

    private void loadCore(final DirectBuffer buffer, final int offset)
    {
        loaded.wrapAndApplyHeader(buffer, offset, headerDecoder);
        parts.writer.restore(loaded.eventHash(), loaded.eventCount());
        parts.orderDesk.nextOrderId(loaded.nextOrderId());
        parts.deadlines.nextId(loaded.nextDeadlineId());
        parts.sweeps.nextId(loaded.nextSweepId());
        parts.doubts.started(loaded.startedTimeNs(), loaded.recvWindowMs());
        parts.gateway.epoch(loaded.epoch());
        parts.routes.instance(loaded.instance());
        parts.reference.firmStopped = loaded.firmStopped() != 0;
    }
}
