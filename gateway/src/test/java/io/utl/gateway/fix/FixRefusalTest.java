package io.utl.gateway.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Every bad field is answered by 35=3 or 35=j naming tag, value and rule, and nothing reaches the ring. */
@Timeout(60)
final class FixRefusalTest
{
    private static final Pattern HEADER = Pattern.compile("8=FIX.4.4\\|9=\\d+\\||34=\\d+\\||49=UTL\\||52=[^|]*\\||" +
        "56=\\w+\\||45=\\d+\\||10=\\d+\\|");

    private static FixServer server;
    private static RawClient client;
    private static int ids;

    @BeforeAll
    static void start() throws IOException
    {
        server = new FixServer();
        client = RawClient.loggedOn(server.acceptor.port(), "FUND1");
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException
    {
        client.close();
        server.close();
    }

    /** The order around a change: a tag given here replaces the one of a good order; an empty change removes it. */
    private static String order(final String change)
    {
        final StringBuilder body = new StringBuilder();
        for (final String field : ("11=bad-" + ++ids + "|38=0.02|40=2|44=61000.00|54=1|55=BTC-USDT|59=1|" +
            "60=20260101-00:00:00|").split("\\|"))
        {
            final String tag = field.substring(0, field.indexOf('=') + 1);
            if (!("|" + change).contains("|" + tag))
            {
                body.append(field).append('|');
            }
        }
        return body + change.replaceAll("(^|\\|)\\d+=-\\|", "$1");
    }

    private static String literal(final String type, final String body) throws IOException
    {
        final int before = server.core.offered().size();
        final String answer = HEADER.matcher(client.send(type, body).read()).replaceAll("");
        System.out.printf("  %-46s -> %s%n", type + body, answer);
        assertEquals(before, server.core.offered().size(), "reached the ring: " + body);
        return answer;
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/fix/refusals.txt", delimiter = '~', quoteCharacter = '`')
    void refusesAnOrderWithABadFieldNamingTagValueAndRule(final String change, final String expected) throws IOException
    {
        final String answer = literal("35=D|", order(change));
        assertEquals(expected, answer.replaceAll("379=bad-\\d+", "379=bad-#"));
    }

    @Test
    void refusesOtherMessagesByTypeAndKind() throws IOException
    {
        assertEquals("35=j|58=MsgType(35)=V: not offered; this session takes D, F, G, H and q|372=V|380=3|",
            literal("35=V|", "262=r|263=1|264=1|267=1|269=0|146=1|55=BTC-USDT|"));
        assertEquals("35=3|58=MsgType(35)=zz: no message type of FIX 4.4|371=35|372=zz|373=11|", literal("35=zz|", ""));
        assertEquals("35=j|58=MassCancelRequestType(530)=5: offered are 1 (one symbol) and 7 (all)|372=q|379=m|380=0|",
            literal("35=q|", "11=m|60=20260101-00:00:00|530=5|"));
        assertEquals("35=j|58=Symbol(55)=BTC-USDT: only with MassCancelRequestType(530)=1|372=q|379=m|380=0|",
            literal("35=q|", "11=m|55=BTC-USDT|60=20260101-00:00:00|530=7|"));
        assertEquals("35=3|58=OrderID(37)=abc: must be an order id that we gave, a whole number|371=37|372=F|373=5|",
            literal("35=F|", "11=c|37=abc|41=o|54=1|55=BTC-USDT|60=20260101-00:00:00|"));
        assertEquals("35=j|58=ExecInst(18)=6: not offered in MsgType(35)=G; leave it out|372=G|379=g|380=0|",
            literal("35=G|", "11=g|18=6|38=1|40=2|41=o|44=5|54=1|55=BTC-USDT|60=20260101-00:00:00|"));
    }

    @Test
    void aReadOnlySessionMayAskOnly() throws IOException
    {
        try (RawClient audit = RawClient.loggedOn(server.acceptor.port(), "AUDIT"))
        {
            final String refused = audit.send("35=D|", order("")).read();
            assertTrue(refused.contains("|35=j|") && refused.contains("|380=6|") && refused.contains(
                "|58=SenderCompID(49)=AUDIT: a read-only session may send status requests (35=H) only|"), refused);
            final String status = audit.send("35=H|", "11=nobody|54=1|55=BTC-USDT|790=q1|").read();
            assertTrue(status.contains("|150=I|") && status.contains("|790=q1|") && status.contains("|39=8|") &&
                status.contains("|37=NONE|") && status.contains("|17=0|") && status.contains("|54=7|"), status);
            assertEquals(0, server.acceptor.counters().reportsFailed());
        }
    }

    @Test
    void answersBusyWithNothingExecutedAndTheSameOrderPassesLater() throws IOException
    {
        final String order = order("44=50000|");
        server.core.requestsBusy = true;
        try
        {
            final String answer = literal("35=D|", order);
            assertTrue(answer.contains("58=ClOrdID(11)=bad-" + ids + ": BUSY: too many requests are waiting; nothing " +
                "was executed, send it again|") && answer.contains("|380=4|"), answer);
        }
        finally
        {
            server.core.requestsBusy = false;
        }
        assertTrue(client.send("35=D|", order).read().contains("|150=A|"));
        assertTrue(client.read().contains("|150=0|"));
    }

    @Test
    void aStopWaitsForRoomInsteadOfBeingRefused() throws IOException
    {
        server.core.stopsRefused = 20;
        final String answer = client.send("35=F|", "11=stop-1|41=none|54=1|55=BTC-USDT|60=20260101-00:00:00|").read();
        assertTrue(answer.contains("|35=9|") && answer.contains("|37=NONE|") && answer.contains("|102=1|") &&
            answer.contains("|434=1|"), answer);
        assertEquals(0, server.core.stopsRefused);
        assertTrue(List.of("STOP 1 2").contains(server.core.offered().get(server.core.offered().size() - 1)));
    }

    @Test
    void aPoisonMessageIsRejectedOnceAndTheSessionGoesOn() throws IOException
    {
        server.core.poisoned = true;
        try
        {
            final String answer = literal("35=D|", order(""));
            assertTrue(answer.contains("58=our fault while reading this message; nothing was executed|") &&
                answer.contains("|380=4|"), answer);
        }
        finally
        {
            server.core.poisoned = false;
        }
        assertTrue(client.send("35=1|", "112=alive|").read().contains("|112=alive|"));
    }
}
