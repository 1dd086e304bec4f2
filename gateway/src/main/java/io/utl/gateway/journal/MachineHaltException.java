package io.utl.gateway.journal;

/** A machine could not apply a journaled command: the process that journaled it stopped there, and so does the next. */
public final class MachineHaltException extends RuntimeException
{
    private static final long serialVersionUID = 1L;

    private final long sequence;

    MachineHaltException(final long sequence, final String line, final Throwable cause)
    {
        super("seq=" + sequence + " cannot be applied: " + cause + "; the command is: " + line +
            "; nothing was started, keep the directory and use a build in which this is mended", cause);
        this.sequence = sequence;
    }

    /** Command that cannot be applied. */
    public long sequence()
    {
        return sequence;
    }
}
