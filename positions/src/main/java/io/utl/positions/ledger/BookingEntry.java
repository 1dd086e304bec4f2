package io.utl.positions.ledger;

/**
 * What every booking names: when, whose, where, against whom, and under which outside name. Reused for one booking
 * after the other; {@code reset()} of the concrete entry gives each field its default.
 * <p>
 * Numbers are those of the reference tables: 1 and up, 0 is none (for a book: the account's default book).
 * Thread: one. Allocates: nothing after construction.
 *
 * @param <E> the concrete entry, returned by the setters.
 */
public abstract class BookingEntry<E extends BookingEntry<E>>
{
    long sequence;
    long timeNs;
    int account;
    int book;
    int location;
    int contra;
    final IdHash id = new IdHash();

    BookingEntry()
    {
    }

    abstract E self();

    /** Hash of everything that must be equal in a repeat; not of sequence and time. */
    abstract long contentHash();

    final void resetCommon()
    {
        sequence = 0;
        timeNs = 0;
        account = 0;
        book = 0;
        location = 0;
        contra = 0;
        id.reset();
    }

    /** Sequence and journal time (nanoseconds since the Unix epoch) of the command that books. */
    public final E at(final long commandSequence, final long commandTimeNs)
    {
        sequence = commandSequence;
        timeNs = commandTimeNs;
        return self();
    }

    public final E account(final int number)
    {
        account = number;
        return self();
    }

    public final E book(final int number)
    {
        book = number;
        return self();
    }

    /** Venue or place of custody. */
    public final E location(final int number)
    {
        location = number;
        return self();
    }

    /** Account {@code external:<location>}, which takes the other side of every leg. */
    public final E contra(final int number)
    {
        contra = number;
        return self();
    }

    /**
     * The outside name: fill it by {@code id().reset().with(...)}. Absent means that the booking cannot be recognised
     * when it comes again.
     */
    public final IdHash id()
    {
        return id;
    }

    public final long sequence()
    {
        return sequence;
    }

    public final long timeNs()
    {
        return timeNs;
    }

    public final int account()
    {
        return account;
    }

    public final int book()
    {
        return book;
    }

    public final int location()
    {
        return location;
    }

    public final int contra()
    {
        return contra;
    }
}
