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
        assertEquals(0, explain("FUND1", "BTC-USDT"));
        final String[] lines = bytes.toString(StandardCharsets.UTF_8).split("\n");
        assertTrue(lines[0].startsWith("+100 BTC  deposit opening  2026-01-05T12:00:00"), lines[0]);
        assertEquals("    net 0 + 100 = 100   cost wac 0 + 6000000 = 6000000   fifo 0 + 6000000 = 6000000", lines[1]);
        assertTrue(lines[2].startsWith("+1 BTC  fill 2-"), lines[2]);
        assertTrue(lines[2].contains("  at 61000 value 61000  fee 61 USDT  "), lines[2]);
        assertTrue(lines[2].endsWith("  a1 order 1 BINANCE trade t1"), lines[2]);
        assertTrue(lines[4].startsWith("-2 BTC  fill 2-"), lines[4]);
        assertTrue(lines[4].contains(" fifo 4000  "), lines[4]);
    }

    @Test
    void theEndGivesTheArithmeticOfEachMethodAtTheLastMark()
    {
        assertEquals(0, explain("FUND1", "BTC"));
        final String text = bytes.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("= 99 BTC   bought 101   sold 2   fees 61 USDT"), text);
        assertTrue(text.contains("  fifo: cost 5941000 / 99 = unit cost 60010.10101010101010101; realized 4000; " +
            "unrealized 99 x 63000 - 5941000 = 296000 USDT"), text);
        assertTrue(text.contains("mark 63000 (bid 62999, ask 63001, BINANCE, "), text);
    }

    @Test
    void unknownNamesAreAnsweredWithTheKnownOnes()
    {
        assertEquals(1, explain("NOBODY", "BTC"));
        assertEquals(1, explain("FUND1", "DOGE"));
        final String text = bytes.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("nothing was ever booked for account 'NOBODY' in 'BTC'; instruments here: BTC-USDT"),
            text);
        assertTrue(text.contains("nothing was ever booked for account 'FUND1' in 'DOGE'"), text);
    }

    private int explain(final String account, final String subject)
    {
        final List<CommandFrame> journal = journal();
        return new ExplainPosition(account, subject).explain(journal::forEach, out);
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
