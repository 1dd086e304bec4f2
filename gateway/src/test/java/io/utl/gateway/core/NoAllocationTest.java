package io.utl.gateway.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import io.utl.codecs.frame.CommandFrame;
import io.utl.codecs.frame.EventFrame;
import io.utl.codecs.frame.EventSink;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class NoAllocationTest
{
    private static final int CYCLES = 12_500;
    /** So many that every table has turned over once and ended orders are already kept in short. */
    private static final int WARM_CYCLES = 20_000;
    /**
     * The JVM resolves class names on the running thread whenever it decides to compile a method, and that allocates.
     * So rounds are repeated until it has nothing left to compile; the core itself must then be free of allocation.
     */
    private static final int ROUNDS = 12;

    @Test
    void appliesAHundredThousandMixedCommandsWithoutAllocating()
    {
        final Core core = new Core(new Discard(), new CoreSizes(65_536, 524_288));
        final CoreHistory history = new CoreHistory(1);
        history.add("deposit account=FUND1 asset=USDT amount=1000000000 location=BINANCE externalId=much");
        history.frames().forEach(core::onCommand);
        cycles(history, core.lastSequence(), 0, WARM_CYCLES).forEach(core::onCommand);
        final ThreadMXBean threads = (ThreadMXBean)ManagementFactory.getThreadMXBean();
        long allocated = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS && allocated != 0; round++)
        {
            final CommandFrame[] measured = cycles(history, core.lastSequence(), WARM_CYCLES + round * CYCLES, CYCLES)
                .toArray(CommandFrame[]::new);
            assertEquals(100_000, measured.length);
            allocated = allocatedBy(core, measured, threads);
        }
        assertEquals(0, core.parts().orders.liveCount());
        assertEquals(0, allocated, "bytes allocated in the best of " + ROUNDS + " rounds");
    }

    private static long allocatedBy(final Core core, final CommandFrame[] frames, final ThreadMXBean threads)
    {
        final long id = Thread.currentThread().getId();
        threads.getThreadAllocatedBytes(id);
        final long began = System.nanoTime();
        final long before = threads.getThreadAllocatedBytes(id);
        for (final CommandFrame frame : frames)
        {
            core.onCommand(frame);
        }
        final long allocated = threads.getThreadAllocatedBytes(id) - before;
        System.out.println("core: " + (System.nanoTime() - began) / frames.length + " ns per mixed command, " +
            allocated + " bytes");
        return allocated;
    }

    /** Each cycle: new, ack, fill, replace, replaced, cancel, canceled, then a mark or a transfer; eight commands. */
    private static List<CommandFrame> cycles(
        final CoreHistory history, final long lastSequence, final int first, final int count)
    {
        final int from = history.frames().size();
        for (int i = first; i < first + count; i++)
        {
            final int order = 1 + i;
            final String side = i % 2 == 0 ? "buy" : "sell";
            history.add("new C1 id=a" + i + " BTC-USDT " + side + " 0.01 @ 60000 type=limit tif=gtc");
            history.add("venue-accepted order=" + order + " venueOrderId=v" + i + " venue=BINANCE");
            history.add("fill order=" + order + " venueOrderId=v" + i + " venueTradeId=t" + i +
                " BTC-USDT " + side + " 0.004 @ 60000 venue=BINANCE fee=0.01 feeAsset=USDT");
            history.add("replace C1 id=r" + i + " orig=a" + i + " BTC-USDT " + side +
                " 0.02 @ 60001 type=limit tif=gtc");
            history.add("venue-replaced order=" + order + " revision=1 0.02 @ 60001 venueOrderId=w" + i +
                " venue=BINANCE");
            history.add("cancel C1 id=c" + i + " orig=r" + i);
            history.add("venue-canceled order=" + order + " revision=1 venue=BINANCE");
            history.add(i % 8 != 0 ? "mark BTC-USDT venue=BINANCE bid=59999 ask=60001 price=60000" :
                "transfer fromAccount=" + (i % 16 == 0 ? "FUND1 toAccount=MM1" : "MM1 toAccount=FUND1") +
                " asset=BTC amount=0.004 fromLocation=BINANCE toLocation=BINANCE externalId=x" + i);
        }
        final List<CommandFrame> cycles =
            new ArrayList<>(history.frames().subList(from, history.frames().size()));
        long sequence = lastSequence;
        for (final CommandFrame frame : cycles)
        {
            frame.sequence(++sequence);
        }
        return cycles;
    }

    /** Takes events and forgets them. */
    private static final class Discard implements EventSink
    {
        private final UnsafeBuffer room = new UnsafeBuffer(new byte[EventFrame.MAX_LENGTH]);
        private final EventFrame frame = new EventFrame();

        @Override
        public EventFrame claim()
        {
            return frame.wrap(room, 0);
        }

        @Override
        public void commit()
        {
            // Forgotten.
        }

        @Override
        public void publish()
        {
            // Forgotten.
        }
    }
}
