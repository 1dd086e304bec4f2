package io.utl.connectivity.check;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Holds a venue adapter's parts against a pack of cases: signatures, requests, answers, payloads, stream messages and
 * captures. Nothing is sent. Thread: the caller's. Cost: some seconds.
 */
public final class VenuePackCheck
{
    private static final int OK = 0;
    private static final int USAGE = 2;
    private static final int DIFFERENT = 3;

    private VenuePackCheck()
    {
    }

    /**
     * Runs all groups, one line each with what failed and what was skipped below it, and a last line
     * {@code N passed, N failed, N skipped}.
     *
     * @param folder the pack.
     * @param venue  binance.
     * @return 0, 3 if anything differs, 2 if the folder or the venue cannot be used.
     */
    public static int run(final Path folder, final String venue, final PrintStream out, final PrintStream err)
    {
        if (!Files.isDirectory(folder))
        {
            err.println("check venues: folder '" + folder + "' does not exist; name the folder of venue cases.");
            return USAGE;
        }
        if (!"binance".equalsIgnoreCase(venue))
        {
            err.println("check venues: venue '" + venue + "' has no adapter; there is: binance.");
            return USAGE;
        }
        final Pack pack = new Pack(folder);
        final CheckReport report = new CheckReport(out);
        out.println("check venues: binance spot, documentation of 2026-07-21");
        final Map<String, Runnable> groups = new TreeMap<>();
        groups.put("1 signing, documented", () -> new SigningCases(pack, report).documented());
        groups.put("2 signing, derived", () -> new SigningCases(pack, report).derived());
        groups.put("3 requests", () -> new RequestCases(pack, report).rest());
        groups.put("4 requests, socket", () -> new RequestCases(pack, report).socket());
        groups.put("5 answers", () -> new ResponseCases(pack, report).run());
        groups.put("6 payloads", () -> new PayloadCases(pack, report).run());
        groups.put("7 stream messages", () -> new StreamCases(pack, report).run());
        groups.put("8 captures", () -> new CaptureCases(pack, report).run());
        groups.forEach((name, group) ->
        {
            report.begin(name.substring(2));
            try
            {
                group.run();
            }
            catch (final UncheckedIOException e)
            {
                report.fail(name.substring(2), "cannot be read: " + e.getMessage());
            }
            report.end();
        });
        return report.total() ? OK : DIFFERENT;
    }
}
