package io.utl.benchmarks.micro;

import io.utl.benchmarks.peers.NaiveCore;
import io.utl.codecs.frame.CommandFrame;
import io.utl.codecs.frame.EventFrame;
import io.utl.codecs.frame.EventSink;
import io.utl.codecs.sbe.ExecType;
import io.utl.codecs.sbe.ExecutionReportDecoder;
import io.utl.codecs.sbe.NewOrderDecoder;
import io.utl.codecs.sbe.VenueFillDecoder;
import io.utl.codecs.sbe.VenueOrderAcceptedDecoder;
import io.utl.codecs.script.ScriptReader;
import io.utl.codecs.script.ScriptWriter;
import io.utl.gateway.core.Core;
import io.utl.gateway.core.CoreSizes;
import java.math.BigDecimal;
import java.nio.ByteOrder;
import java.util.concurrent.TimeUnit;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One order through the core alone: entered, acknowledged by the venue, filled whole; buys and sells in turn. Ours tells
 * every event in its journal form and books two-sided under two methods. Peer: {@link NaiveCore}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CoreBenchmark
{
    private static final String[] WORLD = {
        "asset BTC decimals=8 author=bench", "asset USDT decimals=8 author=bench",
        "account FUND1 kind=client feePolicy=expense oversell=reject author=bench",
        "session number=1 account=FUND1 compId=FUND1 protocol=fix author=bench",
        "session number=2 compId=BINANCE protocol=venue author=bench",
        "instrument BTC-USDT venue=BINANCE venueSymbol=BTCUSDT baseAsset=BTC quoteAsset=USDT settleAsset=USDT " +
            "kind=spot state=trading tick=0.01 lot=0.00001 minQty=0.00001 maxQty=9000 minNotional=5 multiplier=1 " +
            "author=bench",
        "limit kind=price_collar value=0.10 author=bench", "limit kind=max_mark_age value=1000000000 author=bench",
        "venue-session V2 BINANCE state=ready recvWindowMs=2000",
        "mark V2 BTC-USDT bid=60000 ask=60000.01 price=60000.005 venue=BINANCE",
        "deposit USDT amount=1000000000 cost=1000000000 costAsset=USDT externalId=d1 account=FUND1 location=BINANCE " +
            "author=bench",
        "deposit BTC amount=1000000 costPrice=60000 costAsset=USDT externalId=d2 account=FUND1 location=BINANCE " +
            "author=bench"};

    private final UnsafeBuffer memory = new UnsafeBuffer(new byte[CommandFrame.MAX_LENGTH]);
    private final CommandFrame frame = new CommandFrame().wrap(memory, 0);
    private final ScriptReader reader = new ScriptReader();
    private final Sink sink = new Sink();
    private final UnsafeBuffer enter = new UnsafeBuffer(new byte[1024]);
    private final UnsafeBuffer accept = new UnsafeBuffer(new byte[1024]);
    private final UnsafeBuffer fill = new UnsafeBuffer(new byte[1024]);
    private Core core;
    private NaiveCore naive;
    private int enterLength;
    private int acceptLength;
    private int fillLength;
    private long sequence;
    private long orders;
    private final BigDecimal naiveQty = new BigDecimal("0.001");
    private final BigDecimal naivePrice = new BigDecimal("60000.00");
    private final BigDecimal naiveFee = new BigDecimal("0.06");

    /** Room for two million ids, so that no table grows while it is measured in the short form. */
    @Setup(Level.Trial)
    public void world()
    {
        core = new Core(sink, new CoreSizes(1 << 16, 1 << 21));
        naive = new NaiveCore(new BigDecimal("60000.005"), new BigDecimal("1000000"), new BigDecimal("1000000000"));
        sequence = 0;
        orders = 0;
        for (final String line : WORLD)
        {
            final int length = reader.parse(line, memory, CommandFrame.HEADER_LENGTH);
            apply(reader.session(), length);
        }
        enterLength = reader.parse("new C1 id=000000000000 account=FUND1 BTC-USDT buy 0.001 @ 60000 type=limit tif=gtc",
            enter, 0);
        acceptLength = reader.parse("venue-accepted V2 order=1 venueOrderId=1 venue=BINANCE", accept, 0);
        fillLength = reader.parse("fill V2 order=1 venueOrderId=1 trade=000000000000 BTC-USDT buy last=0.001 @ 60000 " +
            "fee=0.06 feeAsset=USDT venue=BINANCE liquidity=taker", fill, 0);
        sink.refused = 0;
    }

    @Benchmark
    public long order()
    {
        final long id = ++orders;
        final byte side = (byte)(1 + (id & 1));
        final int body = 8;
        number(enter, body + NewOrderDecoder.clientOrderIdEncodingOffset(), id);
        enter.putByte(body + NewOrderDecoder.sideEncodingOffset(), side);
        send(1, enter, enterLength);
        accept.putLong(body + VenueOrderAcceptedDecoder.orderIdEncodingOffset(), id, ByteOrder.LITTLE_ENDIAN);
        send(2, accept, acceptLength);
        fill.putLong(body + VenueFillDecoder.orderIdEncodingOffset(), id, ByteOrder.LITTLE_ENDIAN);
        number(fill, body + VenueFillDecoder.venueTradeIdEncodingOffset(), id);
        fill.putByte(body + VenueFillDecoder.sideEncodingOffset(), side);
        send(2, fill, fillLength);
        if (sink.refused != 0)
        {
            throw new IllegalStateException("refused: " + sink.lastRefusal);
        }
        return sink.events;
    }

    @Benchmark
    public Object orderPeer()
    {
        final long id = ++orders;
        final String text = String.valueOf(id);
        final NaiveCore.Report entered = naive.enter(text, (id & 1) == 0, naiveQty, naivePrice);
        naive.acknowledge(entered.orderId());
        return naive.fill(entered.orderId(), text, naiveQty, naivePrice, naiveFee);
    }

    private void send(final int session, final UnsafeBuffer message, final int length)
    {
        memory.putBytes(CommandFrame.HEADER_LENGTH, message, 0, length);
        apply(session, length);
    }

    private void apply(final int session, final int length)
    {
        frame.length(length).session(session).sequence(++sequence).timeNs(1_700_000_000_000_000_000L + sequence);
        core.onCommand(frame);
    }

    private static void number(final MutableDirectBuffer buffer, final int offset, final long value)
    {
        long rest = value;
        for (int i = 11; i >= 0; i--)
        {
            buffer.putByte(offset + i, (byte)('0' + rest % 10));
            rest /= 10;
        }
    }

    /** Takes events into one place and counts them; keeps the text of a refusal. */
    private static final class Sink implements EventSink
    {
        private final UnsafeBuffer room = new UnsafeBuffer(new byte[EventFrame.MAX_LENGTH]);
        private final EventFrame event = new EventFrame();
        private long events;
        private int refused;
        private String lastRefusal = "";

        @Override
        public EventFrame claim()
        {
            return event.wrap(room, 0);
        }

        @Override
        public void commit()
        {
            events++;
            final int template = event.templateId();
            if (template == 321 || template == 322 || template == 303)
            {
                refused++;
                lastRefusal = new ScriptWriter().format(event);
            }
            else if (template == 300 && rejected())
            {
                refused++;
                lastRefusal = new ScriptWriter().format(event);
            }
        }

        @Override
        public void publish()
        {
            event.wrap(room, 0);
        }

        private boolean rejected()
        {
            return event.buffer().getByte(
                event.messageOffset() + 8 + ExecutionReportDecoder.execTypeEncodingOffset()) == ExecType.REJECTED.value();
        }
    }
}
