package io.utl.gateway.tools.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.utl.codecs.frame.CommandFrame;
import io.utl.codecs.script.ScriptReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class ExplainPositionTest
{
    private static final String[] JOURNAL = {
        "asset BTC decimals=8",
        "asset USDT decimals=2",
        "instrument BTC-USDT tick=0.01 lot=0.00001 multiplier=1 venueSymbol=BTCUSDT baseAsset=BTC quoteAsset=USDT " +
            "settleAsset=USDT venue=BINANCE kind=spot state=trading",
        "account FUND1 kind=client feePolicy=expense oversell=reject",
        "session number=1 compId=FUND1 account=FUND1 protocol=fix",
        "venue-session BINANCE state=ready",
        "mark BTC-USDT venue=BINANCE bid=59999 ask=60001 price=60000",
        "deposit account=FUND1 asset=BTC amount=100 costAsset=USDT location=BINANCE externalId=opening",
        "deposit account=FUND1 asset=USDT amount=1000000 location=BINANCE externalId=cash",
        "new C1 id=a1 BTC-USDT buy 1 @ 61000 type=limit tif=gtc",
        "fill order=1 venueTradeId=t1 BTC-USDT buy 1 @ 61000 venue=BINANCE fee=61 feeAsset=USDT",
        "new C1 id=a2 BTC-USDT sell 2 @ 62000 type=limit tif=gtc",
        "fill order=2 venueTradeId=t2 BTC-USDT sell 2 @ 62000 venue=BINANCE fee=0",
        "mark BTC-USDT venue=BINANCE bid=62999 ask=63001 price=63000"};

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void theOpeningDepositIsTheFirstLineAndEveryFillFollows()
    {
        assertEquals(0, new ExplainPosition(out).run("FUND1", "BTC-USDT", journal().iterator()));
        final String[] lines = bytes.toString(StandardCharsets.UTF_8).split("\n");
        assertTrue(lines[0].contains("+100 deposit opening cost wac 6000000 fifo 6000000 | net 100"), lines[0]);
        assertTrue(lines[1].contains("+1 fill @ 61000 value 61000 fee 61 USDT trade t1 order 1 exec 2-"), lines[1]);
        assertTrue(lines[1].endsWith("| net 101 cost wac 6061000 fifo 6061000"), lines[1]);
        assertTrue(lines[2].contains("-2 fill @ 62000"), lines[2]);
        assertTrue(lines[2].contains("fifo 4000 | net 99"), lines[2]);
    }

    @Test
    void theEndGivesTheArithmeticOfEachMethodAtTheLastMark()
    {
        assertEquals(0, new ExplainPosition(out).run("FUND1", "BTC", journal().iterator()));
        final String text = bytes.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("net         99 BTC = 101 in - 2 out"), text);
        assertTrue(text.contains("fifo  cost 5941000 USDT"), text);
        assertTrue(text.contains("fifo  unrealized 296000 = 99 x 63000 - 5941000"), text);
        assertTrue(text.contains("fees        61 USDT"), text);
    }

    @Test
    void unknownNamesAreAnsweredWithTheKnownOnes()
    {
        assertEquals(1, new ExplainPosition(out).run("NOBODY", "BTC", journal().iterator()));
        assertEquals(1, new ExplainPosition(out).run("FUND1", "DOGE", journal().iterator()));
        final String text = bytes.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("account NOBODY was never defined; known are external:BINANCE, FUND1"), text);
        assertTrue(text.contains("symbol or asset DOGE was never defined; known are BTC-USDT and BTC, USDT"), text);
    }

    private static List<CommandFrame> journal()
    {
        final ScriptReader reader = new ScriptReader();
        final List<CommandFrame> frames = new ArrayList<>();
        for (final String line : JOURNAL)
        {
            final CommandFrame frame =
                new CommandFrame().wrap(new UnsafeBuffer(new byte[CommandFrame.MAX_LENGTH]), 0);
            frame.length(reader.parse(line, frame.buffer(), frame.messageOffset())).session(reader.session())
                .sequence(frames.size() + 1).timeNs(1_767_614_400_000_000_000L + frames.size()).ingressNs(0);
            frames.add(frame);
        }
        return frames;
    }
}
