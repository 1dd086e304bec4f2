package io.utl.positions.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.CostMethod;
import io.utl.codecs.sbe.FeePolicy;
import io.utl.codecs.sbe.Oversell;
import io.utl.codecs.sbe.Side;

import org.junit.jupiter.api.Test;

/** The worked examples every version must reproduce, by their numbers in docs/adr/0006. */
final class GoldenVectorsTest
{
    private static final int A = 1;

    private final TestBooks books = new TestBooks().account(A, FeePolicy.EXPENSE, Oversell.FLIP);

    @Test
    void v1LongReducedAtAverageCostAndOldestFirst()
    {
        books.buy(A, "2", "100").buy(A, "3", "110").sell(A, "4", "120").mark(TestBooks.BTC_USDT, "115");

        assertEquals("56", books.realized(A, CostMethod.WAC));
        assertEquals("9", books.unrealized(A, CostMethod.WAC));
        assertEquals("60", books.realized(A, CostMethod.FIFO));
        assertEquals("5", books.unrealized(A, CostMethod.FIFO));
        assertEquals("65", books.total(A, CostMethod.WAC));
        assertEquals("65", books.total(A, CostMethod.FIFO));
    }

    @Test
    void v2ShortReducedAtAverageCostAndOldestFirst()
    {
        books.sell(A, "2", "100").sell(A, "3", "110").buy(A, "4", "90").mark(TestBooks.BTC_USDT, "95");

        assertEquals("64", books.realized(A, CostMethod.WAC));
        assertEquals("11", books.unrealized(A, CostMethod.WAC));
        assertEquals("60", books.realized(A, CostMethod.FIFO));
        assertEquals("15", books.unrealized(A, CostMethod.FIFO));
    }

    @Test
    void v3FlipClosesFirstAndDividesTheFeeByQuantity()
    {
        books.account(A, FeePolicy.CAPITALISE, Oversell.FLIP);
        books.buy(A, "3", "100");
        books.trade(A, Side.SELL, "5", "90");
        books.booked(books.fee("0.50", TestBooks.USDT));

        assertEquals("-30", books.realized(A, CostMethod.WAC));
        assertEquals("-2", books.position(A).netQty().toString());
        assertEquals("-180", books.position(A).cost(CostMethod.FIFO).rawCost().toString());
        assertEquals("0.3", books.position(A).cost(CostMethod.WAC).recognisedFees().toString());
        assertEquals("0.2", books.position(A).cost(CostMethod.FIFO).feeCost().toString());
    }

    @Test
    void v6FeeInBaseIsADisposalOfTheFeeUnits()
    {
        books.trade(A, Side.BUY, "1", "100");
        books.booked(books.fee("0.001", TestBooks.BTC)).mark(TestBooks.BTC_USDT, "100");

        assertEquals("0.999", books.position(A).netQty().toString());
        assertEquals("99.9", books.position(A).cost(CostMethod.WAC).rawCost().toString());
        assertEquals("0.1", books.position(A).fees().toString());
        assertEquals("-0.1", books.total(A, CostMethod.WAC));

        final int b = 2;
        books.account(b, FeePolicy.CAPITALISE, Oversell.FLIP);
        books.trade(b, Side.BUY, "1", "100");
        books.booked(books.fee("0.001", TestBooks.BTC));
        final Amount unitCost = new Amount();
        assertTrue(books.position(b).unitCost(CostMethod.WAC, unitCost));
        assertEquals("100.1001001001001001", unitCost.toString());
        assertEquals("-0.1", books.total(b, CostMethod.FIFO));
    }

    @Test
    void v7FeeInAThirdAssetDisposesOfItsOwnLotsAtTheMark()
    {
        books.deposit(A, TestBooks.BNB, "1", "8").mark(TestBooks.BNB_USDT, "10");
        books.trade(A, Side.BUY, "1", "100");
        books.booked(books.fee("0.01", TestBooks.BNB));

        assertEquals("0.1", books.position(A).fees().toString());
        assertEquals("0.02", books.position(A, TestBooks.BNB).cost(CostMethod.WAC).realized().toString());
        assertEquals("0.02", books.position(A, TestBooks.BNB).cost(CostMethod.FIFO).realized().toString());
        assertEquals("0.99", books.position(A, TestBooks.BNB).netQty().toString());
    }
}
