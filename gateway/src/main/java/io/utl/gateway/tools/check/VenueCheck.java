package io.utl.gateway.tools.check;

import io.utl.connectivity.check.VenuePackCheck;

import java.io.PrintStream;
import java.nio.file.Path;

/**
 * Holds a venue adapter against a pack of recorded and published cases. The engine behind
 * {@code ./utl check venues FOLDER --venue binance}.
 * <p>
 * Thread: one. Cost: some seconds. Nothing is sent anywhere.
 */
public final class VenueCheck
{
    /**
     * @param folder the pack of cases.
     * @param venue  name of the venue; binance.
     * @param out    receives one line per group, what failed and what was skipped, and the counts at the end.
     * @param err    receives one sentence if the folder or the venue cannot be used.
     * @return exit code: 0; 3 if anything differs; 2 if the folder or the venue cannot be used.
     */
    public int run(final Path folder, final String venue, final PrintStream out, final PrintStream err)
    {
        return VenuePackCheck.run(folder, venue, out, err);
    }
}
