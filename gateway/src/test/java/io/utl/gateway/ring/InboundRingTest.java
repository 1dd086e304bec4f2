package io.utl.gateway.ring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.utl.codecs.frame.CommandFrame;
import io.utl.codecs.frame.InputClass;
import io.utl.config.settings.WaitKind;
import java.util.concurrent.CountDownLatch;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class InboundRingTest
{
    private final UnsafeBuffer message = new UnsafeBuffer(new byte[CommandFrame.MAX_LENGTH]);
    private final InboundRing ring = new InboundRing(16, WaitKind.PHASED);

    private int offerUntilRefused(final InputClass inputClass)
    {
        int taken = 0;
        while (taken < 100 && ring.offer(inputClass, 1, message, 0, 40))
        {
            taken++;
        }
        return taken;
    }

    @Test
    void dropsSamplesAboveHalfRefusesRequestsAboveThreeQuartersAndLeavesTheRestToFactsAndStops()
    {
        assertEquals(8, offerUntilRefused(InputClass.SAMPLE));
        assertEquals(4, offerUntilRefused(InputClass.REQUEST));
        assertEquals(0, offerUntilRefused(InputClass.SAMPLE));
        assertTrue(ring.offer(InputClass.STOP, 1, message, 0, 40));
        assertEquals(3, offerUntilRefused(InputClass.FACT));
        assertFalse(ring.offer(InputClass.STOP, 1, message, 0, 40));
        assertEquals(16, ring.fill());
        assertEquals(2, ring.refused(InputClass.SAMPLE));
        assertEquals(1, ring.refused(InputClass.REQUEST));
        assertEquals(1, ring.refused(InputClass.FACT));
        assertEquals(1, ring.refused(InputClass.STOP));
    }

    @Test
    void takesAgainWhenSlotsAreGivenBack()
    {
        assertEquals(16, offerUntilRefused(InputClass.FACT));
        assertEquals(15, ring.await());
        ring.release(8);
        assertTrue(ring.offer(InputClass.SAMPLE, 1, message, 0, 40), "7 of 16 are used");
        assertFalse(ring.offer(InputClass.SAMPLE, 1, message, 0, 40), "8 of 16 are used");
    }

    @Test
    void copiesSessionLengthAndBytesAndLeavesSequenceAndTimeToTheJournal()
    {
        message.putLong(8, 0x1122334455667788L);
        assertTrue(ring.offer(InputClass.FACT, 77, message, 8, 48));
        final long slot = ring.await();
        final CommandFrame frame = ring.wrap(new CommandFrame(), slot);
        assertEquals(77, frame.session());
        assertEquals(48, frame.length());
        assertEquals(0, frame.sequence());
        assertEquals(0, frame.timeNs());
        assertEquals(0x1122334455667788L, frame.buffer().getLong(frame.messageOffset()));
    }

    @Test
    void takesTheLargestFrameAndRefusesOneByteMore()
    {
        final int largest = CommandFrame.MAX_LENGTH - CommandFrame.HEADER_LENGTH;
        assertTrue(ring.offer(InputClass.FACT, 1, message, 0, largest));
        final IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class,
            () -> ring.offer(InputClass.FACT, 1, message, 0, largest + 1));
        assertTrue(refusal.getMessage().contains("4065") && refusal.getMessage().contains("4064"),
            refusal.getMessage());
        assertEquals(1, ring.fill());
    }

    @Test
    void refusesEverythingOnceClosedAndKeepsWhatItTook()
    {
        assertTrue(ring.offer(InputClass.FACT, 1, message, 0, 40));
        ring.close();
        assertFalse(ring.offer(InputClass.STOP, 1, message, 0, 40));
        assertEquals(0, ring.await());
        assertFalse(ring.isDrained());
        ring.release(0);
        assertTrue(ring.isDrained());
    }

    @ParameterizedTest
    @EnumSource(WaitKind.class)
    void handsOverEveryFrameOfEveryThreadOnceAndInItsOrder(final WaitKind wait) throws InterruptedException
    {
        final InboundRing shared = new InboundRing(64, wait);
        final int threads = 3;
        final int each = 2_000;
        final CountDownLatch start = new CountDownLatch(1);
        final Thread[] producers = new Thread[threads];
        for (int t = 0; t < threads; t++)
        {
            final int session = t;
            producers[t] = new Thread(() ->
            {
                final UnsafeBuffer mine = new UnsafeBuffer(new byte[64]);
                awaitLatch(start);
                for (int i = 0; i < each; i++)
                {
                    mine.putInt(0, i);
                    while (!shared.offer(InputClass.FACT, session, mine, 0, 64))
                    {
                        Thread.onSpinWait();
                    }
                }
            });
            producers[t].start();
        }
        start.countDown();
        final int[] next = new int[threads];
        final CommandFrame frame = new CommandFrame();
        for (int taken = 0; taken < threads * each;)
        {
            final long from = shared.nextSlot();
            final long to = shared.await();
            for (long slot = from; slot <= to; slot++, taken++)
            {
                shared.wrap(frame, slot);
                assertEquals(next[frame.session()]++, frame.buffer().getInt(frame.messageOffset()));
            }
            shared.release(Math.max(to, from - 1));
        }
        for (final Thread producer : producers)
        {
            producer.join();
        }
        assertEquals(0, shared.fill());
    }

    @Test
    void aNudgeLetsTheTakerReturnWithNothing()
    {
        ring.nudge();
        assertEquals(-1, ring.await());
        assertTrue(ring.offer(InputClass.FACT, 1, message, 0, 40));
        ring.nudge();
        assertEquals(0, ring.await(), "what is there is not lost by a nudge");
    }

    private static void awaitLatch(final CountDownLatch latch)
    {
        try
        {
            latch.await();
        }
        catch (final InterruptedException e)
        {
            throw new IllegalStateException(e);
        }
    }
}
