package io.utl.connectivity.simulator.market;

import io.utl.connectivity.simulator.match.ReplayBook;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SyntheticMarketTest
{
    @Test
    void theSameSeedGivesTheSameFramesAndAnotherSeedOthers()
    {
        assertEquals(text(7), text(7));
        assertNotEquals(text(7), text(8));
    }

    @Test
    void booksNeverCross()
    {
        try (SyntheticMarket market = new SyntheticMarket(3))
        {
            final ReplayBook book = new ReplayBook();
            book.load(market.snapshot("SOLUSDT"));
            final MarketFrame frame = new MarketFrame();
            for (int i = 0; i < 20_000; i++)
            {
                market.next(frame);
                if ("SOLUSDT".equals(frame.symbol()) && frame.kind() == MarketFrame.Kind.DEPTH)
                {
                    book.depth(frame);
                    assertTrue(book.best(true).compareTo(book.best(false)) < 0, "seed 3, frame " + i);
                    assertEquals(50, book.depthSide(true).size(), "seed 3, frame " + i);
                }
            }
        }
    }

    @Test
    void saysThatItIsMadeUp()
    {
        try (SyntheticMarket market = new SyntheticMarket(7))
        {
            assertTrue(market.description().synthetic());
            assertTrue(market.description().text().contains("synthetic (seed 7)"));
            assertTrue(market.description().text().contains("no recording"));
        }
    }

    private static String text(final long seed)
    {
        final StringBuilder text = new StringBuilder();
        try (SyntheticMarket market = new SyntheticMarket(seed))
        {
            final MarketFrame frame = new MarketFrame();
            for (int i = 0; i < 300; i++)
            {
                market.next(frame);
                text.append(frame.symbol()).append(frame.kind()).append(frame.lastId()).append(frame.price());
                for (int level = 0; level < frame.bids().size(); level++)
                {
                    text.append(frame.bids().price(level)).append(frame.bids().quantity(level));
                }
            }
        }
        return text.toString();
    }
}
