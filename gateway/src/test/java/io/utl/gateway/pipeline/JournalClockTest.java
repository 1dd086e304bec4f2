package io.utl.gateway.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class JournalClockTest
{
    private static final long START = 1_800_000_000_000_000_000L;
    private static final long MS = 1_000_000L;
    private static final long SECOND = 1_000 * MS;

    private final ManualTime time = new ManualTime(START);

    @Test
    void beginsAtTheWallClockOrJustBehindTheLastJournaledTime()
    {
        assertEquals(START, new JournalClock(time, 0).now());
        assertEquals(START, new JournalClock(time, START - 5).now());
        assertEquals(START + SECOND + 1, new JournalClock(time, START + SECOND).now());
    }

    @Test
    void followsTheMonotonicClock()
    {
        final JournalClock clock = new JournalClock(time, 0);
        time.pass(3 * SECOND);
        assertEquals(START + 3 * SECOND, clock.now());
    }

    @Test
    void isLedToTheWallClockByAtMostFiveHundredPartsPerMillion()
    {
        final JournalClock clock = new JournalClock(time, 0);
        time.step(50 * MS);
        time.pass(SECOND);
        assertEquals(START + SECOND + SECOND / 2_000, clock.now());
        for (int i = 0; i < 99; i++)
        {
            time.pass(SECOND);
            clock.now();
        }
        assertTrue(Math.abs(time.wallNs() - clock.now()) <= MS, "offset " + clock.offsetNs());
        assertEquals(0, clock.alarms());
    }

    @Test
    void isLedBackWithoutEverDecreasing()
    {
        final JournalClock clock = new JournalClock(time, 0);
        time.step(-50 * MS);
        long last = clock.now();
        for (int i = 0; i < 1_000; i++)
        {
            time.pass(100 * MS);
            final long now = clock.now();
            assertTrue(now > last && now - last >= 100 * MS - 100 * MS / 2_000);
            last = now;
        }
        assertTrue(Math.abs(time.wallNs() - last) <= MS);
    }

    @Test
    void slewsAlsoWhenReadInStepsTooSmallForAWholeNanosecond()
    {
        final JournalClock clock = new JournalClock(time, 0);
        time.step(50 * MS);
        for (int i = 0; i < 10_000; i++)
        {
            time.pass(700);
            clock.now();
        }
        assertEquals(START + 7_000_000 + 3_500, clock.now());
    }

    @Test
    void aLargeStepAlarmsOnceAndWaitsForAnOperator()
    {
        final JournalClock clock = new JournalClock(time, 0);
        time.step(10 * SECOND);
        time.pass(SECOND);
        assertEquals(START + SECOND, clock.now());
        time.pass(SECOND);
        assertEquals(START + 2 * SECOND, clock.now());
        assertEquals(1, clock.alarms());
        assertEquals(START + 12 * SECOND, clock.adopt());
        time.pass(SECOND);
        assertEquals(START + 13 * SECOND, clock.now());
        assertEquals(1, clock.alarms());
    }

    @Test
    void adoptingAWallClockThatIsBehindChangesNothing()
    {
        final JournalClock clock = new JournalClock(time, 0);
        time.step(-10 * SECOND);
        time.pass(SECOND);
        assertEquals(START + SECOND, clock.adopt());
    }

    @Test
    void neverDecreasesWhateverTheWallClockDoes()
    {
        final long seed = System.nanoTime();
        System.out.println("seed " + seed);
        final Random random = new Random(seed);
        final JournalClock clock = new JournalClock(time, 0);
        long last = clock.now();
        for (int i = 0; i < 20_000; i++)
        {
            time.pass(random.nextInt(2_000_000));
            time.step(random.nextInt(10) == 0 ? random.nextInt(400_000_000) - 200_000_000 : 0);
            final long now = random.nextInt(50) == 0 ? clock.adopt() : clock.now();
            assertTrue(now >= last, "seed " + seed);
            last = now;
        }
    }
}
