package io.utl.gateway.core.order;

import io.utl.codecs.frame.CommandFrame;
import io.utl.codecs.frame.RecordSink;
import io.utl.codecs.sbe.MassCancelDecoder;
import io.utl.codecs.sbe.MessageHeaderEncoder;
import io.utl.codecs.sbe.OrdStatus;
import io.utl.codecs.sbe.RejectReason;
import io.utl.codecs.sbe.Side;
import io.utl.codecs.sbe.SweepRecordDecoder;
import io.utl.codecs.sbe.SweepRecordEncoder;
import io.utl.gateway.core.event.EventWriter;
import io.utl.gateway.core.event.Phase;
import io.utl.gateway.core.event.Refusal;
import io.utl.gateway.core.event.Sentence;
import io.utl.gateway.core.reference.Account;
import io.utl.gateway.core.reference.Instrument;
import io.utl.gateway.core.reference.Reference;
import io.utl.gateway.core.time.Deadlines;
import java.util.TreeMap;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Work over many orders: mass cancel, kill switch, the doubts of a start, the questions after a reconnect. Up to
 * {@link #STEP} orders are done by the command itself, the rest by timers that are due at once.
 * <p>
 * Thread: core. Allocates: one object for each sweep.
 */
public final class Sweeps
{
    /** Kind of the deadline that goes on with a sweep. */
    public static final int DEADLINE = 4;
    /** Orders changed in one step. */
    public static final int STEP = 256;

    private final Phase phase;
    private final EventWriter writer;
    private final Reference reference;
    private final OrderTable orders;
    private final Deadlines deadlines;
    private final ChangeDesk changes;
    private final Doubts doubts;
    private final Answers answers;
    private final Access access;
    private final TreeMap<Long, Sweep> sweeps = new TreeMap<>();
    private final OrderFlyweight order = new OrderFlyweight();
    private final Refusal refusal = new Refusal();
    private final Sentence words = new Sentence();
    private final SweepRecordEncoder encoder = new SweepRecordEncoder();
    private long nextId = 1;

    public Sweeps(
        final Phase phase,
        final EventWriter writer,
        final Reference reference,
        final OrderTable orders,
        final Deadlines deadlines,
        final ChangeDesk changes,
        final Doubts doubts,
        final Answers answers)
    {
        this.phase = phase;
        this.writer = writer;
        this.reference = reference;
        this.orders = orders;
        this.deadlines = deadlines;
        this.changes = changes;
        this.doubts = doubts;
        this.answers = answers;
        this.access = new Access(reference);
    }

    /** A client cancels all its live orders, or those of a symbol or side. */
    public void onMassCancel(final CommandFrame frame, final MassCancelDecoder command)
    {
        final DirectBuffer buffer = command.buffer();
        final int symbol = command.offset() + MassCancelDecoder.symbolEncodingOffset();
        final Side side = command.side();
        final Account account = access.account(
            frame, buffer, command.offset() + MassCancelDecoder.accountEncodingOffset(), refusal);
        Instrument instrument = null;
        if (account != null && buffer.getByte(symbol) != 0)
        {
            instrument = reference.instruments.find(buffer, symbol);
            if (instrument == null)
            {
                refusal.because(RejectReason.UNKNOWN_SYMBOL).add("symbol ")
                    .add(buffer, symbol, Reference.SYMBOL_LENGTH).add(" was never defined");
            }
        }

        phase.changing();
        if (refusal.isRefused())
        {
            answers.massCancel(account, command, 0, frame.session(), refusal);
            return;
        }
        final Sweep sweep = new Sweep(nextId++, Sweep.CANCEL, 0, lastLive(), account.number,
            instrument == null ? 0 : instrument.number, 0, frame.session(), side == Side.NULL_VAL ? 0 : side.value());
        final int affected = count(sweep);
        refusal.text.add("cancel was started for ").add(affected).add(" orders");
        answers.massCancel(account, command, affected, frame.session(), refusal);
        step(sweep);
    }

    /** Cancels all live orders of an account, instrument or venue; 0 for all. */
    public void cancelAll(final int account, final int instrument, final int venue)
    {
        step(new Sweep(nextId++, Sweep.CANCEL, 0, lastLive(), account, instrument, venue, 0, 0));
    }

    /** After a start: whatever is on its way is in doubt. */
    public void doubtAll()
    {
        step(new Sweep(nextId++, Sweep.DOUBT, 0, lastLive(), 0, 0, 0, 0, 0));
    }

    /** The session with a venue is ready again: it is asked about every live order. */
    public void recheck(final int venue)
    {
        step(new Sweep(nextId++, Sweep.RECHECK, 0, lastLive(), 0, 0, venue, 0, 0));
    }

    /** The timer of a sweep is due. */
    public void goOn(final long id)
    {
        final Sweep sweep = sweeps.remove(id);
        if (sweep != null)
        {
            step(sweep);
        }
    }

    /** The id that the next sweep gets. */
    public long nextId()
    {
        return nextId;
    }

    public void nextId(final long value)
    {
        nextId = value;
    }

    /** Writes what is not done yet. */
    public void write(final RecordSink sink, final MessageHeaderEncoder header, final UnsafeBuffer scratch)
    {
        for (final Sweep sweep : sweeps.values())
        {
            encoder.wrapAndApplyHeader(scratch, 0, header).id(sweep.id).cursor(sweep.cursor).last(sweep.last)
                .account(sweep.account).instrument(sweep.instrument).venue(sweep.venue).session(sweep.session)
                .kind((short)sweep.kind).side((short)sweep.side);
            sink.record(scratch, 0, MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength());
        }
    }

    /** Takes a sweep back from a snapshot; its timer is restored with the others. */
    public void load(final SweepRecordDecoder record)
    {
        sweeps.put(record.id(), new Sweep(record.id(), record.kind(), record.cursor(), record.last(),
            record.account(), record.instrument(), record.venue(), record.session(), record.side()));
    }

    private long lastLive()
    {
        return orders.lastLive() == OrderTable.NONE ? 0 : orders.wrap(orders.lastLive(), order).orderId();
    }

    private void step(final Sweep sweep)
    {
        int done = 0;
        int slot = orders.firstLive();
        while (slot != OrderTable.NONE && done < STEP)
        {
            orders.wrap(slot, order);
            slot = orders.next(slot);
            if (order.orderId() > sweep.cursor)
            {
                sweep.cursor = order.orderId();
                done += matches(sweep) ? act(sweep) : 0;
            }
        }
        if (slot != OrderTable.NONE)
        {
            sweeps.put(sweep.id, sweep);
            deadlines.set(writer.timeNs(), DEADLINE, sweep.id);
        }
    }

    private int count(final Sweep sweep)
    {
        int count = 0;
        for (int slot = orders.firstLive(); slot != OrderTable.NONE; slot = orders.next(slot))
        {
            orders.wrap(slot, order);
            count += matches(sweep) ? 1 : 0;
        }
        return count;
    }

    private boolean matches(final Sweep sweep)
    {
        return order.orderId() <= sweep.last && (sweep.account == 0 || sweep.account == order.account()) &&
            (sweep.instrument == 0 || sweep.instrument == order.instrument()) &&
            (sweep.venue == 0 || sweep.venue == reference.instruments.get(order.instrument()).venue) &&
            (sweep.side == 0 || sweep.side == order.side().value()) &&
            (sweep.kind != Sweep.CANCEL || OrderState.shown(order) != OrdStatus.PENDING_CANCEL) &&
            (sweep.kind != Sweep.DOUBT || OrderState.isOutstanding(order));
    }

    private int act(final Sweep sweep)
    {
        switch (sweep.kind)
        {
            case Sweep.CANCEL ->
            {
                order.clearName(OrderFlyweight.CANCEL_ID, OrderFlyweight.CLIENT_ID_LENGTH)
                    .cancelSession(sweep.session);
                changes.wantCancel(order, 0, words.clear());
            }
            case Sweep.DOUBT -> doubts.doubt(order, words.clear().add(
                "IN_DOUBT: the gateway was started while a request was on its way; the venue is being asked"));
            case Sweep.RECHECK -> doubts.askFor(order);
            default -> throw new IllegalStateException(
                "sweep of unknown kind: id=" + sweep.id + ", kind=" + sweep.kind);
        }
        return 1;
    }
}
