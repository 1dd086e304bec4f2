package io.utl.gateway.tools.check;

import java.io.PrintStream;
import java.util.List;

/**
 * Runs every scenario of the product: one line for each, then the counts.
 * <p>
 * Thread: one. Exit codes: 0 all hold, 3 one differs.
 */
public final class ScenarioCheck
{
    private final PrintStream out;

    public ScenarioCheck(final PrintStream out)
    {
        this.out = out;
    }

    /**
     * Runs the scenarios whose name contains {@code only}; all of them if it is empty.
     *
     * @return 0 if all hold, 3 if one differs.
     */
    public int run(final String only)
    {
        int passed = 0;
        int failed = 0;
        int skipped = 0;
        final List<String> names = Scenario.names();
        for (final String name : names)
        {
            if (!name.contains(only))
            {
                skipped++;
                continue;
            }
            final Scenario scenario = Scenario.load(name);
            try
            {
                ScenarioRunner.run(scenario);
                passed++;
                out.println("pass " + name + ": " + scenario.title());
            }
            catch (final RuntimeException e)
            {
                failed++;
                out.println("FAIL " + name + ": " + scenario.title());
                out.println("    " + e.getMessage());
            }
        }
        out.println(passed + " passed, " + failed + " failed, " + skipped + " skipped");
        return failed == 0 ? 0 : 3;
    }
}
