package io.utl.codecs.script;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.CancelOrderDecoder;
import io.utl.codecs.sbe.DepositDecoder;
import io.utl.codecs.sbe.ExecutionReportDecoder;
import io.utl.codecs.sbe.MessageHeaderDecoder;
import io.utl.codecs.sbe.NewOrderDecoder;
import io.utl.codecs.sbe.OrdType;
import io.utl.codecs.sbe.Side;
import io.utl.codecs.sbe.TimeInForce;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What a person may write, what it means to the generated decoders, and what a mistake is answered with. */
class ScriptReaderTest
{
    private static final String ORDER = "new C1 id=a1 account=FUND1 BTC-USDT buy 0.25 @ 65010 type=limit tif=gtc";

    private final MutableDirectBuffer buffer = new UnsafeBuffer(new byte[4096]);
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final ScriptReader reader = new ScriptReader();
    private final ScriptWriter writer = new ScriptWriter();

    @Test
    void aLineMeansWhatTheGeneratedDecoderReads()
    {
        reader.parse(ORDER, buffer, 0);
        final NewOrderDecoder order = new NewOrderDecoder().wrapAndApplyHeader(buffer, 0, header);
        assertEquals(1, reader.session());
        assertEquals(NewOrderDecoder.TEMPLATE_ID, reader.templateId());
        assertEquals(Amount.of("0.25"), new Amount().get(buffer, order.offset() + NewOrderDecoder.qtyEncodingOffset()));
        final int priceOffset = order.offset() + NewOrderDecoder.priceEncodingOffset();
        assertEquals(Amount.of("65010"), new Amount().get(buffer, priceOffset));
        assertEquals(NewOrderDecoder.expireTimeNsNullValue(), order.expireTimeNs());
        assertEquals("a1", order.clientOrderId());
        assertEquals("FUND1", order.account());
        assertEquals("BTC-USDT", order.symbol());
        assertEquals("", order.venue());
        assertEquals(Side.BUY, order.side());
        assertEquals(OrdType.LIMIT, order.ordType());
        assertEquals(TimeInForce.GTC, order.timeInForce());
    }

    @Test
    void theWriterWritesTheSameLine()
    {
        final int length = reader.parse(ORDER, buffer, 0);
        assertEquals(ORDER, writer.format(1, buffer, 0, length));
    }

    @Test
    void orderOfFieldsLongNamesAndSpellingOfNumbersDoNotMatter()
    {
        final String line = "new C1 timeInForce=GTC BUY BTC-USDT  0.250 @65010.00 ordType=Limit clientOrderId=a1 " +
            "account=\"FUND1\" # a comment";
        final int length = reader.parse(line, buffer, 0);
        assertEquals(ORDER, writer.format(reader.session(), buffer, 0, length));
    }

    @Test
    void whatIsNotNamedIsNullEmptyOrZero()
    {
        reader.parse("cancel", buffer, 0);
        final CancelOrderDecoder cancel = new CancelOrderDecoder().wrapAndApplyHeader(buffer, 0, header);
        assertEquals(0, reader.session());
        assertEquals(0, cancel.orderId());
        assertEquals(CancelOrderDecoder.sendingTimeNsNullValue(), cancel.sendingTimeNs());
        assertEquals("", cancel.clientOrderId());
        assertEquals(Side.NULL_VAL, cancel.side());
        reader.parse("deposit FUND1", buffer, 0);
        final DepositDecoder deposit = new DepositDecoder().wrapAndApplyHeader(buffer, 0, header);
        assertEquals("FUND1", deposit.asset());
        assertTrue(new Amount().get(buffer, deposit.offset() + DepositDecoder.amountEncodingOffset()).isNull());
    }

    @Test
    void anAtBindsToTheQuantityBeforeIt()
    {
        reader.parse("report C1 0.25 @ 65010 last=0.1 @ 65000 exec=trade text=\"a \\\"b\\\"\"", buffer, 0);
        final ExecutionReportDecoder report = new ExecutionReportDecoder().wrapAndApplyHeader(buffer, 0, header);
        final int base = report.offset();
        final Amount amount = new Amount();
        assertEquals("65010", amount.get(buffer, base + ExecutionReportDecoder.priceEncodingOffset()).toString());
        assertEquals("65000", amount.get(buffer, base + ExecutionReportDecoder.lastPxEncodingOffset()).toString());
        assertEquals("a \"b\"", report.text());
    }

    @Test
    void timesAreIsoOrNanoseconds()
    {
        for (final String time : new String[]{"2026-11-21T12:00:00.000000007Z", "1795262400000000007"})
        {
            reader.parse("mark BTC-USDT bid=1 ask=2 price=1.5 venueTime=" + time, buffer, 0);
            assertTrue(writer.format(buffer, 0, 4000).endsWith("venueTime=2026-11-21T12:00:00.000000007Z"));
        }
        for (final long extreme : new long[]{Long.MAX_VALUE, Long.MIN_VALUE, Long.MIN_VALUE + 1, -1, 0})
        {
            assertEquals(extreme, ScriptText.time(ScriptText.time(extreme)));
        }
    }

    @Test
    void aMistakeIsNamedWithWhatThereIs()
    {
        assertMistake("buy 5", "'buy' is no verb; verbs are:", "mass-cancel", "new");
        assertMistake("", "line is empty");
        assertMistake("new pirce=5", "'pirce=5' at column 5", "no field 'pirce'", "id (clientOrderId)", "price");
        assertMistake("new 0.25 @ x", "'x' at column 12", "price", "plain decimal");
        assertMistake("new 1e30", "'1e30'", "qty", "plain decimal");
        assertMistake("new 0.0000000000000000001", "qty", "18 decimals");
        assertMistake("new 0.25 @", "a price must follow");
        assertMistake("new 1 qty=2", "qty is given twice");
        assertMistake("new 1 2", "takes no bare number here");
        assertMistake("new A B", "takes no bare word here");
        assertMistake("new tif=soon", "timeInForce: must be one of: day, gtc, ioc, fok, gtd");
        assertMistake("new id=" + "x".repeat(37), "clientOrderId", "37 bytes", "at most 36");
        assertMistake("new id=\u00e9\u20ac", "must be ASCII");
        assertMistake("new id=\"a", "quote is not closed");
        assertMistake("new id=\"a\\q\"", "an escape must be");
        assertMistake("new expire=tomorrow", "expireTimeNs", "a time must be nanoseconds");
        assertMistake("new postOnly=256", "postOnly must be a whole number of type uint8");
        assertMistake("new msgSeq=2147483648", "msgSeqNum must be a whole number of type int32");
        assertMistake("new C0 id=a", "'C0'", "a session is");
        assertMistake("new G1 id=a", "'G1'", "a session is");
        assertMistake("kill A1 reason=\"" + "x".repeat(401) + "\"", "reason", "at most 400");
        assertMistake("tick @ 5", "tick has no price");
    }

    @Test
    void bytesThatAreNoMessageAreRefused()
    {
        final int length = reader.parse(ORDER, buffer, 0);
        assertThrows(ScriptException.class, () -> writer.format(buffer, 0, length - 1));
        assertThrows(ScriptException.class, () -> writer.format(buffer, 0, 7));
        buffer.putShort(2, (short)9999);
        assertTrue(assertThrows(ScriptException.class, () -> writer.format(buffer, 0, length)).getMessage()
            .contains("template 9999"));
        buffer.putShort(4, (short)77);
        assertTrue(assertThrows(ScriptException.class, () -> writer.format(buffer, 0, length)).getMessage()
            .contains("schema id 77"));
    }

    @Test
    void jsonCarriesAmountsAsDecimalStrings()
    {
        final int length = reader.parse("new C1 id=a1 BTC-USDT sell 0.25 @ 65010 tif=day msgSeq=7", buffer, 0);
        assertEquals("{\"message\":\"new\",\"template\":1,\"fields\":{\"qty\":\"0.25\",\"price\":\"65010\"," +
            "\"clientOrderId\":\"a1\",\"symbol\":\"BTC-USDT\",\"msgSeqNum\":7,\"side\":\"sell\"," +
            "\"timeInForce\":\"day\",\"postOnly\":0}}", new ScriptJson().format(buffer, 0, length));
    }

    @Test
    void theReferenceDescribesEveryVerb()
    {
        assertTrue(ScriptReference.commandVerbs().contains("new"));
        assertTrue(ScriptReference.eventVerbs().contains("report"));
        for (final MessageForm form : ScriptDictionary.get().messages())
        {
            final String page = ScriptReference.describe(form.verb());
            form.fields().forEach((field) -> assertTrue(page.contains(field.name()), page));
        }
        assertThrows(ScriptException.class, () -> ScriptReference.describe("nonsense"));
    }

    private void assertMistake(final String line, final String... parts)
    {
        final ScriptException mistake = assertThrows(ScriptException.class, () -> reader.parse(line, buffer, 0), line);
        final String message = mistake.getMessage();
        for (final String part : parts)
        {
            assertTrue(message.contains(part), () -> "'" + part + "' is missing in: " + message);
        }
    }
}
