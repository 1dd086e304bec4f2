package io.utl.config.settings;

/**
 * Rings and waiting.
 *
 * @param waitStrategy  how a stage waits for work.
 * @param inboundSlots  frames of the inbound ring, a power of two.
 * @param outboundSlots frames of the outbound ring, a power of two.
 */
public record PipelineSettings(WaitKind waitStrategy, int inboundSlots, int outboundSlots)
{
    public static final int LEAST_SLOTS = 64;
    /** The outbound ring must hold the worst case of one command. */
    public static final int LEAST_OUTBOUND_SLOTS = 2048;
    public static final int MOST_SLOTS = 1 << 20;

    public PipelineSettings
    {
        Ranges.check("inboundSlots", inboundSlots, LEAST_SLOTS, MOST_SLOTS);
        Ranges.check("outboundSlots", outboundSlots, LEAST_OUTBOUND_SLOTS, MOST_SLOTS);
        if (Integer.bitCount(inboundSlots) != 1)
        {
            throw new IllegalArgumentException("inboundSlots is " + inboundSlots + "; it must be a power of two");
        }
        if (Integer.bitCount(outboundSlots) != 1)
        {
            throw new IllegalArgumentException("outboundSlots is " + outboundSlots + "; it must be a power of two");
        }
    }
}
