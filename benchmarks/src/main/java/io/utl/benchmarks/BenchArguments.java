package io.utl.benchmarks;

import java.nio.file.Path;

/**
 * What was asked of a run.
 *
 * @param full   longer iterations, for figures that are quoted.
 * @param only   part of the names of the pairs wanted; empty is all.
 * @param rounds interleaved rounds, at least 1.
 * @param out    folder of the result files.
 */
record BenchArguments(boolean full, String only, int rounds, Path out)
{
    static BenchArguments parse(final String[] args)
    {
        boolean full = false;
        String only = "";
        int rounds = 3;
        Path out = Path.of(System.getProperty("utl.root", "."), "benchmarks", "results");
        for (int i = 0; i < args.length; i++)
        {
            switch (args[i])
            {
                case "--full" -> full = true;
                case "--only" -> only = value(args, ++i);
                case "--rounds" -> rounds = Integer.parseInt(value(args, ++i));
                case "--out" -> out = Path.of(value(args, ++i));
                default -> throw new IllegalArgumentException("unknown argument '" + args[i] + "'");
            }
        }
        if (rounds < 1)
        {
            throw new IllegalArgumentException("--rounds " + rounds + " must be at least 1");
        }
        return new BenchArguments(full, only, rounds, out);
    }

    /** The long paths of ledger and core are compiled after some seconds only. */
    int warmups()
    {
        return full ? 8 : 5;
    }

    int iterations()
    {
        return full ? 5 : 3;
    }

    int iterationMs()
    {
        return full ? 1000 : 500;
    }

    /** Flags of the measured JVM: those of the product. */
    String[] jvmArguments()
    {
        return new String[]{"@" + Path.of(System.getProperty("utl.root", "."), "jvm.options"), "-Xms1g", "-Xmx1g"};
    }

    private static String value(final String[] args, final int index)
    {
        if (index >= args.length)
        {
            throw new IllegalArgumentException("'" + args[index - 1] + "' needs a value");
        }
        return args[index];
    }
}
