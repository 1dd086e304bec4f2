package io.utl.gateway.core.event;

import io.utl.codecs.frame.CommandFrame;
import io.utl.codecs.frame.EventFrame;
import io.utl.codecs.frame.EventHash;
import io.utl.codecs.frame.EventSink;
import io.utl.codecs.sbe.MessageHeaderEncoder;
import io.utl.codecs.sbe.SequenceJumpEncoder;
import io.utl.gateway.core.reference.Account;
import org.agrona.MutableDirectBuffer;

/**
 * Writes the events of one command after the other: frame header, account sequence, running hash.
 * <p>
 * An event is finished only when the next one begins or the command ends, because only then is it known whether it is
 * the last: {@link EventFrame#LAST_OF_COMMAND} is part of the hashed bytes.
 * <p>
 * Thread: core. Allocates: nothing.
 */
public final class EventWriter
{
    private final EventSink sink;
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final SequenceJumpEncoder jump = new SequenceJumpEncoder();

    private EventFrame open;
    private int session;
    private long sequence;
    private long timeNs;
    private int index;
    private long hash;
    private long count;

    public EventWriter(final EventSink sink)
    {
        this.sink = sink;
    }

    /** The events that follow belong to this command. */
    public void begin(final CommandFrame frame)
    {
        session = frame.session();
        sequence = frame.sequence();
        timeNs = frame.timeNs();
        index = 0;
    }

    /**
     * Room for the next event of an account's stream, or of no account.
     *
     * @param account whose stream it belongs to; null if it is nobody's.
     * @return the frame; SBE header and message begin at {@link EventFrame#messageOffset()}.
     */
    public EventFrame next(final Account account)
    {
        if (account == null)
        {
            return claim(0, 0);
        }
        if (account.pendingJump != 0)
        {
            tellJump(account);
        }
        return claim(account.number, ++account.accountSeq);
    }

    /** Room for an answer about an account that is no event of its stream. */
    public EventFrame answer(final int account)
    {
        return claim(account, 0);
    }

    /** The message in the frame is whole. */
    public void written(final int messageLength)
    {
        open.length(MessageHeaderEncoder.ENCODED_LENGTH + messageLength);
    }

    /** The command is done: its events become visible. */
    public void end()
    {
        finish(EventFrame.LAST_OF_COMMAND);
        sink.publish();
    }

    /** Finishes what is open, so that {@link #hash()} and {@link #count()} cover it. */
    public void settle()
    {
        finish(0);
    }

    /** Running hash over all finished events. */
    public long hash()
    {
        return hash;
    }

    /** Number of finished events. */
    public long count()
    {
        return count;
    }

    /** Events written for the command so far. */
    public int written()
    {
        return index;
    }

    /** Sequence of the command being applied. */
    public long sequence()
    {
        return sequence;
    }

    /** Time of the command being applied. */
    public long timeNs()
    {
        return timeNs;
    }

    /** Goes on where a snapshot ended. */
    public void restore(final long lastHash, final long lastCount)
    {
        hash = lastHash;
        count = lastCount;
    }

    private void tellJump(final Account account)
    {
        final long by = account.pendingJump;
        account.pendingJump = 0;
        account.accountSeq += by;
        final EventFrame frame = claim(account.number, ++account.accountSeq);
        jump.wrapAndApplyHeader(frame.buffer(), frame.messageOffset(), header).by(by);
        written(jump.encodedLength());
    }

    private EventFrame claim(final int account, final long accountSeq)
    {
        finish(0);
        open = sink.claim();
        final MutableDirectBuffer buffer = open.buffer();
        buffer.setMemory(open.offset(), EventFrame.HEADER_LENGTH, (byte)0);
        open.session(session).sequence(sequence).index(index++).timeNs(timeNs);
        open.account(account).accountSeq(accountSeq);
        return open;
    }

    private void finish(final int flags)
    {
        if (open == null)
        {
            return;
        }
        open.flags(flags);
        hash = EventHash.next(hash, open.buffer(), open.offset(), open.frameLength());
        count++;
        open = null;
        sink.commit();
    }
}
