package io.utl.positions.vectors;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds out which lots an event relieved, by reading the lots before and after it; first-in-first-out only. */
final class MatchReader
{
    private static final MathContext EXACT = new MathContext(60);

    private final Scenario scenario;
    private final ScenarioLedger ledger;
    private final List<Match> matches = new ArrayList<>();
    private List<ScenarioLedger.LotRow> before = List.of();

    MatchReader(final Scenario scenario, final ScenarioLedger ledger)
    {
        this.scenario = scenario;
        this.ledger = ledger;
    }

    void before()
    {
        before = ledger.lots();
    }

    void after(final Map<String, Object> event)
    {
        if (event.get("type").equals("TRANSFER"))
        {
            return;
        }
        final List<ScenarioLedger.LotRow> after = ledger.lots();
        for (final ScenarioLedger.LotRow lot : before)
        {
            BigDecimal qty = lot.qty();
            BigDecimal cost = lot.cost(true);
            for (final ScenarioLedger.LotRow rest : after)
            {
                if (rest.sequence() == lot.sequence())
                {
                    qty = qty.subtract(rest.qty());
                    cost = cost.subtract(rest.cost(true));
                }
            }
            if (qty.signum() != 0)
            {
                matches.add(new Match(qty, lot, cost, event));
            }
        }
    }

    /** Compares what is stated; returns how many matches were compared. */
    int compare(final Map<String, Object> expected, final int n, final List<String> failures)
    {
        if (!expected.containsKey("matches") || !scenario.method.equals("FIFO"))
        {
            return 0;
        }
        final List<Map<String, Object>> stated = Scenario.objects(expected.get("matches"));
        if (stated.size() != matches.size())
        {
            failures.add(scenario.id + ": matches " + matches.size() + ", expected " + stated.size());
            return 0;
        }
        for (int i = 0; i < stated.size(); i++)
        {
            if (!agrees(stated.get(i), matches.get(i), expected, n))
            {
                failures.add(scenario.id + ": match " + i + " is " + matches.get(i) + ", expected " + stated.get(i));
            }
        }
        return stated.size();
    }

    private boolean agrees(
        final Map<String, Object> stated, final Match match, final Map<String, Object> expected, final int n)
    {
        final BigDecimal qty = match.qty.abs();
        final BigDecimal price = allowance(expected, "unitCost", n, match.qty);
        final BigDecimal money = allowance(expected, "costBasis", n, match.qty);
        final BigDecimal units = match.qty.multiply(scenario.multiplier);
        return CostBasisVectorsTest.isNear(abs(stated.get("qty")), qty, scenario.tolerance("position", expected)) &&
            CostBasisVectorsTest.isNear(
                stated.get("openPrice"), match.lot.raw().divide(
                    match.lot.qty().multiply(scenario.multiplier), EXACT), price) &&
            CostBasisVectorsTest.isNear(
                stated.get("cost"), scenario.feeMode.equals("CAPITALISE") ? match.cost.abs() :
                    match.lot.price().multiply(units).abs(), money) &&
            (stated.get("open") == null ||
                ScenarioLedger.timeNs(stated.get("open")) == match.lot.acquiredNs()) &&
            (stated.get("close") == null || stated.get("close").equals(match.event.get("t")));
    }

    private BigDecimal allowance(
        final Map<String, Object> expected, final String field, final int n, final BigDecimal qty)
    {
        return scenario.tolerance(field, expected).add(CostBasisVectorsTest.allowance(scenario, field, n, qty));
    }

    private static Object abs(final Object text)
    {
        return text == null ? null : new BigDecimal((String)text).abs().toPlainString();
    }

    /** Units of one lot that one event relieved. */
    private record Match(BigDecimal qty, ScenarioLedger.LotRow lot, BigDecimal cost, Map<String, Object> event)
    {
    }
}
