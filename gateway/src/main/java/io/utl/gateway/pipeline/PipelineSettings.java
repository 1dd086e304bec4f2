package io.utl.gateway.pipeline;

import io.utl.config.settings.Durability;
import io.utl.config.settings.WaitKind;
import io.utl.gateway.ring.InboundRing;
import io.utl.gateway.ring.OutboundRing;

/**
 * How the road is laid.
 *
 * @param inboundSlots      frames the inbound ring holds; a power of two.
 * @param outboundSlots     events the outbound ring holds; a power of two, at least the most events of one command.
 * @param waitKind          how threads wait for frames.
 * @param durability        what holds before a command is applied.
 * @param maxBatch          most commands that are journaled before the first of them is applied.
 * @param forceEveryMs      under {@code PROCESS}: time between forces.
 * @param checkpointRecords records after which a checkpoint is written.
 * @param checkpointEveryMs time after the first command behind a checkpoint at which the next is written.
 */
public record PipelineSettings(int inboundSlots, int outboundSlots, WaitKind waitKind, Durability durability,
    int maxBatch, long forceEveryMs, int checkpointRecords, long checkpointEveryMs)
{
    public PipelineSettings
    {
        atLeastOne("maxBatch", maxBatch);
        atLeastOne("forceEveryMs", forceEveryMs);
        atLeastOne("checkpointRecords", checkpointRecords);
        atLeastOne("checkpointEveryMs", checkpointEveryMs);
    }

    private static void atLeastOne(final String name, final long value)
    {
        if (value < 1)
        {
            throw new IllegalArgumentException(name + "=" + value + " must be at least 1");
        }
    }

    /** 16,384 slots each way, phased waiting, batches of 256, a checkpoint each 65,536 records or each second. */
    public static PipelineSettings of(final Durability durability)
    {
        return new PipelineSettings(InboundRing.DEFAULT_SLOTS, OutboundRing.DEFAULT_SLOTS, WaitKind.PHASED, durability,
            256, 10, 65_536, 1_000);
    }

    public PipelineSettings withSlots(final int inbound, final int outbound)
    {
        return new PipelineSettings(inbound, outbound, waitKind, durability, maxBatch, forceEveryMs, checkpointRecords,
            checkpointEveryMs);
    }

    public PipelineSettings withWait(final WaitKind kind)
    {
        return new PipelineSettings(inboundSlots, outboundSlots, kind, durability, maxBatch, forceEveryMs,
            checkpointRecords, checkpointEveryMs);
    }

    public PipelineSettings withCheckpoints(final int records, final long everyMs)
    {
        return new PipelineSettings(inboundSlots, outboundSlots, waitKind, durability, maxBatch, forceEveryMs, records,
            everyMs);
    }

    public PipelineSettings withMaxBatch(final int commands)
    {
        return new PipelineSettings(inboundSlots, outboundSlots, waitKind, durability, commands, forceEveryMs,
            checkpointRecords, checkpointEveryMs);
    }
}
