package io.utl.positions.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.CostMethod;
import io.utl.codecs.sbe.FeePolicy;
import io.utl.codecs.sbe.Oversell;
import io.utl.codecs.sbe.Purpose;
import io.utl.codecs.sbe.RejectReason;
import io.utl.codecs.sbe.Side;
import io.utl.positions.snapshot.LedgerSnapshot;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.Random;

/** Random histories against the naive ledger: every figure equal to the last of 18 decimals, after every booking. */
final class LedgerPropertyTest
{
    private static final int ACCOUNTS = 4;
    private static final int BOOKINGS = 4_000;

    private final long seed = Long.getLong("utl.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final TestBooks books = new TestBooks();
    private final NaiveLedger naive = new NaiveLedger();
    private int booked;
    private int refused;
    private int shorts;

    @Test
    void agreesWithTheNaiveLedgerOnEveryFigureOfRandomHistories()
    {
        System.out.println("ledger property seed=" + seed);
        for (int account = 1; account <= ACCOUNTS; account++)
        {
            books.account(
                account,
                account % 2 == 0 ? FeePolicy.CAPITALISE : FeePolicy.EXPENSE,
                account <= 2 ? Oversell.FLIP : Oversell.REJECT);
        }
        for (int i = 0; i < BOOKINGS; i++)
        {
            step();
            compare("seed=" + seed + ", booking " + i);
            if (i % 250 == 0)
            {
                books.audited();
            }
        }
        books.audited();
        System.out.println("booked=" + booked + " refused=" + refused + " short steps=" + shorts);
        assertTrue(booked > BOOKINGS / 2, "booked=" + booked);
        assertTrue(refused > 50, "refused=" + refused);
        assertTrue(shorts > 100, "shorts=" + shorts);
    }

    private void step()
    {
        final int account = 1 + random.nextInt(ACCOUNTS);
        final long digest = sometimes() ? new LedgerSnapshot(books.ledger).digest() : 0;
        final RejectReason reason =
            switch (random.nextInt(10))
            {
                case 7 -> deposit(account);
                case 8 -> withdraw(account);
                case 9 -> transfer(account);
                default -> trade(account);
            };
        if (reason == RejectReason.NONE)
        {
            booked++;
        }
        else
        {
            refused++;
            assertTrue(
                digest == 0 || digest == new LedgerSnapshot(books.ledger).digest(),
                "a refused booking left a trace, seed=" + seed);
        }
    }

    private boolean sometimes()
    {
        return random.nextInt(50) == 0;
    }

    private RejectReason trade(final int account)
    {
        final boolean buy = random.nextInt(100) < 48;
        final BigDecimal net = naive.position(account).net;
        final BigDecimal qty = random.nextInt(12) == 0 && net.signum() != 0 ? net.abs() : qty();
        final BigDecimal price = price();
        final boolean feeInBase = random.nextInt(4) == 0;
        final BigDecimal fee = random.nextInt(3) == 0 ? BigDecimal.ZERO : fee(feeInBase ? qty : qty.multiply(price));
        books.trade(account, buy ? Side.BUY : Side.SELL, qty.toPlainString(), price.toPlainString());
        books.fee(fee.toPlainString(), feeInBase ? TestBooks.BTC : TestBooks.USDT);
        final long timeNs = 1_000_000 + random.nextInt(50) * 1_000L;
        books.trade.tradeTimeNs(timeNs);
        final RejectReason reason = books.ledger.check(books.trade);
        if (reason == RejectReason.NONE)
        {
            books.ledger.book(books.trade);
            naive.trade(account, buy, qty, price, fee, feeInBase, account % 2 == 0, timeNs);
        }
        else
        {
            assertEquals(RejectReason.INSUFFICIENT_QTY, reason, "seed=" + seed);
        }
        return reason;
    }

    private RejectReason deposit(final int account)
    {
        final BigDecimal qty = qty();
        final BigDecimal price = price();
        final long timeNs = 1_000_000 + random.nextInt(50) * 1_000L;
        books.deposit.reset().at(++books.sequence, 5).account(account).location(TestBooks.VENUE)
            .contra(TestBooks.EXTERNAL).asset(TestBooks.BTC).costAsset(TestBooks.USDT).acquiredTimeNs(timeNs);
        books.deposit.amount().parse(qty.toPlainString());
        books.deposit.costPrice().parse(price.toPlainString());
        books.ledger.book(books.deposit);
        naive.deposit(account, qty, price, timeNs);
        return RejectReason.NONE;
    }

    private RejectReason withdraw(final int account)
    {
        final BigDecimal qty = qty();
        books.withdrawal(account, TestBooks.BTC, qty.toPlainString(), "0").costAsset(TestBooks.USDT);
        final RejectReason reason = books.ledger.check(books.withdrawal);
        if (reason == RejectReason.NONE)
        {
            books.ledger.book(books.withdrawal);
            naive.withdraw(account, qty);
        }
        return reason;
    }

    private RejectReason transfer(final int from)
    {
        final int to = 1 + (from + random.nextInt(ACCOUNTS - 1)) % ACCOUNTS;
        final BigDecimal qty = qty();
        books.transfer(from, to, TestBooks.BTC, qty.toPlainString(), "0").costAsset(TestBooks.USDT);
        final RejectReason reason = books.ledger.check(books.transfer);
        if (reason == RejectReason.NONE)
        {
            books.ledger.book(books.transfer);
            naive.transfer(from, to, qty);
        }
        return reason;
    }

    private void compare(final String where)
    {
        BigDecimal total = null;
        for (int account = 1; account <= ACCOUNTS; account++)
        {
            final PositionView view = books.position(account);
            final NaiveLedger.Position expected = naive.position(account);
            shorts += expected.net.signum() < 0 ? 1 : 0;
            equal(expected.net, view.netQty(), where + " net");
            equal(expected.fees, view.fees(), where + " fees");
            assertEquals(expected.lots.size(), view.lotCount(), where + " lots");
            for (int m = 0; m < 2; m++)
            {
                final CostView cost = view.cost(m == 0 ? CostMethod.WAC : CostMethod.FIFO);
                equal(expected.cost[m], cost.rawCost(), where + " cost " + m);
                equal(expected.feeCost[m], cost.feeCost(), where + " fee cost " + m);
                equal(expected.realized[m], cost.realized(), where + " realized " + m);
                equal(expected.recognised[m], cost.recognisedFees(), where + " recognised " + m);
                equal(expected.moved[m], cost.movedCost(), where + " moved " + m);
                final BigDecimal sum = expected.realized[m].subtract(expected.cost[m]).subtract(expected.moved[m]);
                assertTrue(m == 0 || sum.compareTo(total) == 0, where + ": methods differ in total profit");
                total = sum;
                assertTrue(view.netQty().signum() != 0 || cost.rawCost().isZero() && cost.feeCost().isZero(),
                    where + ": a flat position has cost");
            }
            equal(naive.balance(account, "BTC"), balance(account, TestBooks.BTC), where);
            equal(naive.balance(account, "USDT"), balance(account, TestBooks.USDT), where);
        }
    }

    private Amount balance(final int account, final int asset)
    {
        return books.ledger.balance(account, 0, TestBooks.VENUE, asset, Purpose.FREE, new Amount());
    }

    private static void equal(final BigDecimal expected, final Amount actual, final String where)
    {
        assertEquals(0, expected.compareTo(new BigDecimal(actual.toString())), () ->
            where + ": expected " + expected + ", is " + actual);
    }

    private BigDecimal qty()
    {
        return BigDecimal.valueOf(1 + random.nextInt(5_000_000), random.nextInt(4) == 0 ? 18 : 5);
    }

    private BigDecimal price()
    {
        return BigDecimal.valueOf(1 + random.nextInt(9_000_000), random.nextInt(7));
    }

    private BigDecimal fee(final BigDecimal of)
    {
        final BigDecimal fee = NaiveLedger.round(of.multiply(BigDecimal.valueOf(random.nextInt(100), 5)));
        return random.nextInt(5) == 0 ? fee.negate() : fee;
    }
}
