package io.utl.gateway.fix;

import java.util.concurrent.atomic.LongAdder;

/**
 * What the FIX edge counts since its start. All only grow.
 * <p>
 * Thread: any. Allocates: nothing.
 */
public final class FixCounters
{
    final LongAdder messagesIn = new LongAdder();
    final LongAdder messagesOut = new LongAdder();
    final LongAdder offered = new LongAdder();
    final LongAdder refused = new LongAdder();
    final LongAdder busy = new LongAdder();
    final LongAdder logons = new LongAdder();
    final LongAdder logonsRefused = new LongAdder();
    final LongAdder connectionsClosed = new LongAdder();
    final LongAdder reportsKept = new LongAdder();
    final LongAdder reportsFailed = new LongAdder();
    final LongAdder rejectedByClients = new LongAdder();

    FixCounters()
    {
    }

    /** Messages read from sessions, session level included. */
    public long messagesIn()
    {
        return messagesIn.sum();
    }

    /** Messages written to sessions, session level included. */
    public long messagesOut()
    {
        return messagesOut.sum();
    }

    /** Commands that the inbound ring took. */
    public long offered()
    {
        return offered.sum();
    }

    /** Messages answered by 35=3 or 35=j here, BUSY included. */
    public long refused()
    {
        return refused.sum();
    }

    /** Of those, the ones refused because the inbound ring was full. */
    public long busy()
    {
        return busy.sum();
    }

    /** Logons accepted. */
    public long logons()
    {
        return logons.sum();
    }

    /** Logons answered by a Logout or dropped. */
    public long logonsRefused()
    {
        return logonsRefused.sum();
    }

    /** Connections closed by the guard: silent, garbage, oversize, unknown. */
    public long connectionsClosed()
    {
        return connectionsClosed.sum();
    }

    /** Reports kept for a session that was not logged on. */
    public long reportsKept()
    {
        return reportsKept.sum();
    }

    /** Events that could not be told for a fault of ours. */
    public long reportsFailed()
    {
        return reportsFailed.sum();
    }

    /** Rejects (35=3, 35=j) that clients sent about our messages: each is a fault of ours. */
    public long rejectedByClients()
    {
        return rejectedByClients.sum();
    }
}
