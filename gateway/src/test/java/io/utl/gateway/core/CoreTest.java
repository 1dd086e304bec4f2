package io.utl.gateway.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.frame.CommandFrame;
import io.utl.codecs.frame.EventFrame;
import io.utl.codecs.frame.EventHash;
import io.utl.codecs.sbe.BreakRaisedDecoder;
import io.utl.codecs.sbe.CommandFailedDecoder;
import io.utl.codecs.sbe.ExecutionReportDecoder;
import io.utl.codecs.sbe.NewOrderDecoder;
import io.utl.codecs.sbe.Side;
import io.utl.codecs.sbe.VenueFillDecoder;
import io.utl.gateway.tools.check.CapturedEvents;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoreTest
{
    private final CapturedEvents events = new CapturedEvents();
    private final Core core = new Core(events, CoreSizes.SMALL);
    private final CoreHistory history = new CoreHistory(1);

    @Test
    void anErrorWhileDecidingIsToldAndForgotten()
    {
        applyAll();
        final CommandFrame frame = last("new C1 id=a1 BTC-USDT buy 0.1 @ 60000 type=limit tif=gtc");
        frame.buffer().putByte(frame.messageOffset() + 8 + NewOrderDecoder.sideEncodingOffset(), (byte)9);
        core.onCommand(frame);
        final List<EventFrame> told = events.take();
        assertEquals(1, told.size());
        assertEquals(CommandFailedDecoder.TEMPLATE_ID, told.get(0).templateId());
        core.onCommand(last("new C1 id=a1 BTC-USDT buy 0.1 @ 60000 type=limit tif=gtc"));
        assertEquals(ExecutionReportDecoder.TEMPLATE_ID, events.take().get(0).templateId());
    }

    @Test
    void aFactThatFailsWhileDecidingRaisesABreak()
    {
        applyAll();
        final CommandFrame frame = last("fill order=1 venueTradeId=t1 BTC-USDT buy 0.1 @ 60000 venue=BINANCE");
        frame.buffer().putByte(frame.messageOffset() + 8 + VenueFillDecoder.sideEncodingOffset(), (byte)9);
        core.onCommand(frame);
        final List<EventFrame> told = events.take();
        assertEquals(CommandFailedDecoder.TEMPLATE_ID, told.get(0).templateId());
        assertEquals(BreakRaisedDecoder.TEMPLATE_ID, told.get(1).templateId());
    }

    @Test
    void anErrorWhileChangingStopsTheProcessAndNamesTheSequence()
    {
        applyAll();
        core.onCommand(last("new C1 id=a1 BTC-USDT buy 0.1 @ 60000 type=limit tif=gtc"));
        core.parts().open.add(2, 1, Side.BUY, Amount.of("-0.05"));
        final CommandFrame fill = last("fill order=1 venueTradeId=t1 BTC-USDT buy 0.1 @ 60000 venue=BINANCE");
        final CoreHaltException halt = assertThrows(CoreHaltException.class, () -> core.onCommand(fill));
        assertEquals(fill.sequence(), halt.sequence());
        assertTrue(halt.getMessage().contains("open quantity below zero"), halt.getMessage());
    }

    @Test
    void equalCommandsGiveEqualEventsByteForByte()
    {
        final long seed = System.nanoTime();
        final List<CommandFrame> commands = CoreHistory.of(seed, 2_000);
        final CapturedEvents second = new CapturedEvents();
        final Core twin = new Core(second, new CoreSizes(16, 16));
        long hash = 0;
        for (final CommandFrame command : commands)
        {
            core.onCommand(command);
            twin.onCommand(command);
            final List<EventFrame> expected = events.take();
            final List<EventFrame> actual = second.take();
            assertEquals(expected.size(), actual.size(), "seed=" + seed + ", sequence=" + command.sequence());
            for (int i = 0; i < expected.size(); i++)
            {
                final EventFrame event = expected.get(i);
                assertArrayEquals(CoreHistory.bytes(event), CoreHistory.bytes(actual.get(i)),
                    "seed=" + seed + ", sequence=" + command.sequence());
                assertEquals(i, event.index());
                assertEquals(i == expected.size() - 1 ? EventFrame.LAST_OF_COMMAND : 0, event.flags());
                hash = EventHash.next(hash, event.buffer(), event.offset(), event.frameLength());
            }
        }
        assertEquals(hash, core.eventHash(), "seed=" + seed);
        core.parts().ledger.assertConservation();
    }

    @Test
    void aMassCancelStepsThroughManyOrdersByTimersThatAreDueAtOnce()
    {
        applyAll();
        for (int i = 0; i < 600; i++)
        {
            core.onCommand(last("new C1 id=m" + i + " BTC-USDT buy 0.001 @ 60000 type=limit tif=gtc"));
        }
        events.take();
        core.onCommand(last("mass-cancel C1 id=q"));
        assertEquals(1 + 2 * 256, events.take().size());
        assertTrue(core.nextDeadlineNs() <= core.lastTimeNs());
        core.onCommand(last("tick"));
        assertEquals(1 + 2 * 256, events.take().size());
        core.onCommand(last("tick"));
        assertEquals(1 + 2 * 88, events.take().size());
        core.onCommand(last("tick"));
        assertEquals(0, events.take().size());
    }

    @Test
    void atMostSixtyFourTimersFireBeforeACommand()
    {
        applyAll();
        for (int i = 0; i < 100; i++)
        {
            core.onCommand(last("new C1 id=g" + i +
                " BTC-USDT buy 0.001 @ 60000 type=limit tif=gtd expire=2026-01-05T12:00:02Z"));
            core.onCommand(last("venue-accepted order=" + (i + 1) + " venueOrderId=v" + i + " venue=BINANCE"));
        }
        events.take();
        final CommandFrame late = last("tick");
        late.timeNs(core.lastTimeNs() + 3_000_000_000L);
        core.onCommand(late);
        assertEquals(64 * 3, events.take().size());
        final CommandFrame next = last("tick");
        next.timeNs(core.lastTimeNs() + 1);
        core.onCommand(next);
        assertEquals(36 * 3, events.take().size());
    }

    @Test
    void accountSequencesHaveNoGapAndAnswersHaveNone()
    {
        final long seed = System.nanoTime();
        final long[] last = new long[16];
        for (final CommandFrame command : CoreHistory.of(seed, 1_000))
        {
            core.onCommand(command);
            for (final EventFrame event : events.take())
            {
                final int account = (int)event.account();
                if (event.accountSeq() != 0)
                {
                    final long expected = last[account] + 1;
                    assertTrue(event.accountSeq() == expected || event.accountSeq() == expected + jumps(event),
                        "seed=" + seed + ", sequence=" + event.sequence() + ", accountSeq=" + event.accountSeq() +
                        ", expected=" + expected);
                    last[account] = event.accountSeq();
                }
            }
        }
    }

    private static long jumps(final EventFrame event)
    {
        return event.templateId() == 313 ? event.buffer().getLong(event.messageOffset() + 8) : 0;
    }

    private void applyAll()
    {
        history.frames().forEach(core::onCommand);
        events.take();
    }

    private CommandFrame last(final String line)
    {
        history.add(line);
        final CommandFrame frame = history.frames().get(history.frames().size() - 1);
        frame.sequence(core.lastSequence() + 1).timeNs(Math.max(frame.timeNs(), core.lastTimeNs() + 1));
        return frame;
    }
}
