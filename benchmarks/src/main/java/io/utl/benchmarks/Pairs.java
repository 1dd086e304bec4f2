package io.utl.benchmarks;

import java.util.List;

/** Every comparison that {@code utl bench} makes. */
final class Pairs
{
    static final List<Pair> ALL = List.of(
        new Pair("fill into the books, 100 positions",
            "io.utl.benchmarks.micro.LedgerBenchmark.fill",
            "io.utl.benchmarks.micro.LedgerBenchmark.naiveFill", ">= 1 with twice the methods and all legs"));

    private Pairs()
    {
    }
}
