package io.utl.gateway.core.reference;

import org.agrona.concurrent.UnsafeBuffer;

/** One book (strategy, desk) of an account. Number 0 is every account's default book. Thread: core. */
public final class Book
{
    /** Bytes of the name. */
    public static final int NAME_LENGTH = 16;

    /** 1 and up, over all accounts, in the order of definition. */
    public final int number;
    /** Number of the account it belongs to. */
    public final int account;
    /** Its name without the account, zero padded. */
    public final UnsafeBuffer name = new UnsafeBuffer(new byte[NAME_LENGTH]);
    /** Legal entity, zero padded. */
    public final UnsafeBuffer entity = new UnsafeBuffer(new byte[Account.ENTITY_LENGTH]);

    public Book(final int number, final int account)
    {
        this.number = number;
        this.account = account;
    }
}
