package io.utl.positions.vectors;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.AccountKind;
import io.utl.codecs.sbe.CostMethod;
import io.utl.codecs.sbe.FeePolicy;
import io.utl.codecs.sbe.Oversell;
import io.utl.codecs.sbe.RejectReason;
import io.utl.codecs.sbe.Side;
import io.utl.positions.ledger.DepositEntry;
import io.utl.positions.ledger.Ledger;
import io.utl.positions.ledger.PositionView;
import io.utl.positions.ledger.RecordingEvents;
import io.utl.positions.ledger.TradeEntry;
import io.utl.positions.ledger.TransferEntry;
import io.utl.positions.ledger.WithdrawalEntry;
import io.utl.positions.table.CostFlyweight;
import io.utl.positions.table.LedgerSizes;
import io.utl.positions.table.LotFlyweight;
import io.utl.positions.table.PositionFlyweight;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Feeds the events of one scenario to a ledger and reads the figures in the words of the vectors. */
final class ScenarioLedger
{
    private static final MathContext EXACT = new MathContext(60);
    private static final int BASE = 1;
    private static final int QUOTE = 2;
    private static final int INSTRUMENT = 1;
    private static final int CONTRA = 1_000;

    private final Scenario scenario;
    private final Ledger ledger = new Ledger(new RecordingEvents(), LedgerSizes.SMALL);
    private final Map<String, Integer> accounts = new LinkedHashMap<>();
    private final CostMethod method;
    private BigDecimal baseFeeValue = BigDecimal.ZERO;
    private BigDecimal mark;
    private long sequence;

    ScenarioLedger(final Scenario scenario)
    {
        this.scenario = scenario;
        method = CostMethod.valueOf(scenario.method);
        ledger.defineAsset(BASE);
        ledger.defineAsset(QUOTE);
        ledger.defineInstrument(INSTRUMENT, BASE, QUOTE, Amount.of(scenario.multiplier.toPlainString()));
        ledger.defineAccount(CONTRA, 0, AccountKind.EXTERNAL, FeePolicy.EXPENSE, Oversell.FLIP);
    }

    Ledger ledger()
    {
        return ledger;
    }

    /** Applies one event; the reason if it was refused. */
    RejectReason apply(final Map<String, Object> event)
    {
        sequence++;
        return switch ((String)event.get("type"))
        {
            case "TRADE" -> trade(event);
            case "TRANSFER_IN" -> deposit(event);
            case "TRANSFER_OUT" -> withdraw(event);
            case "TRANSFER" -> transfer(event);
            case "MARK" -> mark(event);
            default -> throw new IllegalArgumentException("event " + event);
        };
    }

    /** Figures over all accounts, or over one. */
    Map<String, BigDecimal> figures(final String account)
    {
        final Map<String, BigDecimal> sums = new LinkedHashMap<>();
        final boolean separate = scenario.feeMode.equals("SEPARATE");
        for (final Map.Entry<String, Integer> entry : accounts.entrySet())
        {
            final PositionView view = new PositionView();
            if ((account == null || account.equals(entry.getKey())) &&
                ledger.position(entry.getValue(), 0, BASE, QUOTE, view))
            {
                add(sums, "position", view.netQty());
                add(sums, "realizedPnlGross", view.cost(method).realized());
                add(sums, "realizedPnl", separate ? view.cost(method).realized() :
                    view.realizedNet(method, new Amount()));
                add(sums, "fees", view.fees());
                add(sums, "baseFees", view.baseFees());
                add(sums, "funding", view.funding());
                add(sums, "raw", view.cost(method).rawCost());
                add(sums, "basis", separate ? view.cost(method).rawCost() :
                    view.cost(method).costBasis(new Amount()));
            }
        }
        return sums.isEmpty() ? sums : derived(sums);
    }

    /** Open lots in order: quantity, raw cost, capitalised fees, price, time. */
    List<LotRow> lots()
    {
        final List<LotRow> rows = new ArrayList<>();
        final LotFlyweight lot = new LotFlyweight();
        final CostFlyweight cost = new CostFlyweight();
        for (int i = 0; i < ledger.tables().positions().size(); i++)
        {
            new PositionFlyweight().wrap(ledger.tables().positions(), i).cost(CostMethod.FIFO, cost);
            for (int at = cost.firstLot(); at != 0; at = lot.next())
            {
                lot.wrap(ledger.tables().lots(), at - 1);
                rows.add(new LotRow(
                    lot.lotSequence(),
                    decimal(lot.qty(new Amount())),
                    decimal(lot.rawCost(new Amount())),
                    decimal(lot.feeCost(new Amount())),
                    decimal(lot.price(new Amount())),
                    lot.acquiredTimeNs()));
            }
        }
        return rows;
    }

    /** Realized less raw cost less cost that left: equal under every method. */
    BigDecimal invariant(final CostMethod of)
    {
        BigDecimal sum = BigDecimal.ZERO;
        final PositionView view = new PositionView();
        for (int i = 0; i < ledger.positionCount(); i++)
        {
            ledger.positionAt(i, view);
            sum = sum.add(decimal(view.cost(of).realized())).subtract(decimal(view.cost(of).rawCost()))
                .subtract(decimal(view.cost(of).movedCost()));
        }
        return sum;
    }

    static long timeNs(final Object text)
    {
        final Instant instant = Instant.parse((String)text);
        return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
    }

    static BigDecimal decimal(final Amount amount)
    {
        return new BigDecimal(amount.toString());
    }

    private Map<String, BigDecimal> derived(final Map<String, BigDecimal> sums)
    {
        final BigDecimal units = sums.get("position").multiply(scenario.multiplier);
        sums.put("fees", sums.get("fees").subtract(baseFeeValue));
        sums.put("rawCost", sums.get("raw").abs());
        sums.put("costBasis", sums.get("basis").abs());
        if (units.signum() != 0)
        {
            sums.put("avgPrice", sums.get("raw").divide(units, EXACT));
            sums.put("unitCost", sums.get("basis").divide(units, EXACT));
        }
        if (mark != null)
        {
            final BigDecimal value = units.multiply(mark);
            sums.put("notional", value.abs());
            sums.put("unrealizedPnl", value.subtract(sums.get("basis")));
            sums.put("unrealizedPnlGross", value.subtract(sums.get("raw")));
            sums.put("totalPnl", sums.get("realizedPnl").add(sums.get("unrealizedPnl")));
            sums.put("totalPnlGross", sums.get("realizedPnlGross").add(sums.get("unrealizedPnlGross")));
        }
        return sums;
    }

    private RejectReason trade(final Map<String, Object> event)
    {
        final TradeEntry entry = new TradeEntry().at(sequence, timeNs(event.get("t")))
            .account(account(event, "account")).contra(CONTRA).location(1);
        entry.instrument(INSTRUMENT).side(Side.valueOf((String)event.get("side")))
            .tradeTimeNs(timeNs(event.getOrDefault("acquired", event.get("t"))));
        entry.qty().parse((String)event.get("qty"));
        entry.price().parse((String)event.get("price"));
        if (event.containsKey("amount"))
        {
            entry.value().parse((String)event.get("amount"));
        }
        if (event.containsKey("fee"))
        {
            entry.fee().parse((String)event.get("fee"));
            entry.feeAsset("BASE".equals(event.get("feeAsset")) ? BASE : QUOTE);
        }
        final RejectReason reason = ledger.check(entry);
        if (reason == RejectReason.NONE)
        {
            ledger.book(entry);
            if (entry.feeAsset() == BASE)
            {
                baseFeeValue = baseFeeValue.add(
                    decimal(entry.fee()).multiply(decimal(entry.price())).multiply(scenario.multiplier));
            }
        }
        return reason;
    }

    private RejectReason deposit(final Map<String, Object> event)
    {
        final DepositEntry entry = new DepositEntry().at(sequence, timeNs(event.get("t")))
            .account(account(event, "account")).contra(CONTRA).location(1);
        entry.asset(BASE).costAsset(QUOTE).acquiredTimeNs(timeNs(event.getOrDefault("acquired", event.get("t"))));
        entry.amount().parse((String)event.get("qty"));
        if (event.containsKey("amount"))
        {
            entry.cost().parse((String)event.get("amount"));
        }
        else
        {
            entry.costPrice().parse((String)event.get("price"));
        }
        final RejectReason reason = ledger.check(entry);
        if (reason == RejectReason.NONE)
        {
            ledger.book(entry);
        }
        return reason;
    }

    private RejectReason withdraw(final Map<String, Object> event)
    {
        final WithdrawalEntry entry = new WithdrawalEntry().at(sequence, timeNs(event.get("t")))
            .account(account(event, "account")).contra(CONTRA).location(1);
        entry.asset(BASE).costAsset(QUOTE).amount().parse((String)event.get("qty"));
        final RejectReason reason = ledger.check(entry);
        if (reason == RejectReason.NONE)
        {
            ledger.book(entry);
        }
        return reason;
    }

    private RejectReason transfer(final Map<String, Object> event)
    {
        final TransferEntry entry = new TransferEntry().at(sequence, timeNs(event.get("t")))
            .account(account(event, "from")).contra(CONTRA).location(1);
        entry.to(account(event, "to"), 0, 1).asset(BASE).costAsset(QUOTE);
        entry.amount().parse((String)event.get("qty"));
        if (event.containsKey("fee"))
        {
            entry.fee().parse((String)event.get("fee"));
        }
        if (event.containsKey("feePrice"))
        {
            entry.feePrice().parse((String)event.get("feePrice"));
        }
        final RejectReason reason = ledger.check(entry);
        if (reason == RejectReason.NONE)
        {
            ledger.book(entry);
        }
        return reason;
    }

    private RejectReason mark(final Map<String, Object> event)
    {
        mark = new BigDecimal((String)event.get("price"));
        final Amount price = Amount.of((String)event.get("price"));
        ledger.marks().mark(INSTRUMENT, price, price, price, timeNs(event.get("t")));
        return RejectReason.NONE;
    }

    private int account(final Map<String, Object> event, final String key)
    {
        return accounts.computeIfAbsent((String)event.getOrDefault(key, ""), name ->
        {
            ledger.defineAccount(
                accounts.size() + 1,
                1,
                AccountKind.CLIENT,
                scenario.feeMode.equals("CAPITALISE") ? FeePolicy.CAPITALISE : FeePolicy.EXPENSE,
                Oversell.valueOf(scenario.oversell));
            return accounts.size() + 1;
        });
    }

    private static void add(final Map<String, BigDecimal> sums, final String key, final Amount amount)
    {
        sums.merge(key, decimal(amount), BigDecimal::add);
    }

    /** One open lot. */
    record LotRow(
        long sequence, BigDecimal qty, BigDecimal raw, BigDecimal fee, BigDecimal price, long acquiredNs)
    {
        BigDecimal cost(final boolean withFees)
        {
            return withFees ? raw.add(fee) : raw;
        }
    }
}
