package io.utl.benchmarks.micro;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.utl.codecs.amount.Amount;
import io.utl.codecs.frame.CommandFrame;
import io.utl.codecs.sbe.MessageHeaderDecoder;
import io.utl.codecs.sbe.MessageHeaderEncoder;
import io.utl.codecs.sbe.NewOrderDecoder;
import io.utl.codecs.sbe.NewOrderEncoder;
import io.utl.codecs.sbe.OrdType;
import io.utl.codecs.sbe.Side;
import io.utl.codecs.sbe.TimeInForce;
import org.agrona.concurrent.UnsafeBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * A new order written into a command frame and read again, every field of the order used, beside the same order as a
 * plain object through Jackson with BigDecimal amounts. Inputs vary from order to order.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CodecBenchmark
{
    private static final int COUNT = 1024;
    private static final int MASK = COUNT - 1;

    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[CommandFrame.MAX_LENGTH]);
    private final CommandFrame frame = new CommandFrame();
    private final MessageHeaderEncoder headerEncoder = new MessageHeaderEncoder();
    private final MessageHeaderDecoder headerDecoder = new MessageHeaderDecoder();
    private final NewOrderEncoder encoder = new NewOrderEncoder();
    private final NewOrderDecoder decoder = new NewOrderDecoder();
    private final UnsafeBuffer ids = new UnsafeBuffer(new byte[COUNT * NewOrderEncoder.clientOrderIdLength()]);
    private final byte[] account = padded("FUND1", NewOrderEncoder.accountLength());
    private final byte[] symbol = padded("BTC-USDT", NewOrderEncoder.symbolLength());
    private final byte[] venue = padded("BINANCE", NewOrderEncoder.venueLength());
    private final Amount[] prices = new Amount[COUNT];
    private final Amount qty = Amount.of("0.25");
    private final Amount read = new Amount();
    private final ObjectMapper mapper = new ObjectMapper();
    private final PlainOrder[] plain = new PlainOrder[COUNT];
    private int next;

    public CodecBenchmark()
    {
        for (int i = 0; i < COUNT; i++)
        {
            final String id = "order-" + (1_000_000 + i * 7919);
            ids.putBytes(i * NewOrderEncoder.clientOrderIdLength(), id.getBytes());
            prices[i] = Amount.of(new BigDecimal(6_500_000 + i).movePointLeft(2).toPlainString());
            plain[i] = new PlainOrder();
            plain[i].clientOrderId = id;
            plain[i].price = new BigDecimal(6_500_000 + i).movePointLeft(2);
        }
    }

    @Benchmark
    public long newOrder()
    {
        final int i = next++ & MASK;
        frame.wrap(buffer, 0).session(1).sequence(i).timeNs(i).ingressNs(i);
        encoder.wrapAndApplyHeader(buffer, frame.messageOffset(), headerEncoder);
        final int block = encoder.offset();
        qty.put(buffer, block + NewOrderEncoder.qtyEncodingOffset());
        prices[i].put(buffer, block + NewOrderEncoder.priceEncodingOffset());
        encoder.expireTimeNs(NewOrderEncoder.expireTimeNsNullValue()).sendingTimeNs(i);
        buffer.putBytes(block + NewOrderEncoder.clientOrderIdEncodingOffset(), ids,
            i * NewOrderEncoder.clientOrderIdLength(), NewOrderEncoder.clientOrderIdLength());
        buffer.putBytes(block + NewOrderEncoder.accountEncodingOffset(), account);
        buffer.putBytes(block + NewOrderEncoder.symbolEncodingOffset(), symbol);
        buffer.putBytes(block + NewOrderEncoder.venueEncodingOffset(), venue);
        buffer.setMemory(block + NewOrderEncoder.bookEncodingOffset(), NewOrderEncoder.bookLength(), (byte)0);
        encoder.msgSeqNum(i).side((i & 1) == 0 ? Side.BUY : Side.SELL).ordType(OrdType.LIMIT);
        encoder.timeInForce(TimeInForce.GTC).postOnly((short)0);
        frame.length(MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength());
        return readOrder();
    }

    @Benchmark
    public long newOrderPeer() throws JsonProcessingException
    {
        final int i = next++ & MASK;
        final PlainOrder order = plain[i];
        order.sendingTimeNs = i;
        order.msgSeqNum = i;
        order.side = (i & 1) == 0 ? "BUY" : "SELL";
        final PlainOrder copy = mapper.readValue(mapper.writeValueAsString(order), PlainOrder.class);
        return copy.price.hashCode() + copy.qty.hashCode() + copy.sendingTimeNs + copy.clientOrderId.hashCode() +
            copy.account.hashCode() + copy.symbol.hashCode() + copy.venue.hashCode() + copy.msgSeqNum +
            copy.side.hashCode() + copy.ordType.hashCode() + copy.timeInForce.hashCode() + (copy.postOnly ? 1 : 0);
    }

    private long readOrder()
    {
        decoder.wrapAndApplyHeader(buffer, frame.messageOffset(), headerDecoder);
        final int block = decoder.offset();
        return read.get(buffer, block + NewOrderDecoder.priceEncodingOffset()).low() +
            read.get(buffer, block + NewOrderDecoder.qtyEncodingOffset()).low() +
            decoder.sendingTimeNs() +
            words(block + NewOrderDecoder.clientOrderIdEncodingOffset(), NewOrderDecoder.clientOrderIdLength()) +
            words(block + NewOrderDecoder.accountEncodingOffset(), NewOrderDecoder.accountLength()) +
            words(block + NewOrderDecoder.symbolEncodingOffset(), NewOrderDecoder.symbolLength()) +
            words(block + NewOrderDecoder.venueEncodingOffset(), NewOrderDecoder.venueLength()) +
            decoder.msgSeqNum() + decoder.side().value() + decoder.ordType().value() +
            decoder.timeInForce().value() + decoder.postOnly();
    }

    private long words(final int offset, final int length)
    {
        long sum = 0;
        for (int i = 0; i + Long.BYTES <= length; i += Long.BYTES)
        {
            sum += buffer.getLong(offset + i);
        }
        return sum;
    }

    private static byte[] padded(final String text, final int length)
    {
        return Arrays.copyOf(text.getBytes(), length);
    }

    /** The order as a plain object. */
    @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
    static final class PlainOrder
    {
        private BigDecimal qty = new BigDecimal("0.25");
        private BigDecimal price;
        private long sendingTimeNs;
        private String clientOrderId;
        private String account = "FUND1";
        private String symbol = "BTC-USDT";
        private String venue = "BINANCE";
        private int msgSeqNum;
        private String side;
        private String ordType = "LIMIT";
        private String timeInForce = "GTC";
        private boolean postOnly;
    }
}
