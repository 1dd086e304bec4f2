package io.utl.gateway.launch;

import io.utl.config.settings.GatewaySettings;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hosts one gateway: starts it, waits until it is told to stop, stops it.
 * <p>
 * A stop (SIGTERM, Ctrl-C) closes the edges, drains the road, writes a snapshot, marks the journal as ended cleanly and
 * ends with exit code 0; one that could not do so says what was not done and ends with 1, and the next start replays.
 * Thread: the main one, and the one that stops.
 */
public final class GatewayMain
{
    private static final Logger LOG = LoggerFactory.getLogger(GatewayMain.class);

    private final PrintWriter out;
    private final PrintWriter err;
    private final Closing closing = new Closing();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile Startup startup;

    private GatewayMain(final PrintWriter out, final PrintWriter err)
    {
        this.out = out;
        this.err = err;
    }

    /**
     * @param profile demo or run.
     * @return exit code of a start that failed; a start that succeeds ends in a stop, which ends the process.
     */
    public static int host(final String profile, final GatewaySettings settings, final PrintWriter out,
        final PrintWriter err)
    {
        return new GatewayMain(out, err).host(profile, settings);
    }

    private int host(final String profile, final GatewaySettings settings)
    {
        final Thread stop = new Thread(this::stopAndEnd, "utl-stop");
        try
        {
            final Venues venues = profile.equals("demo") ? new DemoVenue() : ConfiguredVenues.of(settings);
            startup = new Startup(settings, closing, err);
            Runtime.getRuntime().addShutdownHook(stop);
            startup.run(venues).lines().forEach(out::println);
            out.flush();
            stopped.await();
            return 0;
        }
        catch (final StartException e)
        {
            return giveUp(stop, e.exitCode(), e.getMessage());
        }
        catch (final InterruptedException e)
        {
            Thread.currentThread().interrupt();
            return giveUp(stop, StartException.ERROR, "interrupted while starting");
        }
        catch (final RuntimeException e)
        {
            // Nobody foresaw it, and it must not end as a clean stop does. The story is for whoever mends it.
            LOG.error("the start failed", e);
            return giveUp(stop, StartException.ERROR, "the start failed, our fault: " + e +
                "; the data directory stays as it is");
        }
    }

    private int giveUp(final Thread stop, final int exitCode, final String sentence)
    {
        if (closing.closing())
        {
            // The stop that interrupted this start ends the process.
            return exitCode;
        }
        Runtime.getRuntime().removeShutdownHook(stop);
        err.println("utl: " + sentence);
        closing.close().forEach(failure -> err.println("utl: " + failure));
        err.flush();
        return exitCode;
    }

    private void stopAndEnd()
    {
        final long begin = System.nanoTime();
        final List<String> failures = closing.close();
        failures.forEach(failure -> err.println("utl: while stopping: " + failure));
        final Road road = startup.road();
        final boolean clean = failures.isEmpty() && (road == null || road.clean());
        out.println(clean
            ? "stopped cleanly in " + (System.nanoTime() - begin) / 1_000_000 + " ms; data stays"
            : "stopped, but not cleanly: the next start replays the journal");
        out.flush();
        err.flush();
        stopped.countDown();
        // A process ended by a signal would report the signal; a clean stop is a success.
        Runtime.getRuntime().halt(clean ? 0 : 1);
    }
}
