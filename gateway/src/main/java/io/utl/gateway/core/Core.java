package io.utl.gateway.core;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.frame.CommandFrame;
import io.utl.codecs.frame.EventSink;
import io.utl.codecs.frame.RecordSink;
import io.utl.codecs.frame.StateMachine;
import io.utl.codecs.sbe.BreakKind;
import io.utl.codecs.sbe.VenueOrderAcceptedDecoder;
import io.utl.codecs.sbe.VenueOrderStateDecoder;
import io.utl.gateway.core.event.Sentence;
import io.utl.gateway.core.order.OrderFlyweight;
import io.utl.gateway.core.order.OrderLife;
import io.utl.gateway.core.order.Sweeps;
import io.utl.gateway.core.time.Deadlines;
import org.agrona.DirectBuffer;

/**
 * The business: orders, risk and ledger behind one method. Pipeline, replayer, scenarios and simulations all call it.
 * <p>
 * Before a command of time t the timers that are due fire, at most {@link #DEADLINES_PER_COMMAND}, named by that
 * command. Then the command is decided, state changes, events tell. An error while deciding becomes
 * {@code CommandFailed}; a fact that failed so raises a break. An error while changing stops the process.
 * <p>
 * Thread: one at a time. No clock, no chance, no input or output, no iteration in hash order. Allocates: nothing on the
 * way of orders, fills, marks and transfers once tables have grown.
 */
public final class Core implements StateMachine
{
    /** Timers that one command may fire. */
    public static final int DEADLINES_PER_COMMAND = 64;

    /** Orders that stay whole after their end, the youngest; of older ones less is kept. A rule, not a size. */
    public static final int KEEP_ENDED = 16_384;

    private final CoreParts parts;
    private final Dispatch dispatch;
    private final CoreSnapshot snapshot;
    private final OrderFlyweight order = new OrderFlyweight();
    private final Sentence words = new Sentence();
    private final Amount none = new Amount().setNull();
    private long lastSequence;
    private long lastTimeNs;

    /** A core with tables of a moderate size; they grow. */
    public Core(final EventSink sink)
    {
        this(sink, CoreSizes.DEFAULT);
    }

    /** A core with room for what is expected: within it nothing is allocated. */
    public Core(final EventSink sink, final CoreSizes sizes)
    {
        this(sink, sizes, KEEP_ENDED);
    }

    /** A core that keeps fewer ended orders whole than every other one does: for tests of what happens then. */
    Core(final EventSink sink, final CoreSizes sizes, final int keepEnded)
    {
        parts = new CoreParts(sink, sizes, keepEnded);
        dispatch = new Dispatch(parts);
        snapshot = new CoreSnapshot(parts);
    }

    @Override
    public void onCommand(final CommandFrame frame)
    {
        parts.writer.begin(frame);
        try
        {
            parts.phase.changing();
            fireDeadlines(frame.timeNs());
            parts.phase.deciding();
            dispatch.onCommand(frame);
        }
        catch (final RuntimeException e)
        {
            if (parts.phase.isChanging())
            {
                throw new CoreHaltException(frame.sequence(), e);
            }
            tellFailure(frame.templateId(), e);
        }
        lastSequence = frame.sequence();
        lastTimeNs = frame.timeNs();
        parts.writer.end();
    }

    @Override
    public long nextDeadlineNs()
    {
        return parts.deadlines.nextNs();
    }

    @Override
    public long lastSequence()
    {
        return lastSequence;
    }

    @Override
    public long lastTimeNs()
    {
        return lastTimeNs;
    }

    @Override
    public long eventHash()
    {
        return parts.writer.hash();
    }

    @Override
    public long eventCount()
    {
        return parts.writer.count();
    }

    @Override
    public void writeSnapshot(final RecordSink sink)
    {
        snapshot.write(sink, lastSequence, lastTimeNs);
    }

    @Override
    public void loadRecord(final DirectBuffer buffer, final int offset, final int length)
    {
        if (snapshot.load(buffer, offset, length))
        {
            lastSequence = snapshot.lastSequence();
            lastTimeNs = snapshot.lastTimeNs();
        }
    }

    @Override
    public long digest()
    {
        return snapshot.digest(lastSequence, lastTimeNs);
    }

    /** State for readers in the same thread: tests, scenarios, tools. */
    public CoreParts parts()
    {
        return parts;
    }

    private void fireDeadlines(final long timeNs)
    {
        final Deadlines deadlines = parts.deadlines;
        for (int fired = 0; fired < DEADLINES_PER_COMMAND && deadlines.nextNs() <= timeNs; fired++)
        {
            final int handle = deadlines.first();
            final int kind = deadlines.kind(handle);
            final long subject = deadlines.subject(handle);
            parts.notices.fired(deadlines.deadlineNs(handle), deadlines.id(handle), kind);
            deadlines.remove(handle);
            if (kind == Sweeps.DEADLINE)
            {
                parts.sweeps.goOn(subject);
                return;
            }
            if (!parts.orders.find(subject, order))
            {
                throw new IllegalStateException("timer of an order that is not here: orderId=" + subject);
            }
            if (kind == OrderLife.EXPIRY)
            {
                parts.orders.expiry(order, Deadlines.NONE);
                parts.changes.expire(order);
            }
            else
            {
                parts.orders.watch(order, Deadlines.NONE);
                parts.doubts.overdue(order, kind);
            }
        }
    }

    private void tellFailure(final int templateId, final RuntimeException e)
    {
        words.clear().add(e.getClass().getSimpleName()).add(": ").add(String.valueOf(e.getMessage()));
        parts.notices.failed(templateId, words);
        if (templateId >= VenueOrderAcceptedDecoder.TEMPLATE_ID && templateId <= VenueOrderStateDecoder.TEMPLATE_ID)
        {
            words.clear().add("fact could not be applied; it is kept in the journal under sequence ")
                .add(parts.writer.sequence());
            parts.notices.broken(BreakKind.UNFIT_FACT, 0, 0, 0, 0, 0, none, null, 0, words);
        }
    }
}
