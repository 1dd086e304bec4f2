package io.utl.positions.valuation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.CostMethod;
import io.utl.codecs.sbe.FeePolicy;
import io.utl.codecs.sbe.Oversell;
import io.utl.positions.ledger.LedgerException;
import io.utl.positions.ledger.Marks;
import io.utl.positions.ledger.TestBooks;

import org.junit.jupiter.api.Test;

final class ValuationTest
{
    private final TestBooks books = new TestBooks()
        .account(1, FeePolicy.EXPENSE, Oversell.FLIP)
        .account(2, FeePolicy.EXPENSE, Oversell.FLIP);
    private final Exposure exposure = new Exposure();
    private final Amount amount = new Amount();

    @Test
    void withoutAMarkAPositionIsUnpricedAndNeverWorthZeroOrOne()
    {
        books.buy(1, "2", "100");
        assertFalse(books.valuation.unrealized(books.position(1), CostMethod.WAC, amount));
        assertTrue(amount.isNull());
        assertFalse(books.valuation.exposure(0, TestBooks.BTC, TestBooks.USDT, exposure));
        assertEquals("2", exposure.netQty().toString());
        assertTrue(exposure.netValue().isNull());
        books.sell(1, "2", "100");
        assertTrue(books.valuation.unrealized(books.position(1), CostMethod.WAC, amount));
        assertTrue(amount.isZero());
    }

    @Test
    void exposureNetsInsideAnAccountAndSumsAbsolutesOverAccounts()
    {
        books.buy(1, "5", "100").sell(1, "2", "100").sell(2, "1", "100").mark(TestBooks.BTC_USDT, "110");
        assertTrue(books.valuation.exposure(0, TestBooks.BTC, TestBooks.USDT, exposure));
        assertEquals("2", exposure.netQty().toString());
        assertEquals("4", exposure.grossQty().toString());
        assertEquals("220", exposure.netValue().toString());
        assertEquals("440", exposure.grossValue().toString());
        assertTrue(books.valuation.exposure(2, TestBooks.BTC, TestBooks.USDT, exposure));
        assertEquals("-1", exposure.netQty().toString());
        assertEquals("110", exposure.grossValue().toString());
        assertTrue(books.valuation.exposure(1, TestBooks.USDT, TestBooks.USDT, exposure));
        assertEquals("-300", exposure.netValue().toString());
    }

    @Test
    void aMarkAgesFromTheLaterOfItselfAndTheFeedsLastWord()
    {
        final Marks marks = books.ledger.marks();
        assertEquals(Long.MAX_VALUE, marks.ageNs(TestBooks.BTC_USDT, 0, 10));
        marks.mark(TestBooks.BTC_USDT, Amount.of("1"), Amount.of("3"), Amount.of("2"), 100);
        assertEquals(50, marks.ageNs(TestBooks.BTC_USDT, 0, 150));
        assertEquals(10, marks.ageNs(TestBooks.BTC_USDT, 140, 150));
        assertTrue(marks.bid(TestBooks.BTC_USDT, amount));
        assertEquals("1", amount.toString());
        assertThrows(LedgerException.class, () ->
            marks.mark(99, Amount.of("1"), Amount.of("1"), Amount.of("1"), 1));
    }

    @Test
    void theSmallestMarkedInstrumentOfAPairValuesIt()
    {
        books.ledger.defineInstrument(8, TestBooks.BTC, TestBooks.USDT, Amount.of("1"));
        books.ledger.defineInstrument(5, TestBooks.BTC, TestBooks.USDT, Amount.of("1"));
        assertEquals(0, books.ledger.marks().instrumentOf(TestBooks.BTC, TestBooks.USDT));
        books.mark(8, "80");
        assertEquals(8, books.ledger.marks().instrumentOf(TestBooks.BTC, TestBooks.USDT));
        books.mark(5, "50");
        assertEquals(5, books.ledger.marks().instrumentOf(TestBooks.BTC, TestBooks.USDT));
        books.mark(TestBooks.BTC_USDT, "10");
        assertEquals(TestBooks.BTC_USDT, books.ledger.marks().instrumentOf(TestBooks.BTC, TestBooks.USDT));
    }
}
