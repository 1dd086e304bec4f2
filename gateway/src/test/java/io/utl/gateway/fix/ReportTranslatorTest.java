package io.utl.gateway.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.frame.EventFrame;
import io.utl.codecs.sbe.CommandFailedEncoder;
import io.utl.codecs.sbe.ExecType;
import io.utl.codecs.sbe.ExecutionReportEncoder;
import io.utl.codecs.sbe.Liquidity;
import io.utl.codecs.sbe.MassCancelReportEncoder;
import io.utl.codecs.sbe.MessageHeaderEncoder;
import io.utl.codecs.sbe.OrdStatus;
import io.utl.codecs.sbe.OrdType;
import io.utl.codecs.sbe.OrderCancelRejectEncoder;
import io.utl.codecs.sbe.RejectReason;
import io.utl.codecs.sbe.RequestKind;
import io.utl.codecs.sbe.Side;
import io.utl.codecs.sbe.TimeInForce;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import quickfix.DataDictionary;
import quickfix.Message;

/** One event in, one FIX message out, valid under the unchanged dictionary. */
final class ReportTranslatorTest
{
    private static final long TIME_NS = 1_795_000_000_123_456_789L;
    private static final Amount NONE = new Amount().setNull();

    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[EventFrame.MAX_LENGTH]);
    private final EventFrame frame = new EventFrame().wrap(buffer, 0);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final List<String> told = new ArrayList<>();
    private final LongAdder failures = new LongAdder();
    private final ReportTranslator translator = new ReportTranslator(this::tell, failures);

    private void tell(final Message message, final int session)
    {
        told.add("session " + session + "|" + valid(message));
    }

    /** The body with bars, after the dictionary has seen the message. */
    private static String valid(final Message message)
    {
        message.getHeader().setString(34, "1");
        message.getHeader().setString(49, "UTL");
        message.getHeader().setString(52, FixTime.format(TIME_NS));
        message.getHeader().setString(56, "FUND1");
        message.getHeader().setString(8, "FIX.4.4");
        try
        {
            final DataDictionary dictionary = new DataDictionary(FixDictionary.load().location());
            dictionary.setCheckUserDefinedFields(true);
            final String raw = message.toString();
            dictionary.validate(new Message(raw, dictionary, true));
            final String bars = raw.replace('\001', '|');
            return bars.substring(bars.indexOf("|35=") + 1);
        }
        catch (final Exception e)
        {
            throw new AssertionError("the stock dictionary refuses " + message, e);
        }
    }

    private String report(final Consumer<ExecutionReportEncoder> change, final long accountSeq, final String... amounts)
    {
        buffer.setMemory(0, buffer.capacity(), (byte)0);
        frame.account(7).accountSeq(accountSeq).timeNs(TIME_NS).sequence(11).session(1);
        final ExecutionReportEncoder report = new ExecutionReportEncoder()
            .wrapAndApplyHeader(buffer, EventFrame.HEADER_LENGTH, header);
        final int[] offsets = {ExecutionReportEncoder.qtyEncodingOffset(), ExecutionReportEncoder.priceEncodingOffset(),
            ExecutionReportEncoder.cumQtyEncodingOffset(), ExecutionReportEncoder.leavesQtyEncodingOffset(),
            ExecutionReportEncoder.cumValueEncodingOffset(), ExecutionReportEncoder.lastQtyEncodingOffset(),
            ExecutionReportEncoder.lastPxEncodingOffset(), ExecutionReportEncoder.feeEncodingOffset()};
        for (int i = 0; i < offsets.length; i++)
        {
            (i < amounts.length && amounts[i] != null ? Amount.of(amounts[i]) : NONE)
                .put(buffer, report.offset() + offsets[i]);
        }
        report.orderId(42).expireTimeNs(ExecutionReportEncoder.expireTimeNsNullValue())
            .transactTimeNs(ExecutionReportEncoder.transactTimeNsNullValue()).clientOrderId("c-1").account("FUND1")
            .symbol("BTC-USDT").session(5).execType(ExecType.NEW).ordStatus(OrdStatus.NEW).side(Side.BUY)
            .ordType(OrdType.LIMIT).timeInForce(TimeInForce.GTC).liquidity(Liquidity.UNKNOWN).reason(RejectReason.NONE);
        change.accept(report);
        if (report.limit() == report.offset() + ExecutionReportEncoder.BLOCK_LENGTH)
        {
            report.text("").requestId("");
        }
        return emit(report.encodedLength());
    }

    private String emit(final int encodedLength)
    {
        frame.length(MessageHeaderEncoder.ENCODED_LENGTH + encodedLength);
        told.clear();
        translator.onEvent(frame, true);
        assertEquals(0, failures.sum());
        return told.get(0);
    }

    @Test
    void dividesTheAveragePriceHalfEvenAndTellsFillAndFee()
    {
        final String fill = report(report -> report.execType(ExecType.TRADE).ordStatus(OrdStatus.PARTIALLY_FILLED)
            .venueTradeId("99").feeAsset("BNB").liquidity(Liquidity.MAKER).transactTimeNs(TIME_NS + 1_000),
            3, "4", "34", "3", "1", "100", "1", "33.5", "-0.0001");
        for (final String expected : new String[] {"session 5|35=8|", "|6=33.333333333333333333|", "|17=7-3|",
            "|150=F|", "|39=1|", "|31=33.5|", "|32=1|", "|14=3|", "|151=1|", "|527=99|", "|851=1|",
            "|136=1|137=-0.0001|138=BNB|139=4|", "|60=20261118-11:06:40.123457|", "|37=42|"})
        {
            assertTrue(fill.contains(expected), "no " + expected + " in " + fill);
        }
    }

    @Test
    void leavesOutWhatThereIsNot()
    {
        final String market = report(report -> report.ordType(OrdType.MARKET), 1, "1", null, "0", "1", "0");
        assertFalse(market.contains("|44=") || market.contains("|31=") || market.contains("|136=") ||
            market.contains("|58=") || market.contains("|126=") || market.contains("|18=") ||
            market.contains("|41=") || market.contains("|19=") || market.contains("|103="), market);
        assertTrue(market.contains("|40=1|") && market.contains("|6=0|"), market);
    }

    @Test
    void tellsTheReasonOfARejectionTheReferenceAndTheExpiry()
    {
        final String rejected = report(report -> report.execType(ExecType.REJECTED).ordStatus(OrdStatus.REJECTED)
            .reason(RejectReason.POSITION_LIMIT).execRef(2).timeInForce(TimeInForce.GTD).postOnly((short)1)
            .expireTimeNs(FixTime.parse("20270101-00:00:00")).text("qty=4: above the limit of 3").requestId(""),
            4, "4", "34", "0", "0", "0");
        for (final String expected : new String[] {"|150=8|", "|39=8|", "|103=3|", "|58=qty=4: above the limit of 3|",
            "|19=7-2|", "|59=6|", "|126=20270101-00:00:00.000000|", "|18=6|"})
        {
            assertTrue(rejected.contains(expected), "no " + expected + " in " + rejected);
        }
    }

    @Test
    void saysInDoubtAndKeepsTheLastStatus()
    {
        final String doubt = report(report -> report.execType(ExecType.ORDER_STATUS).ordStatus(OrdStatus.PENDING_NEW)
            .inDoubt((short)1), 0, "4", "34", "0", "4", "0");
        assertTrue(doubt.contains("|17=0|") && doubt.contains("|150=I|") && doubt.contains("|39=A|") &&
            doubt.contains("|58=IN_DOUBT|"), doubt);
    }

    @Test
    void tellsRefusedCancelsAndReplaces()
    {
        buffer.setMemory(0, buffer.capacity(), (byte)0);
        frame.account(7).accountSeq(5).timeNs(TIME_NS).session(1);
        final OrderCancelRejectEncoder reject = new OrderCancelRejectEncoder()
            .wrapAndApplyHeader(buffer, EventFrame.HEADER_LENGTH, header)
            .orderId(42).clientOrderId("c-3").origClientOrderId("c-2").account("FUND1").session(5)
            .ordStatus(OrdStatus.PENDING_CANCEL).response(RequestKind.REPLACE).reason(RejectReason.ALREADY_PENDING)
            .text("a cancel is on its way");
        assertEquals("session 5|35=9|34=1|49=UTL|52=20261118-11:06:40.123456|56=FUND1|1=FUND1|11=c-3|37=42|39=6|" +
            "41=c-2|58=a cancel is on its way|60=20261118-11:06:40.123456|102=3|434=2|",
            emit(reject.encodedLength()).replaceAll("10=\\d+\\|$", ""));
    }

    @Test
    void anOrderWithoutAnOwnerIsToldToWhoAsked()
    {
        final String unknown = report(report -> report.orderId(0).session(0).execType(ExecType.ORDER_STATUS)
            .ordStatus(OrdStatus.UNKNOWN), 0, "0", null, "0", "0", "0");
        assertTrue(unknown.startsWith("session 1|35=8|"), unknown);
        assertTrue(unknown.contains("|37=NONE|39=8|") && unknown.contains("|150=I|"), unknown);
    }

    @Test
    void tellsTheReceiptOfAMassCancelAndItsRefusal()
    {
        buffer.setMemory(0, buffer.capacity(), (byte)0);
        frame.account(7).accountSeq(6).timeNs(TIME_NS).session(5);
        final MassCancelReportEncoder report = new MassCancelReportEncoder()
            .wrapAndApplyHeader(buffer, EventFrame.HEADER_LENGTH, header)
            .clientOrderId("m-1").symbol("NOPE").session(5).side(Side.SELL).reason(RejectReason.UNKNOWN_SYMBOL)
            .text("symbol=NOPE: no such instrument");
        final String refused = emit(report.encodedLength());
        assertTrue(refused.contains("|530=1|531=0|532=1|") && refused.contains("|55=NOPE|") &&
            refused.contains("|54=2|") && !refused.contains("|533="), refused);
    }

    @Test
    void tellsAFaultOfOursAsABusinessReject()
    {
        buffer.setMemory(0, buffer.capacity(), (byte)0);
        frame.account(0).accountSeq(0).timeNs(TIME_NS).session(5);
        final CommandFailedEncoder failed = new CommandFailedEncoder()
            .wrapAndApplyHeader(buffer, EventFrame.HEADER_LENGTH, header).templateId(3).text("boom");
        final String told = emit(failed.encodedLength());
        assertTrue(told.startsWith("session 5|35=j|") && told.contains("|372=G|380=0|") &&
            told.contains("|58=our fault while deciding; nothing was changed: boom|"), told);
    }

    @Test
    void everyReasonHasACodeOfTheStockDictionary() throws Exception
    {
        final DataDictionary dictionary = new DataDictionary(FixDictionary.load().location());
        for (final RejectReason reason : RejectReason.values())
        {
            assertTrue(dictionary.isFieldValue(103, Integer.toString(ReportCodes.orderReject(reason))), reason.name());
            assertTrue(dictionary.isFieldValue(102, Integer.toString(ReportCodes.cancelReject(reason))), reason.name());
            assertTrue(dictionary.isFieldValue(532, Integer.toString(ReportCodes.massCancelReject(reason))),
                reason.name());
        }
        for (final OrdStatus status : OrdStatus.values())
        {
            assertTrue(dictionary.isFieldValue(39, String.valueOf(ReportCodes.status(status))), status.name());
        }
        for (final ExecType type : ExecType.values())
        {
            assertTrue(dictionary.isFieldValue(150, String.valueOf(ReportCodes.execType(type))), type.name());
        }
    }

    @Test
    void anEventThatCannotBeReadIsCountedAndTheNextOneIsTold()
    {
        report(report -> report.orderId(1), 1, "1", "1", "0", "1", "0");
        buffer.putByte(EventFrame.HEADER_LENGTH + MessageHeaderEncoder.ENCODED_LENGTH +
            ExecutionReportEncoder.execTypeEncodingOffset(), (byte)99);
        translator.onEvent(frame, true);
        assertEquals(1, failures.sumThenReset());
        assertTrue(report(report -> report.orderId(2), 2, "1", "1", "0", "1", "0").contains("|37=2|"));
    }
}
