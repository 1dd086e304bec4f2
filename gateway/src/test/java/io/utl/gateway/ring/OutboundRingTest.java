package io.utl.gateway.ring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.utl.codecs.frame.EventFrame;
import io.utl.config.settings.WaitKind;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

final class OutboundRingTest
{
    private final OutboundRing ring = new OutboundRing(8, WaitKind.PHASED);
    private final OutboundRing.Drain drain = ring.newDrain();

    private void claim(final long sequence, final int index)
    {
        ring.claim().sequence(sequence).index(index).length(0);
        ring.commit();
    }

    @Test
    void showsTheEventsOfACommandTogether()
    {
        claim(1, 0);
        claim(1, 1);
        assertTrue(drain.isDrained(), "nothing is visible before the command is done");
        drain.nudge();
        assertEquals(-1, drain.await());
        ring.publish();
        assertEquals(1, drain.await());
        final EventFrame frame = new EventFrame();
        assertEquals(0, drain.wrap(frame, 0).index());
        assertEquals(1, drain.wrap(frame, 1).index());
    }

    @Test
    void aCommandWithoutEventsPublishesNothing()
    {
        ring.publish();
        assertTrue(drain.isDrained());
        assertEquals(0, ring.fill());
    }

    @Test
    void theCoreWaitsForTheSlowestDrainerAndNoEventIsLost() throws InterruptedException
    {
        final OutboundRing.Drain slow = ring.newDrain();
        final int events = 200;
        final AtomicInteger written = new AtomicInteger();
        final Thread core = new Thread(() ->
        {
            for (int i = 0; i < events; i++)
            {
                claim(i + 1, 0);
                ring.publish();
                written.incrementAndGet();
            }
        });
        core.start();
        await(() -> written.get() == 8);
        assertEquals(events, drainWith(drain, slow, events, written));
        core.join();
        assertTrue(ring.waits() > 0);
    }

    private int drainWith(final OutboundRing.Drain quick, final OutboundRing.Drain slow, final int events,
        final AtomicInteger written)
    {
        final EventFrame frame = new EventFrame();
        int seen = 0;
        while (seen < events)
        {
            quick.release(quick.await());
            final long slot = slow.nextSlot();
            slow.await();
            assertTrue(written.get() <= slot + 8, "the core is never more than the ring ahead of the slowest");
            assertEquals(slot + 1, slow.wrap(frame, slot).sequence());
            slow.release(slot);
            seen++;
            if (seen == events)
            {
                return seen;
            }
            await(() -> !slow.isDrained());
            if (quick.isDrained())
            {
                quick.nudge();
            }
        }
        return seen;
    }

    @Test
    void aCommandWithMoreEventsThanSlotsIsAnErrorAndNoDeadlock()
    {
        for (int i = 0; i < 8; i++)
        {
            claim(1, i);
        }
        assertTrue(assertThrows(IllegalStateException.class, ring::claim).getMessage().contains("utl.pipeline.outboundSlots"));
    }

    @Test
    void tellsTheCoreThatADrainerIsGone() throws InterruptedException
    {
        final AtomicReference<RuntimeException> thrown = new AtomicReference<>();
        final Thread core = new Thread(() ->
        {
            try
            {
                for (int i = 0; i < 9; i++)
                {
                    claim(i + 1, 0);
                    ring.publish();
                }
            }
            catch (final IllegalStateException e)
            {
                thrown.set(e);
            }
        });
        core.start();
        await(() -> ring.fill() == 8);
        assertFalse(thrown.get() != null);
        ring.breakOff();
        core.join(10_000);
        assertTrue(thrown.get().getMessage().contains("drainer"), thrown.get().getMessage());
    }

    private static void await(final BooleanSupplier condition)
    {
        final long until = System.nanoTime() + 10_000_000_000L;
        while (!condition.getAsBoolean())
        {
            assertTrue(System.nanoTime() < until, "condition not met within 10 s");
            LockSupport.parkNanos(10_000);
        }
    }
}
