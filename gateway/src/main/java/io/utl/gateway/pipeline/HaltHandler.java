package io.utl.gateway.pipeline;

/**
 * Called once, by the thread that failed, when the process must stop: a write or force failed, an invariant broke while
 * state was changing, a drainer threw. Nothing more is applied, whether this returns or not.
 */
@FunctionalInterface
public interface HaltHandler
{
    /**
     * @param sequence command at which it stopped; 0 if none was being applied.
     * @param frame    that command as one line; empty if there is none.
     * @param cause    what happened.
     */
    void halt(long sequence, String frame, Throwable cause);
}
