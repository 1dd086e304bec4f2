package io.utl.connectivity.book;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.Side;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

final class SnapshotPlusDiffTest
{
    private static final long STALE_NS = 5_000;

    private final List<String> told = new ArrayList<>();
    private SnapshotPlusDiff policy;

    @BeforeEach
    void start()
    {
        policy = new SnapshotPlusDiff("BTCUSDT", STALE_NS, new BookListener()
        {
            @Override
            public void snapshotNeeded(final BookPolicy policy)
            {
                told.add("snapshot?");
            }

            @Override
            public void live(final BookPolicy policy)
            {
                told.add("live");
            }

            @Override
            public void invalid(final BookPolicy policy, final InvalidReason reason, final String detail)
            {
                assertEquals(0, policy.book().levels(Side.BUY) + policy.book().levels(Side.SELL),
                    "levels are gone before anybody is told");
                told.add(reason.name());
            }
        });
        policy.start();
    }

    @Test
    void dropsWhatTheSnapshotHoldsAndFollowsFromThere()
    {
        policy.onDiff(diff(5, 8, "100", "1"));
        policy.onDiff(diff(9, 12, "100", "2"));
        policy.onDiff(diff(13, 13, "100", "3"));
        policy.onSnapshot(snapshot(10));
        assertEquals(BookState.LIVE, policy.state());
        assertEquals(13, policy.lastId());
        assertEquals("3", policy.book().qty(Side.BUY, 0, new Amount()).toString());
        policy.onDiff(diff(14, 20, "100", "4"));
        assertEquals(List.of("snapshot?", "live"), told);
    }

    @Test
    void firstUpdateMayBeginRightBehindTheSnapshot()
    {
        policy.onDiff(diff(11, 12, "100", "2"));
        policy.onSnapshot(snapshot(10));
        assertEquals(BookState.LIVE, policy.state());
    }

    @Test
    void asksAgainWhenTheSnapshotIsOlderThanWhatWasKept()
    {
        policy.onDiff(diff(12, 13, "100", "2"));
        policy.onSnapshot(snapshot(10));
        assertEquals(BookState.SYNCING, policy.state());
        policy.onSnapshot(snapshot(12));
        assertEquals(BookState.LIVE, policy.state());
        assertEquals(List.of("snapshot?", "snapshot?", "live"), told);
    }

    @Test
    void isLiveOnTheSnapshotAloneAndHoldsTheFirstUpdateAgainstIt()
    {
        policy.onSnapshot(snapshot(10));
        assertEquals(BookState.LIVE, policy.state());
        policy.onDiff(diff(8, 10, "100", "9"));
        assertEquals(BookState.LIVE, policy.state());
        policy.onDiff(diff(12, 13, "100", "9"));
        assertEquals(List.of("snapshot?", "live", "GAP", "snapshot?"), told);
    }

    @Test
    void aBreakWhileWaitingKeepsOnlyWhatFollowsIt()
    {
        policy.onDiff(diff(5, 8, "100", "1"));
        policy.onDiff(diff(11, 12, "100", "2"));
        policy.onSnapshot(snapshot(8));
        assertEquals(BookState.SYNCING, policy.state());
        policy.onSnapshot(snapshot(11));
        assertEquals(12, policy.lastId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop", "duplicate", "reorder", "corrupt id", "corrupt price", "corrupt side"})
    void aMutatedStreamIsNeverBelievedAndHealsByANewSnapshot(final String mutation)
    {
        final long seed = mutation.hashCode();
        System.out.println("seed=" + seed + " mutation=" + mutation);
        final Random random = new Random(seed);
        for (int round = 0; round < 50; round++)
        {
            start();
            told.clear();
            final List<BookDiff> stream = new ArrayList<>();
            long id = 10;
            for (int i = 0; i < 40; i++)
            {
                final long last = id + 1 + random.nextInt(5);
                stream.add(diff(id + 1, last, "100", Integer.toString(1 + random.nextInt(9))));
                id = last;
            }
            final int at = 1 + random.nextInt(38);
            switch (mutation)
            {
                case "drop" -> stream.remove(at);
                case "duplicate" -> stream.add(at, stream.get(at));
                case "reorder" -> Collections.swap(stream, at, at - 1);
                case "corrupt id" -> stream.get(at).ids(stream.get(at).firstId(), stream.get(at).firstId() - 1);
                case "corrupt price" -> stream.get(at).add(Side.SELL, Amount.of("-101"), Amount.of("1"));
                default -> stream.get(at).add(Side.SELL, Amount.of("99"), Amount.of("1"));
            }
            policy.onSnapshot(snapshot(10));
            int fed = 0;
            while (fed < stream.size() && policy.state() == BookState.LIVE)
            {
                policy.onDiff(stream.get(fed++));
            }
            assertEquals(BookState.SYNCING, policy.state(), "round " + round);
            assertEquals("snapshot?", told.get(told.size() - 1));
            assertTrue(fed >= at && fed <= at + 2, "noticed at once: at=" + at + " fed=" + fed);
            // A fresh snapshot heals it, as far ahead as the venue is by then.
            policy.onSnapshot(snapshot(id));
            assertEquals(BookState.LIVE, policy.state());
            assertEquals(id, policy.lastId());
        }
    }

    @Test
    void isStaleWhenBestLevelsMoveOnButTheDepthStandsStill()
    {
        policy.onSnapshot(snapshot(10));
        best(11, 0);
        best(12, STALE_NS);
        assertEquals(BookState.LIVE, policy.state());
        best(13, STALE_NS + 1);
        assertEquals("STALE", told.get(told.size() - 2));
    }

    @Test
    void isNotStaleWhileTheDepthFollows()
    {
        policy.onSnapshot(snapshot(10));
        best(12, 0);
        policy.onDiff(diff(11, 11, "100", "1"));
        best(13, STALE_NS + 1);
        policy.onDiff(diff(12, 12, "100", "1"));
        best(14, 2 * STALE_NS + 1);
        assertEquals(BookState.LIVE, policy.state());
    }

    @Test
    void crossedBestLevelsEndTheBook()
    {
        policy.onSnapshot(snapshot(10));
        policy.onBest(11, Amount.of("101"), Amount.of("1"), Amount.of("101"), Amount.of("1"), 0);
        assertEquals(List.of("snapshot?", "live", "CROSSED", "snapshot?"), told);
    }

    @Test
    void tooManyUpdatesWithoutASnapshotStartAnew()
    {
        for (int i = 0; i <= SnapshotPlusDiff.MAX_BUFFERED; i++)
        {
            policy.onDiff(diff(i + 1, i + 1, "100", "1"));
        }
        assertTrue(told.contains("OVERFLOW"));
    }

    @Test
    void stoppedItTellsOnceAndIgnoresWhatStillComes()
    {
        policy.onSnapshot(snapshot(10));
        policy.stop();
        policy.onDiff(diff(11, 11, "100", "1"));
        policy.onSnapshot(snapshot(12));
        assertEquals(List.of("snapshot?", "live", "DISCONNECTED"), told);
        assertEquals(BookState.IDLE, policy.state());
    }

    private void best(final long id, final long nowNs)
    {
        policy.onBest(id, Amount.of("100"), Amount.of("1"), Amount.of("101"), Amount.of("1"), nowNs);
    }

    private static BookDiff diff(final long first, final long last, final String bid, final String qty)
    {
        final BookDiff diff = new BookDiff().clear().ids(first, last);
        diff.add(Side.BUY, Amount.of(bid), Amount.of(qty));
        return diff;
    }

    private static BookDiff snapshot(final long lastId)
    {
        final BookDiff snapshot = new BookDiff().clear().ids(0, lastId);
        snapshot.add(Side.BUY, Amount.of("100"), Amount.of("1"));
        snapshot.add(Side.BUY, Amount.of("99"), Amount.of("1"));
        snapshot.add(Side.SELL, Amount.of("101"), Amount.of("1"));
        return snapshot;
    }
}
