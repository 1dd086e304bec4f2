package io.utl.config.settings;

/**
 * The one check that the records share.
 * <p>
 * Thread: any. Allocates: only to refuse.
 */
final class Ranges
{
    private Ranges()
    {
    }

    /** @throws IllegalArgumentException naming field, value and range if {@code value} lies outside. */
    static long check(final String field, final long value, final long least, final long most)
    {
        if (value < least || value > most)
        {
            throw new IllegalArgumentException(field + " is " + value + "; it must be " + least + " to " + most);
        }
        return value;
    }
}
