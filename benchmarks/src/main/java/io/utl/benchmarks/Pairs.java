package io.utl.benchmarks;

import java.util.List;

/** Every comparison that {@code utl bench} makes. */
final class Pairs
{
    static final List<Pair> ALL = List.of();

    private Pairs()
    {
    }
}
