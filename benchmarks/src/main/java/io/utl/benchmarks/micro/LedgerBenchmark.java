package io.utl.benchmarks.micro;

import io.utl.benchmarks.peers.NaiveBook;
import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.AccountKind;
import io.utl.codecs.sbe.BookingKind;
import io.utl.codecs.sbe.BreakKind;
import io.utl.codecs.sbe.FeePolicy;
import io.utl.codecs.sbe.Oversell;
import io.utl.codecs.sbe.Purpose;
import io.utl.codecs.sbe.RejectReason;
import io.utl.codecs.sbe.Side;
import io.utl.positions.ledger.BookedTrade;
import io.utl.positions.ledger.Ledger;
import io.utl.positions.ledger.LedgerEvents;
import io.utl.positions.ledger.MovedLots;
import io.utl.positions.ledger.PositionView;
import io.utl.positions.ledger.TradeEntry;
import java.math.BigDecimal;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * One fill into the books. Ours: two-sided legs, holdings, average cost and first in first out at once, fee, all told
 * through the events. Peer: one method, no legs, no fee, BigDecimal at 18 decimals.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LedgerBenchmark
{
    private static final int POSITIONS = 100;
    private static final int CONTRA = POSITIONS + 1;

    private final FillStream fills = new FillStream(POSITIONS);
    private final Told told = new Told();
    private final Ledger ledger = new Ledger(told);
    private final NaiveBook naive = new NaiveBook();
    private final TradeEntry entry = new TradeEntry();
    private final Amount[] qty = new Amount[FillStream.LENGTH];
    private final Amount[] price = new Amount[FillStream.LENGTH];
    private final BigDecimal[] signed = new BigDecimal[FillStream.LENGTH];
    private final BigDecimal[] naivePrice = new BigDecimal[FillStream.LENGTH];
    private final Amount fee = Amount.of("0.01");
    private int next;
    private long sequence;

    public LedgerBenchmark()
    {
        ledger.defineAsset(1);
        ledger.defineAsset(2);
        ledger.defineInstrument(1, 1, 2, Amount.of("1"));
        for (int account = 1; account <= POSITIONS; account++)
        {
            ledger.defineAccount(account, 0, AccountKind.CLIENT, FeePolicy.EXPENSE, Oversell.FLIP);
        }
        ledger.defineAccount(CONTRA, 0, AccountKind.EXTERNAL, FeePolicy.EXPENSE, Oversell.FLIP);
        for (int i = 0; i < FillStream.LENGTH; i++)
        {
            final BigDecimal quantity = new BigDecimal(fills.lots[i]).movePointLeft(5);
            final BigDecimal at = new BigDecimal(fills.ticks[i]).movePointLeft(2);
            qty[i] = Amount.of(quantity.abs().toPlainString());
            price[i] = Amount.of(at.toPlainString());
            signed[i] = quantity.setScale(18);
            naivePrice[i] = at.setScale(18);
        }
    }

    @Benchmark
    public void fill(final Blackhole hole)
    {
        final int i = next++ & (FillStream.LENGTH - 1);
        entry.reset().at(++sequence, sequence).account(fills.position[i] + 1).location(1).contra(CONTRA);
        entry.instrument(1).side(fills.lots[i] > 0 ? Side.BUY : Side.SELL).feeAsset(2);
        entry.qty().set(qty[i]);
        entry.price().set(price[i]);
        entry.fee().set(fee);
        if (ledger.bookIfFits(entry) != RejectReason.NONE)
        {
            throw new IllegalStateException("refused: " + ledger.check(entry));
        }
        hole.consume(told.calls);
    }

    @Benchmark
    public BigDecimal fillPeer()
    {
        final int i = next++ & (FillStream.LENGTH - 1);
        return naive.fill(fills.position[i], signed[i], naivePrice[i]);
    }

    /** Takes what the ledger tells and keeps nothing but a count. */
    private static final class Told implements LedgerEvents
    {
        private long calls;

        @Override
        public void tradeBooked(final BookedTrade trade)
        {
            calls++;
        }

        @Override
        public void lotsMoved(final MovedLots lots)
        {
            calls++;
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
            calls++;
        }

        @Override
        public void positionChanged(final PositionView position, final BookingKind kind)
        {
            calls++;
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
            throw new IllegalStateException("break " + kind + " in a benchmark");
        }
    }
}
