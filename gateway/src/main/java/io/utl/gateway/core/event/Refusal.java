package io.utl.gateway.core.event;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.RejectReason;

/**
 * Why a command changes nothing: one reason, one sentence, and the numbers behind it. Reused; the checks fill it, the
 * event that refuses copies it.
 * <p>
 * Thread: core. Allocates: nothing.
 */
public final class Refusal
{
    /** The sentence: field, value, rule, limit, headroom. */
    public final Sentence text = new Sentence();
    /** The limit that refused; null if none. */
    public final Amount limit = new Amount();
    /** What was asked; null if none. */
    public final Amount actual = new Amount();
    /** What would still fit; null if none. */
    public final Amount headroom = new Amount();

    private RejectReason reason = RejectReason.NONE;

    /** Nothing is refused. */
    public Refusal clear()
    {
        reason = RejectReason.NONE;
        text.clear();
        limit.setNull();
        actual.setNull();
        headroom.setNull();
        return this;
    }

    /** Refuses for this reason and returns the empty sentence to be filled. */
    public Sentence because(final RejectReason reason)
    {
        clear();
        this.reason = reason;
        return text;
    }

    public RejectReason reason()
    {
        return reason;
    }

    public boolean isRefused()
    {
        return reason != RejectReason.NONE;
    }

    /** Keeps the numbers of a limit; the sentence ends with rule, limit and headroom. */
    public Refusal numbers(final Amount limit, final Amount actual, final Amount headroom)
    {
        this.limit.set(limit);
        this.actual.set(actual);
        this.headroom.set(headroom);
        text.add("; rule ").add(reason.name()).add(", limit ").add(limit).add(", headroom ").add(headroom);
        return this;
    }
}
