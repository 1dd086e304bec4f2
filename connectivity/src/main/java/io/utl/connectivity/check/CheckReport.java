package io.utl.connectivity.check;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts and names what a check found, group by group. */
final class CheckReport
{
    private static final int MAX_NAMED = 200;

    private final PrintStream out;
    private final Map<String, List<String>> skips = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private final List<String> exceptions = new ArrayList<>();
    private String group = "";
    private int passed;
    private int groupPassed;
    private int failed;
    private int groupFailed;
    private int skipped;
    private int groupSkipped;

    CheckReport(final PrintStream out)
    {
        this.out = out;
    }

    void begin(final String name)
    {
        group = name;
        groupPassed = 0;
        groupFailed = 0;
        groupSkipped = 0;
        skips.clear();
        failures.clear();
        exceptions.clear();
    }

    void pass()
    {
        groupPassed++;
    }

    /** @param what one line: expected and found. */
    void fail(final String name, final String what)
    {
        groupFailed++;
        failures.add(name + ": " + what);
    }

    /** @param reason why the adapter does not answer for this case. */
    void skip(final String name, final String reason)
    {
        groupSkipped++;
        skips.computeIfAbsent(reason, key -> new ArrayList<>()).add(name);
    }

    /** A case that passes by the venue's documentation where the pack says otherwise. */
    void exception(final String name, final String why)
    {
        exceptions.add(name + ": " + why);
    }

    /** @param differences what differs; none is a pass. */
    void judge(final String name, final List<String> differences)
    {
        if (differences.isEmpty())
        {
            pass();
        }
        else
        {
            fail(name, String.join("; ", differences));
        }
    }

    void end()
    {
        passed += groupPassed;
        failed += groupFailed;
        skipped += groupSkipped;
        out.printf("%-22s %5d passed %5d failed %5d skipped%n", group, groupPassed, groupFailed, groupSkipped);
        failures.stream().limit(MAX_NAMED).forEach(line -> out.println("  FAILED " + line));
        exceptions.forEach(line -> out.println("  exception " + line));
        skips.forEach((reason, names) -> out.println("  skipped, " + reason + ": " + String.join(", ", names)));
    }

    /** Prints the last line. @return true if nothing failed. */
    boolean total()
    {
        out.println(passed + " passed, " + failed + " failed, " + skipped + " skipped");
        return failed == 0;
    }
}
