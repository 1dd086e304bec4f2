package io.utl.gateway.journal;

import io.utl.codecs.frame.CommandFrame;
import io.utl.codecs.frame.EventFrame;
import io.utl.codecs.frame.EventSink;
import io.utl.codecs.frame.RecordSink;
import io.utl.codecs.frame.StateMachine;
import io.utl.codecs.sbe.AdoptClockDecoder;
import io.utl.codecs.sbe.CheckpointDecoder;
import io.utl.codecs.sbe.CheckpointTakenEncoder;
import io.utl.codecs.sbe.CommandAppliedEncoder;
import io.utl.codecs.sbe.FeedAliveDecoder;
import io.utl.codecs.sbe.MessageHeaderEncoder;
import io.utl.codecs.sbe.SequenceJumpEncoder;
import io.utl.codecs.sbe.TickDecoder;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A small state machine with what matters to a journal: it sums the bytes of its commands, tells one to three events a
 * command (none for FeedAlive), keeps a running event hash, has one deadline, and can be told to fail or to err.
 */
public final class SummingMachine implements StateMachine
{
    private static final int RECORD_LENGTH = 7 * Long.BYTES;

    private final EventSink sink;
    private final CommandAppliedEncoder applied = new CommandAppliedEncoder();
    private final SequenceJumpEncoder jump = new SequenceJumpEncoder();
    private final CheckpointTakenEncoder checkpoint = new CheckpointTakenEncoder();
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private long sum;
    private long sequence;
    private long timeNs;
    private long hash;
    private long count;
    private long deadlineNs = Long.MAX_VALUE;
    private long ticks;
    private int index;
    /** Command at which it throws; 0 never. */
    private long failAt;
    /** Command from which its sum is one off: a core with one rounding changed; 0 never. */
    private long errAt;

    public SummingMachine(final EventSink sink)
    {
        this.sink = sink;
    }

    public SummingMachine failAt(final long command)
    {
        failAt = command;
        return this;
    }

    public SummingMachine errAt(final long command)
    {
        errAt = command;
        return this;
    }

    @Override
    public void onCommand(final CommandFrame frame)
    {
        if (frame.sequence() != sequence + 1)
        {
            throw new IllegalStateException("sequence " + frame.sequence() + " after " + sequence);
        }
        sequence = frame.sequence();
        timeNs = frame.timeNs();
        index = 0;
        final int template = frame.templateId();
        if (sequence == failAt)
        {
            sum++;
            throw new IllegalStateException("broken invariant: sum=" + sum);
        }
        for (int i = 0; i < frame.length(); i++)
        {
            sum = sum * 31 + frame.buffer().getByte(frame.messageOffset() + i);
        }
        sum += sequence == errAt ? 1 : 0;
        if (template == TickDecoder.TEMPLATE_ID)
        {
            ticks++;
            deadlineNs = Long.MAX_VALUE;
        }
        if (template == AdoptClockDecoder.TEMPLATE_ID)
        {
            deadlineNs = timeNs + 20_000_000L;
        }
        tell(frame, template);
        sink.publish();
    }

    private void tell(final CommandFrame frame, final int template)
    {
        if (template == CheckpointDecoder.TEMPLATE_ID)
        {
            final EventFrame event = claim();
            checkpoint.wrapAndApplyHeader(event.buffer(), event.messageOffset(),
                header).eventHash(hash).eventCount(count)
                .openOrders(0).positions(sum);
            commit(event, frame, CheckpointTakenEncoder.BLOCK_LENGTH);
        }
        else if (template != FeedAliveDecoder.TEMPLATE_ID)
        {
            final EventFrame event = claim();
            applied.wrapAndApplyHeader(event.buffer(), event.messageOffset(), header).number(sum).name("sum")
                .templateId(template).changed((short)1);
            commit(event, frame, CommandAppliedEncoder.BLOCK_LENGTH);
            for (int i = 0; i < sequence % 3; i++)
            {
                final EventFrame more = claim();
                jump.wrapAndApplyHeader(more.buffer(), more.messageOffset(), header).by(sum + i);
                commit(more, frame, SequenceJumpEncoder.BLOCK_LENGTH);
            }
        }
    }

    private EventFrame claim()
    {
        final EventFrame event = sink.claim();
        event.buffer().setMemory(event.offset(), 200, (byte)0);
        return event;
    }

    private void commit(final EventFrame event, final CommandFrame frame, final int blockLength)
    {
        event.length(MessageHeaderEncoder.ENCODED_LENGTH + blockLength).session(frame.session()).sequence(sequence)
            .index(index++).flags(0).account(0).accountSeq(0).timeNs(timeNs);
        for (int i = 0; i < event.frameLength(); i++)
        {
            hash = hash * 1_099_511_628_211L + event.buffer().getByte(event.offset() + i);
        }
        count++;
        sink.commit();
    }

    public long ticks()
    {
        return ticks;
    }

    @Override
    public long nextDeadlineNs()
    {
        return deadlineNs;
    }

    @Override
    public long lastSequence()
    {
        return sequence;
    }

    @Override
    public long lastTimeNs()
    {
        return timeNs;
    }

    @Override
    public long eventHash()
    {
        return hash;
    }

    @Override
    public long eventCount()
    {
        return count;
    }

    @Override
    public void writeSnapshot(final RecordSink out)
    {
        final UnsafeBuffer record = new UnsafeBuffer(new byte[RECORD_LENGTH]);
        final long[] state = {sum, sequence, timeNs, hash, count, deadlineNs, ticks};
        for (int i = 0; i < state.length; i++)
        {
            record.putLong(i * Long.BYTES, state[i]);
        }
        out.record(record, 0, RECORD_LENGTH);
    }

    @Override
    public void loadRecord(final DirectBuffer buffer, final int offset, final int length)
    {
        sum = buffer.getLong(offset);
        sequence = buffer.getLong(offset + 8);
        timeNs = buffer.getLong(offset + 16);
        hash = buffer.getLong(offset + 24);
        count = buffer.getLong(offset + 32);
        deadlineNs = buffer.getLong(offset + 40);
        ticks = buffer.getLong(offset + 48);
    }

    @Override
    public long digest()
    {
        final long[] digest = {17};
        writeSnapshot((buffer, offset, length) ->
        {
            for (int i = 0; i < length; i++)
            {
                digest[0] = digest[0] * 1_099_511_628_211L + buffer.getByte(offset + i);
            }
        });
        return digest[0];
    }
}
