package io.utl.gateway.core.reference;

import io.utl.codecs.sbe.AccountKind;
import io.utl.codecs.sbe.FeePolicy;
import io.utl.codecs.sbe.Oversell;
import org.agrona.concurrent.UnsafeBuffer;

/** One account and its place in its own stream of events. Thread: core. */
public final class Account
{
    /** Bytes of the entity's name. */
    public static final int ENTITY_LENGTH = 16;

    /** 1 and up, in the order of definition. */
    public final int number;
    /** Legal entity, zero padded. */
    public final UnsafeBuffer entity = new UnsafeBuffer(new byte[ENTITY_LENGTH]);
    public AccountKind kind;
    public FeePolicy feePolicy;
    public Oversell oversell;
    /** Kill switch of the account. */
    public boolean stopped;
    /** Live orders now; not in snapshots, counted again from the orders. */
    public int openOrders;
    /** Place of the last event in the account's stream; 0 if none. */
    public long accountSeq;
    /** Added to {@link #accountSeq} after a loss of power and not told yet; 0 if none. */
    public long pendingJump;

    public Account(final int number)
    {
        this.number = number;
    }
}
