package io.utl.gateway.core.reference;

import io.utl.codecs.sbe.Protocol;
import org.agrona.concurrent.UnsafeBuffer;

/** One client or venue session and whose account it may use. Thread: core. */
public final class Session
{
    /** Bytes of the peer's name. */
    public static final int COMP_ID_LENGTH = 32;

    /** 1 and up, given by the command that defines it. */
    public final int number;
    /** SenderCompID of the peer or a key id, zero padded. */
    public final UnsafeBuffer compId = new UnsafeBuffer(new byte[COMP_ID_LENGTH]);
    /** Number of its account, the only one it may use; 0: it may use all. */
    public int account;
    public Protocol protocol;

    public Session(final int number)
    {
        this.number = number;
    }
}
