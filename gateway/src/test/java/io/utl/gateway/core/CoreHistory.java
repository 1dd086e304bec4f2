package io.utl.gateway.core;

import io.utl.codecs.frame.CommandFrame;
import io.utl.codecs.frame.EventFrame;
import io.utl.codecs.script.ScriptReader;
import io.utl.gateway.tools.check.ScenarioRunner;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;

/** Random histories as journaled command frames: orders that live and die in every way, and what venues say. */
final class CoreHistory
{
    private final UnsafeBuffer room = new UnsafeBuffer(new byte[CommandFrame.MAX_LENGTH]);
    private final ScriptReader reader = new ScriptReader();
    private final List<CommandFrame> frames = new ArrayList<>();
    private final Random random;
    private long timeNs = ScenarioRunner.START_NS;
    private int orders;
    private int trades;

    CoreHistory(final long seed)
    {
        random = new Random(seed);
        setup();
    }

    /** The frames of a setup and {@code count} random commands. */
    static List<CommandFrame> of(final long seed, final int count)
    {
        final CoreHistory history = new CoreHistory(seed);
        for (int i = 0; i < count; i++)
        {
            history.step();
        }
        return history.frames;
    }

    /** One frame; sequence and time go on. */
    void add(final String line)
    {
        timeNs += 1_000_000L;
        final int length = reader.parse(line, room, CommandFrame.HEADER_LENGTH);
        final CommandFrame frame =
            new CommandFrame().wrap(new UnsafeBuffer(new byte[CommandFrame.HEADER_LENGTH + length]), 0);
        frame.message(room, CommandFrame.HEADER_LENGTH, length).session(reader.session())
            .sequence(frames.size() + 1).timeNs(timeNs).ingressNs(0);
        frames.add(frame);
    }

    List<CommandFrame> frames()
    {
        return frames;
    }

    static byte[] bytes(final EventFrame event)
    {
        final byte[] bytes = new byte[event.frameLength()];
        event.buffer().getBytes(event.offset(), bytes);
        return bytes;
    }

    private void setup()
    {
        try (InputStream in = CoreHistory.class.getResourceAsStream("/scenarios/setup/standard.txt"))
        {
            new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().filter(line -> line.startsWith(">"))
                .forEach(line -> add(line.substring(1).trim()));
        }
        catch (final IOException e)
        {
            throw new AssertionError("setup cannot be read", e);
        }
    }

    private void step()
    {
        final int order = 1 + random.nextInt(orders + 1);
        final int session = 1 + random.nextInt(2);
        final String side = random.nextBoolean() ? "buy" : "sell";
        final String qty = "0.0" + (1 + random.nextInt(9));
        final int price = 59000 + random.nextInt(2000);
        switch (random.nextInt(20))
        {
            case 0, 1, 2, 3 -> add("new C" + session + " id=a" + ++orders + " BTC-USDT " + side + " " + qty + " @ " +
                price + " type=limit tif=" + (random.nextInt(5) == 0 ? "day" : "gtc"));
            case 4 -> add("new C" + session + " id=a" + order + " BTC-USDT " + side + " " + qty + " @ " + price +
                " type=limit tif=gtc");
            case 5, 6, 7 -> add("venue-accepted order=" + order + " venueOrderId=v" + order + " venue=BINANCE");
            case 8, 9, 10 -> add("fill order=" + order + " venueOrderId=v" + order + " venueTradeId=t" +
                (random.nextInt(20) == 0 ? trades : ++trades) + " BTC-USDT " + side + " " + qty + " @ " + price +
                " venue=BINANCE fee=0.1 feeAsset=USDT");
            case 11 -> add("cancel C" + session + " id=c" + trades + " orig=a" + order);
            case 12 -> add("venue-canceled order=" + order + " venue=BINANCE");
            case 13 -> add("replace C" + session + " id=a" + ++orders + " orig=a" + order + " BTC-USDT " + side + " " +
                qty + " @ " + price + " type=limit tif=gtc");
            case 14 -> add("venue-replaced order=" + order + " revision=1 " + qty + " @ " + price +
                " venueOrderId=w" + order + " venue=BINANCE");
            case 15 -> add("venue-state order=" + order + " venue=BINANCE venueOrderId=v" + order +
                (random.nextBoolean() ? " found=0" : " found=1 status=new cum=0"));
            case 16 -> add("mark BTC-USDT venue=BINANCE bid=" + price + " ask=" + price + " price=" + price);
            case 17 ->
            {
                timeNs += random.nextInt(3000) * 1_000_000L;
                add("feed-alive BINANCE");
            }
            case 18 -> add(random.nextInt(4) > 0 ? "venue-unknown order=" + order + " venue=BINANCE request=new" :
                "mass-cancel C" + session + " id=q" + trades);
            default -> rare();
        }
    }

    private void rare()
    {
        switch (random.nextInt(6))
        {
            case 0 -> add("checkpoint");
            case 1 -> add("kill scope=account name=MM1 engaged=" + random.nextInt(2));
            case 2 -> add("limit kind=max_position value=" + (10 + random.nextInt(5)) + " account=FUND1");
            case 3 -> add("transfer fromAccount=FUND1 toAccount=MM1 asset=BTC amount=0.01 fromLocation=BINANCE" +
                " toLocation=BINANCE externalId=x" + trades);
            case 4 ->
            {
                add("started epoch=2 instance=1 recvWindowMs=2000 kind=power orderIdJump=16");
                add("venue-session BINANCE state=ready recvWindowMs=2000");
            }
            default -> add("deposit account=FUND1 asset=BTC amount=0.5 costAsset=USDT location=BINANCE externalId=d" +
                trades);
        }
    }
}
