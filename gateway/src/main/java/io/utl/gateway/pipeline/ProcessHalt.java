package io.utl.gateway.pipeline;

import java.io.PrintStream;

/**
 * Prints where and why, then ends the process at once with exit code 1. No shutdown hooks run: an orderly end would
 * write a snapshot of a state that is half changed.
 */
public final class ProcessHalt implements HaltHandler
{
    private static final int EXIT_ERROR = 1;

    private final PrintStream out;

    public ProcessHalt(final PrintStream out)
    {
        this.out = out;
    }

    @Override
    public void halt(final long sequence, final String frame, final Throwable cause)
    {
        out.println("halted at seq=" + sequence + ": " + cause);
        if (!frame.isEmpty())
        {
            out.println("> " + frame);
        }
        cause.printStackTrace(out);
        out.flush();
        Runtime.getRuntime().halt(EXIT_ERROR);
    }
}
