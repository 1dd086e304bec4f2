package io.utl.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * {@code utl bench}: runs each pair in interleaved rounds (ours, peer, ours, peer ...) in forked JVMs, prints medians
 * and ratios, and writes every round with commit, JDK and flags into {@code benchmarks/results}.
 * <p>
 * Arguments: {@code --full} for longer measurement, {@code --only TEXT} for the pairs whose name contains it,
 * {@code --rounds N}, {@code --out DIR}. Exit: 0 measured, 1 a benchmark failed, 2 usage.
 */
public final class BenchMain
{
    private final PrintStream out;
    private final BenchArguments arguments;

    private BenchMain(final PrintStream out, final BenchArguments arguments)
    {
        this.out = out;
        this.arguments = arguments;
    }

    public static void main(final String[] args) throws IOException
    {
        System.exit(run(args));
    }

    private static int run(final String[] args) throws IOException
    {
        final BenchArguments arguments;
        try
        {
            arguments = BenchArguments.parse(args);
        }
        catch (final IllegalArgumentException wrong)
        {
            System.err.println("utl bench: " + wrong.getMessage());
            System.err.println("usage: utl bench [--full] [--only TEXT] [--rounds N] [--out DIR]");
            return 2;
        }
        try
        {
            new BenchMain(System.out, arguments).measure();
            return 0;
        }
        catch (final RunnerException failed)
        {
            System.err.println("utl bench: " + failed.getMessage());
            return 1;
        }
    }

    private void measure() throws RunnerException, IOException
    {
        final List<Pair> pairs = Pairs.ALL.stream().filter(pair -> pair.name().contains(arguments.only())).toList();
        if (pairs.isEmpty())
        {
            throw new RunnerException("no pair has a name with '" + arguments.only() + "'; there are: " +
                Pairs.ALL.stream().map(Pair::name).toList());
        }
        final Map<Pair, List<Round>> rounds = new LinkedHashMap<>();
        pairs.forEach(pair -> rounds.put(pair, new ArrayList<>()));
        for (int round = 1; round <= arguments.rounds(); round++)
        {
            for (final Pair pair : pairs)
            {
                final RunResult ours = once(pair.ours());
                final RunResult peer = once(pair.peer());
                final Round figures = new Round(time(ours), bytes(ours), time(peer), bytes(peer));
                rounds.get(pair).add(figures);
                out.printf("round %d  %-44s ours %10.1f ns %7.1f B   peer %10.1f ns %7.1f B   ratio %5.2f%n", round,
                    pair.name(), figures.oursNs(), figures.oursBytes(), figures.peerNs(), figures.peerBytes(),
                    figures.ratio());
            }
        }
        final ResultFile file = new ResultFile(rounds, arguments);
        file.print(out);
        final Path written = file.write(arguments.out());
        out.println("written: " + written);
    }

    private RunResult once(final String include) throws RunnerException
    {
        final OptionsBuilder options = new OptionsBuilder();
        options.include("^" + include + "$").forks(1).threads(1).verbosity(VerboseMode.SILENT)
            .addProfiler(GCProfiler.class).shouldFailOnError(true)
            .warmupIterations(arguments.warmups()).warmupTime(TimeValue.milliseconds(arguments.iterationMs()))
            .measurementIterations(arguments.iterations())
            .measurementTime(TimeValue.milliseconds(arguments.iterationMs()))
            .jvmArgsAppend(arguments.jvmArguments());
        final var results = new Runner(options.build()).run();
        if (results.size() != 1)
        {
            throw new RunnerException("'" + include + "' names " + results.size() + " benchmarks, not one");
        }
        return results.iterator().next();
    }

    private static double time(final RunResult result)
    {
        return result.getPrimaryResult().getScore();
    }

    private static double bytes(final RunResult result)
    {
        return result.getSecondaryResults().keySet().stream()
            .filter(key -> key.endsWith("gc.alloc.rate.norm"))
            .mapToDouble(key -> result.getSecondaryResults().get(key).getScore()).findFirst().orElse(Double.NaN);
    }
}
