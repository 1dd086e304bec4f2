package io.utl.benchmarks;

import java.util.List;

/** Every comparison that {@code utl bench} makes. */
final class Pairs
{
    static final List<Pair> ALL = List.of(
        new Pair("amount product below 2^62",
            "io.utl.benchmarks.micro.AmountBenchmark.productSmall",
            "io.utl.benchmarks.micro.AmountBenchmark.productSmallPeer", ">= 10"),
        new Pair("amount product about 2^75",
            "io.utl.benchmarks.micro.AmountBenchmark.productLarge",
            "io.utl.benchmarks.micro.AmountBenchmark.productLargePeer", ">= 7"),
        new Pair("amount add",
            "io.utl.benchmarks.micro.AmountBenchmark.add",
            "io.utl.benchmarks.micro.AmountBenchmark.addPeer", ">= 1"),
        new Pair("amount quotient",
            "io.utl.benchmarks.micro.AmountBenchmark.quotientLarge",
            "io.utl.benchmarks.micro.AmountBenchmark.quotientLargePeer", ">= 1"),
        new Pair("amount parse",
            "io.utl.benchmarks.micro.AmountBenchmark.parse",
            "io.utl.benchmarks.micro.AmountBenchmark.parsePeer", "0 B"),
        new Pair("amount format",
            "io.utl.benchmarks.micro.AmountBenchmark.format",
            "io.utl.benchmarks.micro.AmountBenchmark.formatPeer", ">= 1"),
        new Pair("NewOrder encode and decode, beside Jackson",
            "io.utl.benchmarks.micro.CodecBenchmark.newOrder",
            "io.utl.benchmarks.micro.CodecBenchmark.newOrderPeer", ">= 1"),
        new Pair("fill: two methods, all legs / one method, no legs",
            "io.utl.benchmarks.micro.LedgerBenchmark.fill",
            "io.utl.benchmarks.micro.LedgerBenchmark.fillPeer", ">= 5"),
        new Pair("order, ack, fill through the core",
            "io.utl.benchmarks.micro.CoreBenchmark.order",
            "io.utl.benchmarks.micro.CoreBenchmark.orderPeer", ">= 1"));

    private Pairs()
    {
    }
}
