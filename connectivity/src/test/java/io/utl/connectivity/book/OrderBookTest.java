package io.utl.connectivity.book;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.Side;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

final class OrderBookTest
{
    private final OrderBook book = new OrderBook();

    @Test
    void bestBidIsTheHighestAndBestAskTheLowest()
    {
        set(Side.BUY, "99", "1");
        set(Side.BUY, "100", "2");
        set(Side.BUY, "98.5", "3");
        set(Side.SELL, "101", "4");
        set(Side.SELL, "100.5", "5");

        assertEquals("100 x 2, 99 x 1, 98.5 x 3", side(Side.BUY));
        assertEquals("100.5 x 5, 101 x 4", side(Side.SELL));
    }

    @Test
    void quantityIsAbsoluteAndZeroDeletes()
    {
        set(Side.BUY, "100", "2");
        set(Side.BUY, "100.00", "7");
        set(Side.BUY, "99", "0");
        assertEquals("100 x 7", side(Side.BUY));
        set(Side.BUY, "100", "0.000");
        assertEquals(0, book.levels(Side.BUY));
    }

    @Test
    void isCrossedWhenBestBidReachesBestAsk()
    {
        set(Side.BUY, "100", "1");
        assertFalse(book.crossed());
        set(Side.SELL, "100.000000000000000001", "1");
        assertFalse(book.crossed());
        set(Side.SELL, "100", "1");
        assertTrue(book.crossed());
    }

    @Test
    void refusesLevelsThatCannotBe()
    {
        assertThrows(IllegalArgumentException.class, () -> set(Side.BUY, "0", "1"));
        assertThrows(IllegalArgumentException.class, () -> set(Side.BUY, "-1", "1"));
        assertThrows(IllegalArgumentException.class, () -> set(Side.BUY, "1", "-1"));
        assertThrows(IndexOutOfBoundsException.class, () -> book.price(Side.BUY, 0, new Amount()));
    }

    @Test
    void agreesWithASortedMapAfterManyUpdates()
    {
        final long seed = 20261121L;
        System.out.println("seed=" + seed);
        final Random random = new Random(seed);
        final Map<Side, TreeMap<BigDecimal, BigDecimal>> oracle = Map.of(
            Side.BUY, new TreeMap<>(Comparator.<BigDecimal>reverseOrder()), Side.SELL, new TreeMap<>());
        for (int i = 0; i < 20_000; i++)
        {
            final Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
            // Prices around 2^64 x 10^-18 = 18.4 use both words.
            final BigDecimal price = BigDecimal.valueOf(17_000 + random.nextInt(3_000), 3);
            final BigDecimal qty = BigDecimal.valueOf(random.nextInt(4), 1);
            set(side, price.toPlainString(), qty.toPlainString());
            if (qty.signum() == 0)
            {
                oracle.get(side).remove(price);
            }
            else
            {
                oracle.get(side).put(price, qty);
            }
        }
        for (final Side side : oracle.keySet())
        {
            final StringBuilder expected = new StringBuilder();
            oracle.get(side).forEach((price, qty) -> expected.append(expected.isEmpty() ? "" : ", ")
                .append(Amount.of(price.toPlainString())).append(" x ").append(Amount.of(qty.toPlainString())));
            assertEquals(expected.toString(), side(side));
        }
    }

    @Test
    void newestBestLevelsHideWhatTheDepthHasNotYetTakenAway()
    {
        final OverlaidBook overlaid = new OverlaidBook(book);
        set(Side.BUY, "100", "1");
        set(Side.BUY, "99", "2");
        set(Side.SELL, "101", "3");
        set(Side.SELL, "102", "4");

        assertTrue(overlaid.overlay(11, 10, Amount.of("99"), Amount.of("5"), Amount.of("100.5"), Amount.of("6")));
        assertEquals("99 x 5", side(overlaid, Side.BUY));
        assertEquals("100.5 x 6, 101 x 3, 102 x 4", side(overlaid, Side.SELL));
        assertEquals("100 x 1, 99 x 2", side(Side.BUY));

        overlaid.depthAt(11);
        assertFalse(overlaid.overlaid());
        assertEquals("100 x 1, 99 x 2", side(overlaid, Side.BUY));
    }

    @Test
    void bestLevelsNotNewerThanTheDepthAreIgnored()
    {
        final OverlaidBook overlaid = new OverlaidBook(book);
        assertFalse(overlaid.overlay(10, 10, Amount.of("1"), Amount.of("1"), Amount.of("2"), Amount.of("1")));
        assertTrue(overlaid.overlay(12, 10, Amount.of("1"), Amount.of("1"), Amount.of("2"), Amount.of("1")));
        assertFalse(overlaid.overlay(11, 10, Amount.of("3"), Amount.of("1"), Amount.of("4"), Amount.of("1")));
        assertEquals("1 x 1", side(overlaid, Side.BUY));
    }

    @Test
    void aSideWithoutBestLevelIsEmpty()
    {
        final OverlaidBook overlaid = new OverlaidBook(book);
        set(Side.BUY, "100", "1");
        overlaid.overlay(2, 1, Amount.of("0"), Amount.of("0"), Amount.of("101"), Amount.of("1"));
        assertEquals(0, overlaid.levels(Side.BUY));
        assertEquals(1, overlaid.levels(Side.SELL));
    }

    private void set(final Side side, final String price, final String qty)
    {
        book.set(side, Amount.of(price), Amount.of(qty));
    }

    private String side(final Side side)
    {
        return side(book, side);
    }

    private static String side(final BookLevels book, final Side side)
    {
        final StringBuilder text = new StringBuilder();
        final Amount amount = new Amount();
        for (int i = 0; i < book.levels(side); i++)
        {
            text.append(i == 0 ? "" : ", ").append(book.price(side, i, amount));
            text.append(" x ").append(book.qty(side, i, amount));
        }
        return text.toString();
    }
}
