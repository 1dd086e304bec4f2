package io.utl.positions.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.BreakKind;
import io.utl.codecs.sbe.CostMethod;
import io.utl.codecs.sbe.FeePolicy;
import io.utl.codecs.sbe.Oversell;
import io.utl.codecs.sbe.Purpose;
import io.utl.codecs.sbe.RejectReason;
import io.utl.codecs.sbe.Side;

import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;

final class LedgerTradeTest
{
    private static final int A = 1;
    private static final int STRICT = 2;

    private final TestBooks books = new TestBooks()
        .account(A, FeePolicy.EXPENSE, Oversell.FLIP)
        .account(STRICT, FeePolicy.EXPENSE, Oversell.REJECT);

    @Test
    void tellsTheTradeThenItsLegsThenThePosition()
    {
        books.trade(A, Side.BUY, "2", "100");
        books.booked(books.fee("0.5", TestBooks.USDT));
        assertEquals(List.of("trade", "leg", "leg", "leg", "leg", "leg", "leg", "position"), books.events.kinds());
        assertEquals("-200.5", books.balance(A, TestBooks.USDT, Purpose.FREE));
        assertEquals("200.5", books.balance(TestBooks.EXTERNAL, TestBooks.USDT, Purpose.FREE));
        assertEquals("-2", books.balance(TestBooks.EXTERNAL, TestBooks.BTC, Purpose.FREE));
    }

    @Test
    void oneStepBooksWhatFitsOnceAndLeavesNoTraceOfWhatDoesNot()
    {
        books.buy(STRICT, "1", "100");
        final int told = books.events.kinds().size();
        final TradeEntry entry = books.trade(STRICT, Side.SELL, "2", "110");
        assertEquals(RejectReason.INSUFFICIENT_QTY, books.ledger.bookIfFits(entry));
        assertEquals(told, books.events.kinds().size());
        assertEquals("1", books.position(STRICT).netQty().toString());

        entry.qty().parse("1");
        entry.id().reset().with(new UnsafeBuffer("t1".getBytes(StandardCharsets.US_ASCII)), 0, 2);
        assertEquals(RejectReason.NONE, books.ledger.bookIfFits(entry));
        final int booked = books.events.kinds().size();
        assertEquals(RejectReason.NONE, books.ledger.bookIfFits(entry));
        assertEquals(booked, books.events.kinds().size());
        assertEquals("0", books.audited().position(STRICT).netQty().toString());
        assertEquals("10", books.realized(STRICT, CostMethod.WAC));
    }

    @Test
    void aRebateIsANegativeFee()
    {
        books.trade(A, Side.BUY, "1", "100");
        books.booked(books.fee("-0.25", TestBooks.USDT)).mark(TestBooks.BTC_USDT, "100");
        assertEquals("-0.25", books.position(A).fees().toString());
        assertEquals("0.25", books.total(A, CostMethod.WAC));
        assertEquals("-99.75", books.balance(A, TestBooks.USDT, Purpose.FREE));
    }

    @Test
    void aBaseFeeOnASaleTakesTheUnitsFromTheHoldingToo()
    {
        books.buy(STRICT, "1", "100");
        books.trade(STRICT, Side.SELL, "1", "110");
        assertEquals(RejectReason.INSUFFICIENT_QTY, books.ledger.check(books.fee("0.001", TestBooks.BTC)));
        books.trade(STRICT, Side.SELL, "0.999", "110");
        books.booked(books.fee("0.001", TestBooks.BTC));
        assertEquals("0", books.position(STRICT).netQty().toString());
        assertEquals("0", books.balance(STRICT, TestBooks.BTC, Purpose.FREE));
        assertEquals("10", books.realized(STRICT, CostMethod.FIFO));
        assertEquals("9.89", books.net(STRICT, CostMethod.FIFO));
    }

    @Test
    void aBaseFeeOnAShortCoverLeavesTotalProfitEqualToCashAndMarketValue()
    {
        books.sell(A, "1", "100");
        books.trade(A, Side.BUY, "1", "90");
        books.booked(books.fee("0.001", TestBooks.BTC)).mark(TestBooks.BTC_USDT, "90");
        assertEquals("-0.001", books.position(A).netQty().toString());
        assertEquals("9.91", books.total(A, CostMethod.WAC));
        assertEquals("9.91", books.total(A, CostMethod.FIFO));
    }

    @Test
    void aBaseFeeAsLargeAsThePurchaseLeavesNoPosition()
    {
        books.trade(A, Side.BUY, "1", "100");
        books.booked(books.fee("1", TestBooks.BTC));
        assertEquals("0", books.position(A).netQty().toString());
        assertEquals("-100", books.total(A, CostMethod.WAC));
        books.trade(A, Side.BUY, "1", "100");
        assertEquals(RejectReason.INVALID_FIELD, books.ledger.check(books.fee("1.1", TestBooks.BTC)));
    }

    @Test
    void aThirdAssetFeeWithoutAMarkLeavesAtCostAndRaisesABreak()
    {
        books.deposit(A, TestBooks.BNB, "1", "8");
        books.trade(A, Side.BUY, "1", "100");
        books.events.lines.clear();
        books.booked(books.fee("0.25", TestBooks.BNB));
        assertTrue(books.events.has("break UNPRICED_FEE account=1 asset=3 amount=0.25"), books.events.lines.toString());
        assertTrue(books.events.lines.get(0).contains("feeValue=null"), books.events.lines.get(0));
        assertEquals("0.75", books.position(A, TestBooks.BNB).netQty().toString());
        assertEquals("6", books.position(A, TestBooks.BNB).cost(CostMethod.FIFO).rawCost().toString());
        assertEquals("-6", books.position(A, TestBooks.BNB).cost(CostMethod.WAC).movedCost().toString());
        assertEquals("0", books.position(A).fees().toString());
    }

    @Test
    void aThirdAssetFeeThatNoLotsCoverIsBookedAndRaisesABreak()
    {
        books.mark(TestBooks.BNB_USDT, "10");
        books.trade(STRICT, Side.BUY, "1", "100");
        books.booked(books.fee("0.1", TestBooks.BNB));
        assertTrue(books.events.has("break OVERSOLD account=2 asset=3 amount=0.1"), books.events.lines.toString());
        assertEquals("-0.1", books.position(STRICT, TestBooks.BNB).netQty().toString());
        assertEquals("1", books.position(STRICT).fees().toString());
    }

    @Test
    void capitalisedFeesJoinTheCostOfLongsAndShorts()
    {
        books.account(A, FeePolicy.CAPITALISE, Oversell.FLIP);
        books.trade(A, Side.SELL, "1", "100");
        books.booked(books.fee("1", TestBooks.USDT)).mark(TestBooks.BTC_USDT, "100");
        final Amount unit = new Amount();
        assertTrue(books.position(A).unitCost(CostMethod.FIFO, unit));
        assertEquals("99", unit.toString());
        assertTrue(books.position(A).avgPrice(CostMethod.FIFO, unit));
        assertEquals("100", unit.toString());
        assertEquals("-1", books.unrealized(A, CostMethod.WAC));
        books.buy(A, "1", "100");
        assertEquals("-1", books.net(A, CostMethod.WAC));
        assertFalse(books.position(A).unitCost(CostMethod.WAC, unit));
        assertTrue(unit.isNull());
    }

    @Test
    void refusesToSellMoreThanThereIsWhereShortingIsNotAllowed()
    {
        books.buy(STRICT, "1", "100");
        assertEquals(RejectReason.INSUFFICIENT_QTY,
            books.ledger.check(books.trade(STRICT, Side.SELL, "1.000000000000000001", "100")));
        assertThrows(LedgerException.class, () -> books.ledger.book(books.trade));
        assertEquals("1", books.position(STRICT).netQty().toString());
        books.sell(STRICT, "1", "100");
    }

    @Test
    void anOversoldFactGoesToSuspenseWithABreak()
    {
        books.trade(STRICT, Side.SELL, "2", "100");
        TestBooks.name(books.trade, "T-9");
        books.fee("0.1", TestBooks.USDT);
        assertTrue(books.ledger.bookSuspense(books.trade, BreakKind.OVERSOLD));
        books.audited();
        assertEquals("-2", books.balance(STRICT, TestBooks.BTC, Purpose.SUSPENSE));
        assertEquals("199.9", books.balance(STRICT, TestBooks.USDT, Purpose.SUSPENSE));
        assertEquals("0", books.balance(STRICT, TestBooks.USDT, Purpose.FREE));
        assertEquals("0", books.position(STRICT).netQty().toString());
        assertTrue(books.events.has("break OVERSOLD account=2"), books.events.lines.toString());
        final int told = books.events.lines.size();
        assertFalse(books.ledger.bookSuspense(books.trade, BreakKind.OVERSOLD));
        assertFalse(books.ledger.book(books.trade));
        assertEquals(told, books.events.lines.size());
    }

    @Test
    void aTradeSeenTwiceIsBookedOnceAndOtherContentIsAnError()
    {
        books.trade(A, Side.BUY, "1", "100");
        TestBooks.name(books.trade, "T-1");
        books.booked(books.trade);
        assertEquals(1, books.ledger.seenTrades().size());
        assertEquals(Repeat.SAME, books.ledger.repeat(books.trade));
        assertEquals(RejectReason.NONE, books.ledger.check(books.trade.at(77, 77)));
        assertFalse(books.ledger.book(books.trade));
        assertEquals("1", books.position(A).netQty().toString());
        books.trade.price().parse("100.01");
        assertEquals(RejectReason.DIFFERENT_CONTENT, books.ledger.check(books.trade));
        assertThrows(LedgerException.class, () -> books.ledger.book(books.trade));
        TestBooks.name(books.trade, "T-2");
        assertEquals(RejectReason.NONE, books.ledger.check(books.trade));
    }

    @Test
    void refusesWhatIsUnknownOrIncompleteNamingIt()
    {
        assertEquals(RejectReason.UNKNOWN_ACCOUNT, books.ledger.check(books.trade(77, Side.BUY, "1", "1")));
        assertEquals(RejectReason.UNKNOWN_ACCOUNT, books.ledger.check(books.trade(A, Side.BUY, "1", "1").contra(78)));
        assertEquals(RejectReason.UNKNOWN_SYMBOL,
            books.ledger.check(books.trade(A, Side.BUY, "1", "1").instrument(99)));
        assertEquals(RejectReason.UNKNOWN_ASSET, books.ledger.check(books.trade(A, Side.BUY, "1", "1").feeAsset(99)));
        assertEquals(RejectReason.INVALID_FIELD, books.ledger.check(books.trade(A, Side.BUY, "0", "1")));
        assertEquals(RejectReason.INVALID_FIELD, books.ledger.check(books.trade(A, Side.BUY, "-1", "1")));
        assertEquals(RejectReason.INVALID_FIELD, books.ledger.check(books.trade(A, Side.NULL_VAL, "1", "1")));
    }

    @Test
    void holdsAQuadrillionUnitsAtATrillionth()
    {
        books.buy(A, "1000000000000000", "0.000000000001");
        books.buy(A, "1", "0.000000000003");
        books.sell(A, "333333333333333.333333333333333333", "0.000000000002");
        books.sell(A, "666666666666667.666666666666666667", "0.000000000002");
        assertEquals("0", books.position(A).netQty().toString());
        assertEquals("0", books.position(A).cost(CostMethod.WAC).rawCost().toString());
        assertEquals(books.realized(A, CostMethod.WAC), books.realized(A, CostMethod.FIFO));
        assertEquals("999.999999999999", books.realized(A, CostMethod.WAC));
    }

    @Test
    void whatDoesNotFitIsRefusedWithoutATraceAndAFactGoesToSuspenseAsFarAsItFits()
    {
        final String large = "160000000000000000000";
        books.trade(A, Side.BUY, large, "2");
        assertEquals(RejectReason.AMOUNT_RANGE, books.ledger.check(books.trade));
        TestBooks.name(books.trade, "T-big");
        assertTrue(books.ledger.bookSuspense(books.trade, BreakKind.AMOUNT_RANGE));
        books.audited();
        assertEquals(large, books.balance(A, TestBooks.BTC, Purpose.SUSPENSE));
        assertEquals("0", books.balance(A, TestBooks.USDT, Purpose.SUSPENSE));
        assertEquals(1, books.ledger.tables().breaks());

        books.buy(STRICT, "1", "1");
        assertEquals(RejectReason.AMOUNT_RANGE,
            books.ledger.check(books.trade(STRICT, Side.BUY, "170000000000000000000", "1")));
        assertEquals("1", books.position(STRICT).netQty().toString());
        books.sell(STRICT, "1", "1");
    }

    @Test
    void aFactWithAnUnknownFeeAssetKeepsItsOtherLegsInSuspense()
    {
        books.trade(A, Side.BUY, "1", "100");
        books.fee("0.1", 99);
        assertTrue(books.ledger.bookSuspense(books.trade, BreakKind.UNFIT_FACT));
        books.audited();
        assertEquals("1", books.balance(A, TestBooks.BTC, Purpose.SUSPENSE));
        assertEquals("-100", books.balance(A, TestBooks.USDT, Purpose.SUSPENSE));
        assertTrue(books.ledger.bookSuspense(books.trade(77, Side.BUY, "1", "1"), BreakKind.UNKNOWN_ORDER));
        assertTrue(books.events.has("break UNKNOWN_ORDER account=77"), books.events.lines.toString());
    }

    @Test
    void holdingsAreCheckedBeforeValue()
    {
        assertEquals(RejectReason.INSUFFICIENT_QTY,
            books.ledger.check(books.trade(STRICT, Side.SELL, "160000000000000000000", "2")));
    }

    @Test
    void holdsAndReleasesBetweenFreeAndHeldOfOneAccount()
    {
        books.deposit(A, TestBooks.USDT, "100", null);
        final Amount sixty = Amount.of("60");
        assertEquals(RejectReason.NONE, books.ledger.checkHold(A, 0, TestBooks.VENUE, TestBooks.USDT, sixty));
        books.ledger.hold(A, 0, TestBooks.VENUE, TestBooks.USDT, sixty);
        assertEquals(RejectReason.INSUFFICIENT_BALANCE,
            books.ledger.checkHold(A, 0, TestBooks.VENUE, TestBooks.USDT, sixty));
        assertEquals("40", books.balance(A, TestBooks.USDT, Purpose.FREE));
        assertEquals("60", books.balance(A, TestBooks.USDT, Purpose.HELD));
        assertThrows(LedgerException.class, () ->
            books.ledger.release(A, 0, TestBooks.VENUE, TestBooks.USDT, Amount.of("60.1")));
        books.ledger.release(A, 0, TestBooks.VENUE, TestBooks.USDT, sixty);
        assertEquals("100", books.balance(A, TestBooks.USDT, Purpose.FREE));
        books.audited();
    }
}
