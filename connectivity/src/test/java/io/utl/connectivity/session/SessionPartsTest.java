package io.utl.connectivity.session;

import io.utl.connectivity.venue.SessionState;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

final class SessionPartsTest
{
    private final List<String> told = new ArrayList<>();

    @Test
    void aSessionWalksItsDrawingAndNoOtherWay()
    {
        final SessionMachine machine = new SessionMachine((before, now, why) -> told.add(before + ">" + now));
        machine.down("nothing happens");
        for (final SessionState state : List.of(SessionState.CONNECTING, SessionState.UP, SessionState.AUTHENTICATING,
            SessionState.SUBSCRIBING, SessionState.READY, SessionState.DEGRADED, SessionState.READY,
            SessionState.DRAINING, SessionState.DOWN))
        {
            machine.to(state, "step");
        }
        assertEquals(9, told.size());
        assertThrows(IllegalStateException.class, () -> machine.to(SessionState.READY, "jump"));
        assertEquals(SessionState.DOWN, machine.state());
    }

    @Test
    void theWaitGrowsToItsMaximumAndKeepsItsJitterInTheUpperHalf()
    {
        final long seed = 7;
        System.out.println("seed=" + seed);
        final Backoff backoff = new Backoff(100, 1_000, seed);
        final long[] ceilings = {100, 200, 400, 800, 1_000, 1_000};
        for (final long ceiling : ceilings)
        {
            final long wait = backoff.nextMs();
            assertTrue(wait >= ceiling / 2 && wait <= ceiling, wait + " of " + ceiling);
        }
        backoff.reset();
        assertTrue(backoff.nextMs() <= 100);
    }

    @Test
    void theClockTrustsTheShortestWayUntilItIsOldOrDoubted()
    {
        final ClockOffset clock = new ClockOffset();
        clock.sample(1_000, 1_010, 2_005);
        assertEquals(1_000, clock.offsetMs());
        clock.sample(1_000, 1_100, 5_000);
        assertEquals(1_000, clock.offsetMs());
        clock.distrust();
        clock.sample(1_000, 1_100, 5_000);
        assertEquals(3_950, clock.offsetMs());
        clock.sample(700_000, 700_900, 700_450);
        assertEquals(0, clock.offsetMs());
        assertEquals(42, clock.venueMs(42));
    }

    @Test
    void eachRequestEndsOnce()
    {
        final PendingRequests<String> pending = new PendingRequests<>();
        final String first = pending.add(handler("a"), 10);
        final String second = pending.add(handler("b"), 20);
        pending.add(handler("c"), 30);
        assertTrue(pending.answer(first, "yes"));
        assertFalse(pending.answer(first, "again"));
        pending.expire(20);
        assertFalse(pending.answer(second, "late"));
        pending.lost("cut");
        pending.lost("cut again");
        assertEquals(List.of("a yes", "b unknown no answer in time", "c unknown cut"), told);
        assertEquals(0, pending.size());
    }

    @Test
    void aFactTheRingRefusesWaitsAndEverythingBehindIt()
    {
        final boolean[] full = {true};
        final FactOutlet outlet = new FactOutlet((kind, session, buffer, offset, length) ->
        {
            if (!full[0])
            {
                told.add(session + ":" + buffer.getByte(offset));
            }
            return !full[0];
        }, 7, new FactOutlet.Valve()
        {
            @Override
            public void close()
            {
                told.add("closed");
            }

            @Override
            public void open()
            {
                told.add("open");
            }
        });
        outlet.fact(new UnsafeBuffer(new byte[]{1}), 0, 1);
        outlet.fact(new UnsafeBuffer(new byte[]{2}), 0, 1);
        assertFalse(outlet.retry());
        full[0] = false;
        outlet.fact(new UnsafeBuffer(new byte[]{3}), 0, 1);
        assertTrue(outlet.blocked());
        assertTrue(outlet.retry());
        assertEquals(List.of("closed", "7:1", "7:2", "7:3", "open"), told);
    }

    @Test
    void aReserveIsKeptForWhatMustPass()
    {
        final RequestBudget budget = new RequestBudget(3, 1, 100);
        assertTrue(budget.take(0));
        assertTrue(budget.take(1));
        assertFalse(budget.take(2));
        assertTrue(budget.takeReserved(3));
        assertFalse(budget.takeReserved(99));
        assertTrue(budget.take(100));
        assertTrue(new RequestBudget(0, 0, 1).take(0));
    }

    private PendingRequests.Handler<String> handler(final String name)
    {
        return new PendingRequests.Handler<>()
        {
            @Override
            public void answered(final String answer)
            {
                told.add(name + " " + answer);
            }

            @Override
            public void unknown(final String why)
            {
                told.add(name + " unknown " + why);
            }
        };
    }
}
