package io.utl.gateway.pipeline;

/** How a stage tells that it cannot go on. */
@FunctionalInterface
interface Failure
{
    /**
     * @param sequence command concerned; 0 if none.
     * @param frame    that command as text; empty if none.
     */
    void failed(long sequence, String frame, Throwable cause);
}
