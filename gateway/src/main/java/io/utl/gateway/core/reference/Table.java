package io.utl.gateway.core.reference;

import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;

/**
 * What was defined under a name, by number.
 * <p>
 * Thread: core. Allocates: only when a new name is defined.
 *
 * @param <T> what one number stands for.
 */
public final class Table<T>
{
    private final Names names;
    private final List<T> entries = new ArrayList<>();

    /** @param nameLength bytes of the name field, a multiple of 8. */
    public Table(final int nameLength)
    {
        names = new Names(nameLength);
        entries.add(null);
    }

    /** Entry of the name at this place; null if it was never defined. */
    public T find(final DirectBuffer buffer, final int offset)
    {
        return entries.get(names.find(buffer, offset));
    }

    /** Entry of a number; null for 0. */
    public T get(final int number)
    {
        return entries.get(number);
    }

    /** The number the next definition gets. */
    public int next()
    {
        return names.count() + 1;
    }

    /** Defines the name as {@code entry}, which must carry the number {@link #next}. */
    public T add(final DirectBuffer buffer, final int offset, final T entry)
    {
        names.add(buffer, offset);
        entries.add(entry);
        return entry;
    }

    /** The highest number. */
    public int count()
    {
        return names.count();
    }

    public Names names()
    {
        return names;
    }
}
