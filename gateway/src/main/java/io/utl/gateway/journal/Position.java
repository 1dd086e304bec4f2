package io.utl.gateway.journal;

/**
 * Name of a record: command sequence, and for an event its index among the events of that command. Before all: (0, 0).
 *
 * @param sequence of the command; 0 before the first.
 * @param index    of the event; 0 for a command.
 */
public record Position(long sequence, int index) implements Comparable<Position>
{
    /** Before the first record. */
    public static final Position START = new Position(0, 0);

    @Override
    public int compareTo(final Position other)
    {
        final int bySequence = Long.compare(sequence, other.sequence);
        return bySequence != 0 ? bySequence : Integer.compare(index, other.index);
    }

    @Override
    public String toString()
    {
        return index == 0 ? Long.toString(sequence) : sequence + "/" + index;
    }
}
