package io.utl.gateway.launch;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.frame.EgressPort;
import io.utl.codecs.frame.EventFrame;
import io.utl.codecs.sbe.CommandAppliedDecoder;
import io.utl.codecs.sbe.CommandFailedDecoder;
import io.utl.codecs.sbe.CommandRefusedDecoder;
import io.utl.codecs.sbe.DepositDecoder;
import io.utl.codecs.sbe.MarkChangedDecoder;
import io.utl.codecs.sbe.MessageHeaderDecoder;
import io.utl.codecs.sbe.RejectReason;
import io.utl.codecs.sbe.SessionDefinedDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/**
 * What the start has to see before it goes on: first marks, that its own commands were applied, and what was refused.
 * Blind once {@link #done()} was called.
 * <p>
 * Thread: {@link #onEvent} on an egress thread, the rest on the thread that starts.
 */
final class StartWatch implements EgressPort
{
    private static final long LOOK_MS = 20;

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final CommandAppliedDecoder applied = new CommandAppliedDecoder();
    private final CommandRefusedDecoder refused = new CommandRefusedDecoder();
    private final CommandFailedDecoder failed = new CommandFailedDecoder();
    private final MarkChangedDecoder mark = new MarkChangedDecoder();
    private final Amount price = new Amount();
    private final Map<String, String> marks = new ConcurrentHashMap<>();
    private final List<String> refusals = new ArrayList<>();
    private final int fence;
    private int fences;
    private volatile boolean done;

    /** @param fence number of the session whose definition, said again, marks a place in the order of commands. */
    StartWatch(final int fence)
    {
        this.fence = fence;
    }

    @Override
    public void onEvent(final EventFrame frame, final boolean endOfBatch)
    {
        if (done)
        {
            return;
        }
        switch (frame.templateId())
        {
            case CommandAppliedDecoder.TEMPLATE_ID -> onApplied(frame);
            case CommandRefusedDecoder.TEMPLATE_ID -> onRefused(frame);
            case CommandFailedDecoder.TEMPLATE_ID -> refuse(
                failed.wrapAndApplyHeader(frame.buffer(), frame.messageOffset(), header).text());
            case MarkChangedDecoder.TEMPLATE_ID -> onMark(frame);
            default -> { }
        }
    }

    private void onApplied(final EventFrame frame)
    {
        applied.wrapAndApplyHeader(frame.buffer(), frame.messageOffset(), header);
        if (applied.templateId() == SessionDefinedDecoder.TEMPLATE_ID && applied.number() == fence)
        {
            synchronized (this)
            {
                fences++;
                notifyAll();
            }
        }
    }

    private void onRefused(final EventFrame frame)
    {
        refused.wrapAndApplyHeader(frame.buffer(), frame.messageOffset(), header);
        if (frame.session() == 0 && !openingBalanceSaidAgain())
        {
            refuse(refused.reason() + ": " + refused.text());
        }
    }

    /**
     * Opening deposits are told again at each start, at the cost of another first mark; the ledger knows them by their
     * outside names and keeps what it booked first.
     */
    private boolean openingBalanceSaidAgain()
    {
        return refused.reason() == RejectReason.DUPLICATE_ID ||
            refused.reason() == RejectReason.DIFFERENT_CONTENT && refused.templateId() == DepositDecoder.TEMPLATE_ID;
    }

    private void onMark(final EventFrame frame)
    {
        mark.wrapAndApplyHeader(frame.buffer(), frame.messageOffset(), header);
        final String symbol = mark.symbol();
        if (!marks.containsKey(symbol))
        {
            price.get(frame.buffer(), mark.offset() + MarkChangedDecoder.priceEncodingOffset());
            marks.put(symbol, price.toString());
        }
    }

    private synchronized void refuse(final String sentence)
    {
        refusals.add(sentence);
    }

    /** How often the fence has come by. */
    synchronized int fences()
    {
        return fences;
    }

    /** First mark of an instrument since the start, plain decimal; null before it. */
    String firstMark(final String symbol)
    {
        return marks.get(symbol);
    }

    /** What the core refused to the gateway itself, one sentence each. */
    synchronized List<String> refusals()
    {
        return List.copyOf(refusals);
    }

    /** Waits until something holds; false if it does not within the time. */
    synchronized boolean await(final BooleanSupplier holds, final long timeoutMs) throws InterruptedException
    {
        final long deadline = System.nanoTime() + timeoutMs * 1_000_000L;
        while (!holds.getAsBoolean())
        {
            if (System.nanoTime() >= deadline)
            {
                return false;
            }
            wait(LOOK_MS);
        }
        return true;
    }

    /** Nothing needs to be seen any more. */
    void done()
    {
        done = true;
    }
}
