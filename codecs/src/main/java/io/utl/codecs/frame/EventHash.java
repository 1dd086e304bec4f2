package io.utl.codecs.frame;

import net.openhft.hashing.LongHashFunction;
import org.agrona.DirectBuffer;

/**
 * The running hash over events: {@code h' = H(h, bytes of the event frame, its 48-byte header included)}. It finds
 * lost, added, changed and swapped events; it is no protection against someone who wants to deceive.
 * <p>
 * The bytes are hashed by XXH3 (64 bits, seed 0); the running value is then mixed in by steps that can be undone one
 * by one, so that two different values before an event stay different after it. The value before the first event
 * is 0.
 * <p>
 * Thread: any; no state. Allocates: nothing. The same on heap and direct memory.
 */
public final class EventHash
{
    private static final LongHashFunction XX3 = LongHashFunction.xx3();
    private static final long STEP = 0x9E3779B97F4A7C15L;
    private static final long MIX_1 = 0xFF51AFD7ED558CCDL;
    private static final long MIX_2 = 0xC4CEB9FE1A85EC53L;

    private EventHash()
    {
    }

    /** The hash after one more piece of bytes. */
    public static long next(final long hash, final DirectBuffer buffer, final int offset, final int length)
    {
        long mixed = (Long.rotateLeft(hash, 27) + STEP) * MIX_1 ^ bytes(buffer, offset, length);
        mixed = (mixed ^ (mixed >>> 33)) * MIX_1;
        mixed = (mixed ^ (mixed >>> 33)) * MIX_2;
        return mixed ^ (mixed >>> 33);
    }

    /** XXH3 of the bytes alone. */
    public static long bytes(final DirectBuffer buffer, final int offset, final int length)
    {
        buffer.boundsCheck(offset, length);
        final byte[] array = buffer.byteArray();
        return array != null ?
            XX3.hashBytes(array, buffer.wrapAdjustment() + offset, length) :
            XX3.hashMemory(buffer.addressOffset() + offset, length);
    }
}
