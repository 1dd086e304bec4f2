package io.utl.gateway.tools.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.utl.codecs.frame.CommandFrame;
import io.utl.codecs.frame.InputClass;
import io.utl.codecs.frame.StateMachine;
import io.utl.codecs.script.ScriptReader;
import io.utl.gateway.core.Core;
import io.utl.gateway.pipeline.Gateway;
import io.utl.gateway.pipeline.TimeSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal of the real core, replayed by the real core and by one in which one rounding was changed. */
final class ChangedRoundingTest
{
    private static final String[] DAY = {
        "asset BTC decimals=8", "asset USDT decimals=2",
        "instrument BTC-USDT tick=0.01 lot=0.00001 multiplier=1 venueSymbol=BTCUSDT baseAsset=BTC quoteAsset=USDT " +
            "settleAsset=USDT venue=BINANCE kind=spot state=trading",
        "account FUND1 kind=client feePolicy=expense oversell=reject",
        "session number=1 compId=FUND1 account=FUND1 protocol=fix",
        "venue-session BINANCE state=ready",
        "mark BTC-USDT venue=BINANCE bid=60000 ask=60002 price=60001",
        "deposit account=FUND1 asset=USDT amount=1000000 location=BINANCE externalId=cash",
        "new C1 id=a1 BTC-USDT buy 1 @ 60001.01 type=limit tif=gtc",
        "fill order=1 venueTradeId=t1 BTC-USDT buy 1 @ 60000.01 venue=BINANCE fee=0",
        "new C1 id=a2 BTC-USDT buy 2 @ 60001.02 type=limit tif=gtc",
        "fill order=2 venueTradeId=t2 BTC-USDT buy 2 @ 60000.02 venue=BINANCE fee=0",
        "new C1 id=a3 BTC-USDT sell 1 @ 60000 type=limit tif=gtc"};
    /** A third of the pool leaves: its cost has no end in decimals. */
    private static final String UNEVEN = "fill order=3 venueTradeId=t3 BTC-USDT sell 1 @ 60001 venue=BINANCE fee=0";

    @TempDir
    private Path root;

    @Test
    void replayNamesTheFirstSequenceThatAnotherRoundingTouches() throws IOException
    {
        final Gateway live = new Gateway(root, Gateway.SETTINGS, TimeSource.SYSTEM, Core::new, Gateway.journals());
        for (final String line : DAY)
        {
            offer(live, line);
        }
        offer(live, UNEVEN);
        assertTrue(live.stop());

        final String same = verify(Core::new, 0);
        assertTrue(same.contains("SAME seq=1.."), same);

        final ChangedCore changed = new ChangedCore("io.utl.positions.cost.CostDraft", "HALF_EVEN", "DOWN");
        final String different = verify(changed, 3);
        assertEquals(1, changed.changes(), "roundings changed");
        final Matcher named = Pattern.compile("(?m)^DIFFERENT seq=(\\d+) ").matcher(different);
        assertTrue(named.find(), different);
        final ByteArrayOutputStream dump = new ByteArrayOutputStream();
        JournalDump.run(root, 1, Long.MAX_VALUE, false, new PrintStream(dump, true, StandardCharsets.UTF_8));
        final String command = dump.toString(StandardCharsets.UTF_8).lines()
            .filter(line -> line.startsWith(named.group(1) + " ")).findFirst().orElse("no such command");
        assertTrue(command.contains("trade=t3"), "named was: " + command + "\n" + different);
    }

    private static void offer(final Gateway live, final String line)
    {
        final UnsafeBuffer message = new UnsafeBuffer(new byte[CommandFrame.MAX_LENGTH]);
        final ScriptReader reader = new ScriptReader();
        final int length = reader.parse(line, message, 0);
        final long before = live.pipeline().counters().commands();
        Gateway.await(() -> live.pipeline().ingress().offer(InputClass.FACT, reader.session(), message, 0, length));
        Gateway.await(() -> live.pipeline().counters().commands() > before);
    }

    private String verify(final StateMachine.Factory factory, final int exitCode)
    {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        final int code = ReplayVerify.run(root, factory, new PrintStream(out, true, StandardCharsets.UTF_8));
        assertEquals(exitCode, code, out.toString(StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }
}
