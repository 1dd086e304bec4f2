package io.utl.positions.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.utl.codecs.sbe.CostMethod;
import io.utl.codecs.sbe.RejectReason;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The shared cost-basis scenarios, whose results come from other projects' own tests and published examples. Those of a
 * method, instrument or event that this ledger does not offer are skipped by name and counted.
 */
final class CostBasisVectorsTest
{
    private static final BigDecimal ULP = new BigDecimal("1e-18");
    private static final MathContext EXACT = new MathContext(60);
    private static final List<String> MONEY = List.of(
        "realizedPnl", "realizedPnlGross", "fees", "baseFees", "funding", "rawCost", "costBasis", "unrealizedPnl",
        "unrealizedPnlGross", "notional", "totalPnl", "totalPnlGross");
    private static final List<String> PRICES = List.of("avgPrice", "unitCost");

    private final List<String> failures = new ArrayList<>();
    private int figures;
    private int fifoMatches;

    @Test
    void agreesWithThePublishedScenariosOfOtherProjects() throws IOException
    {
        final Path folder = Path.of(System.getProperty("utl.shared", "../shared"), "vectors", "costbasis");
        assumeTrue(Files.isDirectory(folder), "shared cost-basis vectors are not here: " + folder);
        int passed = 0;
        int failed = 0;
        final Map<String, Integer> skipped = new TreeMap<>();
        for (final Scenario scenario : read(folder))
        {
            final String reason = scenario.skipped();
            if (reason != null)
            {
                skipped.merge(reason, 1, Integer::sum);
                continue;
            }
            final int before = failures.size();
            run(scenario);
            if (failures.size() == before)
            {
                passed++;
            }
            else
            {
                failed++;
            }
        }
        final int skippedCount = skipped.values().stream().mapToInt(Integer::intValue).sum();
        skipped.forEach((reason, count) -> System.out.println("cost-basis vectors skipped: " + count + " " + reason));
        System.out.println("cost-basis vectors: " + figures + " figures and " + fifoMatches + " matches compared");
        System.out.println(passed + " passed, " + failed + " failed, " + skippedCount + " skipped");
        assertEquals(List.of(), failures.stream().limit(20).toList());
        assertTrue(passed >= 200, "passed=" + passed + ": the filter has become too narrow");
    }

    private static List<Scenario> read(final Path folder) throws IOException
    {
        final List<Scenario> scenarios = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder))
        {
            for (final Path file : files.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList())
            {
                for (final String line : Files.readAllLines(file))
                {
                    scenarios.add(new Scenario(line));
                }
            }
        }
        return scenarios;
    }

    private void run(final Scenario scenario)
    {
        final ScenarioLedger ledger = new ScenarioLedger(scenario);
        final MatchReader matches = new MatchReader(scenario, ledger);
        final Object errorAt = Scenario.object(scenario.json.get("expect")).get("errorAt");
        final boolean errs = Scenario.object(scenario.json.get("expect")).containsKey("error");
        boolean refused = false;
        for (int i = 0; i < scenario.events.size(); i++)
        {
            matches.before();
            final RejectReason reason = ledger.apply(scenario.events.get(i));
            matches.after(scenario.events.get(i));
            refused |= reason != RejectReason.NONE;
            final boolean mayErr = errs && (errorAt == null || Integer.parseInt((String)errorAt) == i);
            require(scenario, reason == RejectReason.NONE || mayErr, "event " + i + " refused: " + reason);
            ledger.ledger().assertConservation();
            ledger.ledger().assertLots();
            require(
                scenario,
                ledger.invariant(CostMethod.WAC).compareTo(ledger.invariant(CostMethod.FIFO)) == 0,
                "total profit differs between methods after event " + i);
            for (final Map<String, Object> expected : scenario.expectedAfter(i))
            {
                compare(scenario, expected, ledger, null, i + 1);
                compareLots(scenario, expected, ledger, i + 1);
                fifoMatches += matches.compare(expected, i + 1, failures);
            }
        }
        require(scenario, refused == errs, "refused=" + refused + ", expected error=" + errs);
    }

    private void compare(
        final Scenario scenario,
        final Map<String, Object> expected,
        final ScenarioLedger ledger,
        final String account,
        final int n)
    {
        final Map<String, BigDecimal> actual = ledger.figures(account);
        final BigDecimal position = actual.getOrDefault("position", BigDecimal.ZERO);
        for (final Map.Entry<String, Object> entry : expected.entrySet())
        {
            final String field = entry.getKey();
            if (field.equals("accounts"))
            {
                Scenario.object(entry.getValue()).forEach((name, fields) ->
                    compare(scenario, Scenario.object(fields), ledger, name, n));
            }
            else if (field.equals("position"))
            {
                final BigDecimal tolerance = scenario.tolerance(field, expected);
                near(scenario, n, field, (String)entry.getValue(), position, tolerance);
            }
            else if (MONEY.contains(field) || PRICES.contains(field))
            {
                final BigDecimal missing = PRICES.contains(field) ? null : BigDecimal.ZERO;
                near(scenario, n, field, (String)entry.getValue(), actual.getOrDefault(field, missing),
                    scenario.tolerance(field, expected).add(allowance(scenario, field, n, position)));
            }
        }
    }

    private void compareLots(
        final Scenario scenario, final Map<String, Object> expected, final ScenarioLedger ledger, final int n)
    {
        if (!expected.containsKey("lots") || !scenario.method.equals("FIFO"))
        {
            return;
        }
        final List<ScenarioLedger.LotRow> actual = new ArrayList<>(ledger.lots());
        final List<Map<String, Object>> lots = Scenario.objects(expected.get("lots"));
        require(scenario, lots.size() == actual.size(), "lots=" + actual + ", expected " + lots);
        for (final Map<String, Object> lot : lots)
        {
            figures++;
            require(
                scenario,
                actual.removeIf(row -> isLot(scenario, expected, lot, row, n)),
                "no such lot after " + n + " events: " + lot + " in " + actual);
        }
    }

    private static boolean isLot(
        final Scenario scenario,
        final Map<String, Object> expected,
        final Map<String, Object> lot,
        final ScenarioLedger.LotRow row,
        final int n)
    {
        final BigDecimal units = row.qty().multiply(scenario.multiplier);
        final BigDecimal allowance = allowance(scenario, "unitCost", n, row.qty());
        return isNear(lot.get("qty"), row.qty(), scenario.tolerance("position", expected)) &&
            isNear(lot.get("unitCost"), row.cost(!scenario.feeMode.equals("SEPARATE")).divide(units, EXACT),
                scenario.tolerance("unitCost", expected).add(allowance)) &&
            isNear(lot.get("price"), row.raw().divide(units, EXACT),
                scenario.tolerance("avgPrice", expected).add(allowance)) &&
            (lot.get("acquired") == null || ScenarioLedger.timeNs(lot.get("acquired")) == row.acquiredNs());
    }

    static boolean isNear(final Object expected, final BigDecimal actual, final BigDecimal tolerance)
    {
        return expected == null ||
            new BigDecimal((String)expected).subtract(actual).abs().compareTo(tolerance) <= 0;
    }

    static BigDecimal allowance(
        final Scenario scenario, final String field, final int n, final BigDecimal position)
    {
        final BigDecimal money = ULP.multiply(BigDecimal.valueOf(2L * (n + 2)));
        if (!PRICES.contains(field))
        {
            return money;
        }
        final BigDecimal units = position.abs().multiply(scenario.multiplier);
        return units.signum() == 0 ? ULP : money.divide(units, EXACT).add(ULP);
    }

    private void near(
        final Scenario scenario,
        final int n,
        final String field,
        final String expected,
        final BigDecimal actual,
        final BigDecimal tolerance)
    {
        figures++;
        require(
            scenario,
            actual != null && isNear(expected, actual, tolerance),
            field + " after " + n + " events: expected " + expected + ", is " + actual + ", tolerance " + tolerance);
    }

    private void require(final Scenario scenario, final boolean holds, final String what)
    {
        if (!holds)
        {
            failures.add(scenario.id + ": " + what);
        }
    }
}
