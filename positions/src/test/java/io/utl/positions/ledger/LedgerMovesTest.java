package io.utl.positions.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.CostMethod;
import io.utl.codecs.sbe.FeePolicy;
import io.utl.codecs.sbe.Oversell;
import io.utl.codecs.sbe.Purpose;
import io.utl.codecs.sbe.RejectReason;

import org.junit.jupiter.api.Test;

final class LedgerMovesTest
{
    private static final int A = 1;
    private static final int B = 2;

    private final TestBooks books = new TestBooks()
        .account(A, FeePolicy.EXPENSE, Oversell.FLIP)
        .account(B, FeePolicy.EXPENSE, Oversell.FLIP);

    @Test
    void aDepositTakesItsCostFromTheTotalThenThePriceThenTheMark()
    {
        books.deposit.reset().at(1, 1).account(A).location(TestBooks.VENUE).contra(TestBooks.EXTERNAL)
            .asset(TestBooks.BTC).costAsset(TestBooks.USDT);
        books.deposit.amount().parse("2");
        assertEquals(RejectReason.NO_MARK, books.ledger.check(books.deposit));
        books.mark(TestBooks.BTC_USDT, "50");
        books.ledger.book(books.deposit);
        books.deposit.costPrice().parse("60");
        books.ledger.book(books.deposit);
        books.deposit.cost().parse("1");
        books.ledger.book(books.deposit);
        books.audited();
        assertEquals("221", books.position(A).cost(CostMethod.WAC).rawCost().toString());
        assertEquals("-221", books.position(A).cost(CostMethod.WAC).movedCost().toString());
        assertEquals("0", books.realized(A, CostMethod.FIFO));
    }

    @Test
    void cashHasNoLots()
    {
        books.deposit(A, TestBooks.USDT, "100", null);
        assertEquals(0, books.ledger.positionCount());
        books.booked(books.withdrawal(A, TestBooks.USDT, "40", "1"));
        assertEquals("59", books.balance(A, TestBooks.USDT, Purpose.FREE));
        assertFalse(books.events.has("lots"));
    }

    @Test
    void anArrivalOnAShortClosesItAtItsCost()
    {
        books.sell(A, "2", "100");
        books.deposit(A, TestBooks.BTC, "3", "90");
        assertEquals("20", books.realized(A, CostMethod.WAC));
        assertEquals("1", books.position(A).netQty().toString());
        assertEquals("90", books.position(A).cost(CostMethod.FIFO).rawCost().toString());
    }

    @Test
    void aWithdrawalTakesLotsAtCostWithoutProfit()
    {
        books.buy(A, "1", "100").buy(A, "1", "200");
        books.booked(books.withdrawal(A, TestBooks.BTC, "1", "0"));
        assertEquals("0", books.realized(A, CostMethod.WAC));
        assertEquals("150", books.position(A).cost(CostMethod.WAC).rawCost().toString());
        assertEquals("200", books.position(A).cost(CostMethod.FIFO).rawCost().toString());
        assertTrue(books.events.has("lots WITHDRAWAL account=1 asset=1 qty=-1 value=null wac=-150 fifo=-100"),
            books.events.lines.toString());
    }

    @Test
    void aTransferCarriesLotsWithCostAndDate()
    {
        books.buy(A, "1", "100").buy(A, "1", "200").buy(B, "1", "300");
        books.booked(books.transfer(A, B, TestBooks.BTC, "1.5", "0"));
        assertEquals("0.5", books.position(A).netQty().toString());
        assertEquals("100", books.position(A).cost(CostMethod.FIFO).rawCost().toString());
        assertEquals("500", books.position(B).cost(CostMethod.FIFO).rawCost().toString());
        assertEquals("525", books.position(B).cost(CostMethod.WAC).rawCost().toString());
        assertEquals(3, books.position(B).lotCount());
        books.sell(B, "1", "400");
        assertEquals("300", books.realized(B, CostMethod.FIFO), "the oldest lot is the one that came");
    }

    @Test
    void aTransferIntoAShortClosesItThenOpensTheRest()
    {
        books.buy(A, "1", "100").buy(A, "2", "120").sell(B, "2", "150");
        books.booked(books.transfer(A, B, TestBooks.BTC, "3", "0"));
        assertEquals("1", books.position(B).netQty().toString());
        assertEquals("80", books.realized(B, CostMethod.FIFO));
        assertEquals("120", books.position(B).cost(CostMethod.FIFO).rawCost().toString());
        assertEquals(1, books.position(B).lotCount());
        assertEquals("0", books.position(A).cost(CostMethod.WAC).rawCost().toString());
    }

    @Test
    void feeUnitsOfATransferGoFirstAndAreSoldAtTheMark()
    {
        books.buy(A, "1", "100").buy(A, "1", "200").mark(TestBooks.BTC_USDT, "150");
        books.booked(books.transfer(A, B, TestBooks.BTC, "1", "0.5"));
        assertEquals("25", books.realized(A, CostMethod.FIFO));
        assertEquals("0", books.realized(A, CostMethod.WAC));
        assertEquals("75", books.position(A).fees().toString());
        assertEquals("0.5", books.position(A).baseFees().toString());
        assertEquals("0.5", books.balance(A, TestBooks.BTC, Purpose.FREE));
        assertEquals("1", books.balance(B, TestBooks.BTC, Purpose.FREE));
        assertTrue(books.events.has("lots FEE account=1 asset=1 qty=-0.5 value=75 wac=-75 fifo=-50"),
            books.events.lines.toString());
    }

    @Test
    void feeUnitsWithoutAPriceLeaveAtCostWithABreak()
    {
        books.buy(A, "2", "100");
        books.booked(books.transfer(A, B, TestBooks.BTC, "1", "0.5"));
        assertEquals("0", books.realized(A, CostMethod.FIFO));
        assertEquals("150", books.position(A).cost(CostMethod.WAC).movedCost().toString());
        assertEquals("0", books.position(A).fees().toString());
        assertTrue(books.events.has("break UNPRICED_FEE account=1 asset=1 amount=0.5"), books.events.lines.toString());
    }

    @Test
    void aTransferBetweenLocationsLeavesTheLotsAlone()
    {
        books.buy(A, "2", "100");
        books.events.lines.clear();
        books.booked(books.transfer(A, A, TestBooks.BTC, "2", "0").to(A, 0, TestBooks.VAULT));
        assertEquals("2", books.position(A).netQty().toString());
        assertEquals("0", books.balance(A, TestBooks.BTC, Purpose.FREE));
        assertEquals("2", books.ledger.balance(A, 0, TestBooks.VAULT, TestBooks.BTC, Purpose.FREE, new Amount())
            .toString());
        assertFalse(books.events.has("lots"));
        assertEquals(RejectReason.INVALID_FIELD,
            books.ledger.check(books.transfer(A, A, TestBooks.BTC, "1", "0").to(A, 0, TestBooks.VENUE)));
    }

    @Test
    void moreThanThereIsIsRefusedWhateverThePolicy()
    {
        books.buy(A, "1", "100");
        assertEquals(RejectReason.INSUFFICIENT_BALANCE,
            books.ledger.check(books.withdrawal(A, TestBooks.BTC, "0.9", "0.2")));
        assertEquals(RejectReason.INSUFFICIENT_BALANCE,
            books.ledger.check(books.transfer(A, B, TestBooks.BTC, "1.1", "0")));
        books.ledger.hold(A, 0, TestBooks.VENUE, TestBooks.BTC, Amount.of("0.5"));
        assertEquals(RejectReason.INSUFFICIENT_BALANCE,
            books.ledger.check(books.withdrawal(A, TestBooks.BTC, "1", "0")));
        books.deposit(A, TestBooks.BTC, "1", null);
        assertEquals(RejectReason.INSUFFICIENT_QTY,
            books.ledger.check(books.withdrawal(A, TestBooks.BTC, "1.5", "0").costAsset(TestBooks.USDT)));
        books.booked(books.withdrawal(A, TestBooks.BTC, "1.5", "0"));
        assertEquals("0", books.position(A).netQty().toString());
    }

    @Test
    void anExternalIdSeenTwiceIsBookedOnceAndOtherContentIsAnError()
    {
        books.buy(A, "3", "100");
        books.withdrawal(A, TestBooks.BTC, "1", "0");
        TestBooks.name(books.withdrawal, "W-1");
        books.booked(books.withdrawal);
        assertFalse(books.ledger.book(books.withdrawal));
        assertEquals("2", books.position(A).netQty().toString());
        books.withdrawal.amount().parse("1.5");
        assertEquals(RejectReason.DIFFERENT_CONTENT, books.ledger.check(books.withdrawal));
        books.transfer(A, B, TestBooks.BTC, "1", "0");
        TestBooks.name(books.transfer, "W-1");
        assertEquals(RejectReason.DIFFERENT_CONTENT, books.ledger.check(books.transfer));
    }
}
