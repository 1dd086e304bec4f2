package io.utl.positions.ledger;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.AccountKind;
import io.utl.codecs.sbe.CostMethod;
import io.utl.codecs.sbe.FeePolicy;
import io.utl.codecs.sbe.Oversell;
import io.utl.codecs.sbe.Purpose;
import io.utl.codecs.sbe.RejectReason;
import io.utl.codecs.sbe.Side;
import io.utl.positions.table.LedgerSizes;
import io.utl.positions.valuation.Valuation;

import org.agrona.concurrent.UnsafeBuffer;

import java.nio.charset.StandardCharsets;

/** A small ledger with two assets, a fee token, and short ways to book; amounts are texts. */
public final class TestBooks
{
    public static final int BTC = 1;
    public static final int USDT = 2;
    public static final int BNB = 3;
    public static final int BTC_USDT = 1;
    public static final int BNB_USDT = 2;
    public static final int VENUE = 1;
    public static final int VAULT = 2;
    public static final int EXTERNAL = 9;

    public final RecordingEvents events;
    public final Ledger ledger;
    public final Valuation valuation;
    public final TradeEntry trade = new TradeEntry();
    public final DepositEntry deposit = new DepositEntry();
    public final WithdrawalEntry withdrawal = new WithdrawalEntry();
    public final TransferEntry transfer = new TransferEntry();
    public long sequence;

    public TestBooks()
    {
        this(null);
    }

    public TestBooks(final LedgerEvents out)
    {
        this(new RecordingEvents(), out, LedgerSizes.SMALL);
    }

    private TestBooks(final RecordingEvents events, final LedgerEvents out, final LedgerSizes sizes)
    {
        this(events, new Ledger(out == null ? events : out, sizes));
        for (final int asset : new int[]{BTC, USDT, BNB})
        {
            ledger.defineAsset(asset);
        }
        ledger.defineInstrument(BTC_USDT, BTC, USDT, Amount.of("1"));
        ledger.defineInstrument(BNB_USDT, BNB, USDT, Amount.of("1"));
        ledger.defineAccount(EXTERNAL, 0, AccountKind.EXTERNAL, FeePolicy.EXPENSE, Oversell.FLIP);
    }

    /** Over a ledger that is defined or loaded elsewhere. */
    public TestBooks(final RecordingEvents events, final Ledger ledger)
    {
        this.events = events;
        this.ledger = ledger;
        this.valuation = new Valuation(ledger);
    }

    public TestBooks(final LedgerEvents out, final LedgerSizes sizes)
    {
        this(new RecordingEvents(), out, sizes);
    }

    public TestBooks account(final int account, final FeePolicy policy, final Oversell oversell)
    {
        ledger.defineAccount(account, 1, AccountKind.CLIENT, policy, oversell);
        return this;
    }

    public TestBooks buy(final int account, final String qty, final String price)
    {
        return booked(trade(account, Side.BUY, qty, price));
    }

    public TestBooks sell(final int account, final String qty, final String price)
    {
        return booked(trade(account, Side.SELL, qty, price));
    }

    /** The entry of a trade in BTC-USDT, without a fee, to be changed or booked. */
    public TradeEntry trade(final int account, final Side side, final String qty, final String price)
    {
        trade.reset().at(++sequence, sequence * 1_000).account(account).location(VENUE).contra(EXTERNAL)
            .instrument(BTC_USDT).side(side);
        trade.qty().parse(qty);
        trade.price().parse(price);
        return trade;
    }

    public TradeEntry fee(final String fee, final int asset)
    {
        trade.fee().parse(fee);
        return trade.feeAsset(asset);
    }

    public TestBooks booked(final TradeEntry entry)
    {
        require(ledger.check(entry));
        ledger.book(entry);
        return audited();
    }

    /** Deposits with a price of cost; null price: cash. */
    public TestBooks deposit(final int account, final int asset, final String amount, final String costPrice)
    {
        deposit.reset().at(++sequence, sequence * 1_000).account(account).location(VENUE).contra(EXTERNAL)
            .asset(asset).costAsset(costPrice == null ? 0 : USDT);
        deposit.amount().parse(amount);
        if (costPrice != null)
        {
            deposit.costPrice().parse(costPrice);
        }
        require(ledger.check(deposit));
        ledger.book(deposit);
        return audited();
    }

    public WithdrawalEntry withdrawal(final int account, final int asset, final String amount, final String fee)
    {
        withdrawal.reset().at(++sequence, sequence * 1_000).account(account).location(VENUE).contra(EXTERNAL)
            .asset(asset);
        withdrawal.amount().parse(amount);
        withdrawal.fee().parse(fee);
        return withdrawal;
    }

    public TestBooks booked(final WithdrawalEntry entry)
    {
        require(ledger.check(entry));
        ledger.book(entry);
        return audited();
    }

    public TransferEntry transfer(
        final int from, final int to, final int asset, final String amount, final String fee)
    {
        transfer.reset().at(++sequence, sequence * 1_000).account(from).location(VENUE).contra(EXTERNAL)
            .to(to, 0, VENUE).asset(asset);
        transfer.amount().parse(amount);
        transfer.fee().parse(fee);
        return transfer;
    }

    public TestBooks booked(final TransferEntry entry)
    {
        require(ledger.check(entry));
        ledger.book(entry);
        return audited();
    }

    public TestBooks mark(final int instrument, final String price)
    {
        final Amount none = new Amount().setNull();
        ledger.marks().mark(instrument, none, none, Amount.of(price), sequence * 1_000);
        return this;
    }

    public PositionView position(final int account)
    {
        return position(account, BTC);
    }

    public PositionView position(final int account, final int asset)
    {
        final PositionView view = new PositionView();
        ledger.position(account, 0, asset, USDT, view);
        return view;
    }

    public String realized(final int account, final CostMethod method)
    {
        return position(account).cost(method).realized().toString();
    }

    public String net(final int account, final CostMethod method)
    {
        return position(account).realizedNet(method, new Amount()).toString();
    }

    public String unrealized(final int account, final CostMethod method)
    {
        final Amount into = new Amount();
        valuation.unrealized(position(account), method, into);
        return into.toString();
    }

    public String total(final int account, final CostMethod method)
    {
        final Amount into = new Amount();
        valuation.total(position(account), method, into);
        return into.toString();
    }

    public String balance(final int account, final int asset, final Purpose purpose)
    {
        return ledger.balance(account, 0, VENUE, asset, purpose, new Amount()).toString();
    }

    public static IdHash name(final BookingEntry<?> entry, final String text)
    {
        final byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return entry.id().reset().with(new UnsafeBuffer(bytes), 0, bytes.length);
    }

    public TestBooks audited()
    {
        ledger.assertConservation();
        ledger.assertLots();
        return this;
    }

    private static void require(final RejectReason reason)
    {
        if (reason != RejectReason.NONE)
        {
            throw new AssertionError("refused: " + reason);
        }
    }
}
