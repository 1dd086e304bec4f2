package io.utl.benchmarks.micro;

import io.utl.codecs.script.ScriptReader;
import io.utl.codecs.script.ScriptWriter;
import org.agrona.concurrent.UnsafeBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

import java.util.concurrent.TimeUnit;

/** The one-line text form, a cold path: how long a scenario line and a line of a journal dump take. No peer. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ScriptBenchmark
{
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[4096]);
    private final ScriptReader reader = new ScriptReader();
    private final ScriptWriter writer = new ScriptWriter();
    private int next;

    @Benchmark
    public String lineToBytesToLine()
    {
        final int price = 65_000 + (next++ & 1023);
        final int length = reader.parse(
            "new C1 id=a" + price + " account=FUND1 BTC-USDT buy 0.25 @ " + price + " type=limit tif=gtc", buffer, 0);
        return writer.format(reader.session(), buffer, 0, length);
    }
}
