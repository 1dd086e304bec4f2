package io.utl.positions.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.BookingKind;
import io.utl.codecs.sbe.BreakKind;
import io.utl.codecs.sbe.CostMethod;
import io.utl.codecs.sbe.FeePolicy;
import io.utl.codecs.sbe.Oversell;
import io.utl.codecs.sbe.Purpose;
import io.utl.codecs.sbe.RejectReason;
import io.utl.codecs.sbe.Side;
import io.utl.positions.table.LedgerSizes;
import io.utl.positions.valuation.Exposure;

import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

import java.lang.management.ManagementFactory;

final class NoAllocationTest
{
    private static final int BOOKINGS = 100_000;
    private static final int WARM_UP = 60_000;
    /**
     * The virtual machine itself allocates a few bytes when it recompiles; a booking that does would in every round.
     */
    private static final int ROUNDS = 6;

    private final TestBooks books = new TestBooks(new SilentEvents(), new LedgerSizes(64, 393_216, 524_288));
    private final UnsafeBuffer idBytes = new UnsafeBuffer(new byte[8]);
    private final Amount amount = new Amount();
    private final Amount small = Amount.of("0.25");
    private final Amount price = new Amount();
    private final Exposure exposure = new Exposure();
    private final PositionView view = new PositionView();
    private final UnsafeBuffer text = new UnsafeBuffer(new byte[64]);
    private long ids;
    private long state = 88172645463325252L;

    @Test
    void aHundredThousandMixedBookingsAllocateNothing()
    {
        for (int account = 1; account <= 3; account++)
        {
            books.account(account, account == 2 ? FeePolicy.CAPITALISE : FeePolicy.EXPENSE, Oversell.FLIP);
            books.deposit(account, TestBooks.BTC, "100000", "50000")
                .deposit(account, TestBooks.USDT, "1000000000", null)
                .deposit(account, TestBooks.BNB, "100000", "500");
        }
        books.mark(TestBooks.BNB_USDT, "510");
        run(WARM_UP);
        final ThreadMXBean threads = (ThreadMXBean)ManagementFactory.getThreadMXBean();
        final long self = Thread.currentThread().getId();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS && least > 0; round++)
        {
            final long startNs = System.nanoTime();
            final long first = threads.getThreadAllocatedBytes(self);
            final long before = threads.getThreadAllocatedBytes(self);
            run(BOOKINGS);
            final long allocated = threads.getThreadAllocatedBytes(self) - before - (before - first);
            final long tookNs = System.nanoTime() - startNs;
            least = Math.min(least, allocated);
            System.out.println("mixed bookings: " + tookNs / BOOKINGS + " ns each, open lots " +
                books.ledger.tables().lots().open() + ", bytes allocated " + allocated);
        }
        books.audited();
        assertEquals(0, least, "bytes allocated over " + BOOKINGS + " bookings, in the best of " + ROUNDS + " rounds");
    }

    private void run(final int bookings)
    {
        for (int i = 0; i < bookings; i++)
        {
            final int account = 1 + next(3);
            switch (next(10))
            {
                case 0 -> books.ledger.marks().mark(TestBooks.BTC_USDT, price(), price, price, i);
                case 1 -> holdAndRelease(account);
                case 2 -> deposit(account);
                case 3 -> withdraw(account);
                case 4 -> transfer(account, 1 + account % 3);
                case 5 -> value(account);
                default -> trade(account);
            }
        }
    }

    private void trade(final int account)
    {
        final TradeEntry entry = books.trade.reset().at(++books.sequence, books.sequence).account(account)
            .location(TestBooks.VENUE).contra(TestBooks.EXTERNAL).instrument(TestBooks.BTC_USDT)
            .side(next(2) == 0 ? Side.BUY : Side.SELL).feeAsset(1 + next(3)).tradeTimeNs(books.sequence - next(5));
        entry.qty().setRaw(0, 1 + next(1_000_000_000) * 1_000_000_000L);
        entry.price().set(price());
        entry.fee().setRaw(0, next(1_000_000) * 1_000_000L);
        idBytes.putLong(0, ++ids);
        entry.id().reset().with(idBytes, 0, 8);
        if (books.ledger.check(entry) == RejectReason.NONE)
        {
            books.ledger.book(entry);
        }
    }

    private void deposit(final int account)
    {
        final DepositEntry entry = books.deposit.reset().at(++books.sequence, books.sequence).account(account)
            .location(TestBooks.VENUE).contra(TestBooks.EXTERNAL).asset(TestBooks.BTC).costAsset(TestBooks.USDT);
        entry.amount().set(small);
        entry.costPrice().set(price());
        if (books.ledger.check(entry) == RejectReason.NONE)
        {
            books.ledger.book(entry);
        }
    }

    private void withdraw(final int account)
    {
        final WithdrawalEntry entry = books.withdrawal.reset().at(++books.sequence, books.sequence).account(account)
            .location(TestBooks.VENUE).contra(TestBooks.EXTERNAL).asset(TestBooks.BTC);
        entry.amount().set(small);
        if (books.ledger.check(entry) == RejectReason.NONE)
        {
            books.ledger.book(entry);
        }
    }

    private void transfer(final int from, final int to)
    {
        final TransferEntry entry = books.transfer.reset().at(++books.sequence, books.sequence).account(from)
            .location(TestBooks.VENUE).contra(TestBooks.EXTERNAL).to(to, 0, TestBooks.VENUE).asset(TestBooks.BTC);
        entry.amount().set(small);
        entry.fee().setRaw(0, 1_000);
        if (books.ledger.check(entry) == RejectReason.NONE)
        {
            books.ledger.book(entry);
        }
    }

    private void holdAndRelease(final int account)
    {
        if (books.ledger.checkHold(account, 0, TestBooks.VENUE, TestBooks.USDT, small) == RejectReason.NONE)
        {
            books.ledger.hold(account, 0, TestBooks.VENUE, TestBooks.USDT, small);
            books.ledger.release(account, 0, TestBooks.VENUE, TestBooks.USDT, small);
        }
    }

    private void value(final int account)
    {
        if (books.ledger.position(account, 0, TestBooks.BTC, TestBooks.USDT, view))
        {
            books.valuation.total(view, CostMethod.FIFO, amount);
            view.avgPrice(CostMethod.WAC, amount);
        }
        books.valuation.exposure(0, TestBooks.BTC, TestBooks.USDT, exposure);
        exposure.netQty().format(text, 0);
    }

    private Amount price()
    {
        return price.setUnits(40_000 + next(20_000));
    }

    private int next(final int bound)
    {
        state ^= state << 13;
        state ^= state >>> 7;
        state ^= state << 17;
        return (int)((state >>> 1) % bound);
    }

    /** Listens to everything and keeps nothing. */
    private static final class SilentEvents implements LedgerEvents
    {
        private long heard;

        @Override
        public void tradeBooked(final BookedTrade trade)
        {
            heard++;
        }

        @Override
        public void lotsMoved(final MovedLots lots)
        {
            heard++;
        }

        @Override
        public void balanceChanged(
            final int account,
            final int book,
            final int location,
            final int asset,
            final Purpose purpose,
            final BookingKind kind,
            final Amount delta,
            final Amount total)
        {
            heard++;
        }

        @Override
        public void positionChanged(final PositionView position, final BookingKind kind)
        {
            heard++;
        }

        @Override
        public void breakRaised(
            final BreakKind kind,
            final int account,
            final int instrument,
            final int asset,
            final int location,
            final long orderId,
            final Amount amount)
        {
            heard++;
        }
    }
}
