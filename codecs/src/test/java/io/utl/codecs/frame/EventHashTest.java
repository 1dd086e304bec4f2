package io.utl.codecs.frame;

import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class EventHashTest
{
    private static final long RELEASED = -495_157_696_087_265_186L;

    private final UnsafeBuffer heap = new UnsafeBuffer(new byte[1024], 16, 512);
    private final UnsafeBuffer direct = new UnsafeBuffer(ByteBuffer.allocateDirect(1024));

    EventHashTest()
    {
        final SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 512; i++)
        {
            heap.putByte(i, (byte)random.nextInt());
        }
        direct.putBytes(5, heap, 0, 512);
    }

    @Test
    void isTheSameOnHeapAndDirectMemory()
    {
        for (int length = 0; length < 500; length++)
        {
            assertEquals(EventHash.next(42, heap, 7, length), EventHash.next(42, direct, 12, length));
        }
    }

    @Test
    void staysWhatItWas()
    {
        heap.putStringWithoutLengthAscii(0, "the value of a released build");
        assertEquals(RELEASED, EventHash.next(EventHash.next(0, heap, 0, 29), heap, 0, 10));
    }

    @Test
    void seesEveryFlippedBitAndTheOrderOfEvents()
    {
        final long before = EventHash.next(1, heap, 0, 100);
        final Set<Long> seen = new HashSet<>(Set.of(before));
        for (int bit = 0; bit < 800; bit++)
        {
            heap.putByte(bit / 8, (byte)(heap.getByte(bit / 8) ^ 1 << bit % 8));
            assertTrue(seen.add(EventHash.next(1, heap, 0, 100)), "bit " + bit);
            heap.putByte(bit / 8, (byte)(heap.getByte(bit / 8) ^ 1 << bit % 8));
        }
        final long ab = EventHash.next(EventHash.next(0, heap, 0, 50), heap, 50, 50);
        final long ba = EventHash.next(EventHash.next(0, heap, 50, 50), heap, 0, 50);
        assertNotEquals(ab, ba);
        assertNotEquals(EventHash.next(0, heap, 0, 0), EventHash.next(EventHash.next(0, heap, 0, 0), heap, 0, 0));
    }

    @Test
    void doesNotReadOutsideTheBuffer()
    {
        assertThrows(IndexOutOfBoundsException.class, () -> EventHash.next(0, heap, 500, 20));
    }

    @Test
    void allocatesNothing()
    {
        final com.sun.management.ThreadMXBean threads =
            (com.sun.management.ThreadMXBean)ManagementFactory.getThreadMXBean();
        hashMany();
        final long id = Thread.currentThread().getId();
        long fewest = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 3; attempt++)
        {
            final long before = threads.getThreadAllocatedBytes(id);
            assertNotEquals(0, hashMany());
            fewest = Math.min(fewest, threads.getThreadAllocatedBytes(id) - before);
        }
        assertEquals(0, fewest);
    }

    private long hashMany()
    {
        long hash = 0;
        for (int i = 0; i < 20_000; i++)
        {
            hash = EventHash.next(EventHash.next(hash, heap, i & 63, i & 255), direct, i & 31, i & 255);
        }
        return hash;
    }
}
