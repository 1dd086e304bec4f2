package io.utl.gateway.journal;

/**
 * Where replay and the event journal part.
 *
 * @param sequence of the command.
 * @param index    of the event.
 * @param text     what differs, as a clause.
 */
public record Difference(long sequence, int index, String text)
{
    @Override
    public String toString()
    {
        return "seq=" + sequence + " event " + sequence + "/" + index + ": " + text;
    }
}
