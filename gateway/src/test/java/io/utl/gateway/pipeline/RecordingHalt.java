package io.utl.gateway.pipeline;

/** Remembers the first halt instead of ending the process. */
public final class RecordingHalt implements HaltHandler
{
    private volatile long sequence = -1;
    private volatile String frame = "";
    private volatile Throwable cause;
    private volatile int calls;

    @Override
    public void halt(final long atSequence, final String frameText, final Throwable why)
    {
        sequence = atSequence;
        frame = frameText;
        cause = why;
        calls++;
    }

    public long sequence()
    {
        return sequence;
    }

    public String frame()
    {
        return frame;
    }

    public Throwable cause()
    {
        return cause;
    }

    public int calls()
    {
        return calls;
    }
}
