package io.utl.gateway.acceptance;

import static io.utl.gateway.acceptance.StockClient.field;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import quickfix.Message;

/** One real process, everything wrong that a client can send it, over real sockets; afterwards it trades as before. */
final class BadInputTest
{
    private static final String CLOSED = "closed";
    private static final String NO_HTTP = "400 MALFORMED: these bytes are no HTTP/1.1 request";
    private static final String LATE = "408 TIMEOUT: the request was not whole 5 s after the connection opened";
    private static final String LONG_BODY = "413 TOO_LARGE: the body may have 65536 bytes";
    private static final int LONG = 70_000;

    @TempDir
    private Path directory;

    private final List<String> table = new ArrayList<>();
    private final List<Executable> checks = new ArrayList<>();
    private int next = 1;

    @Test
    void answersEveryBadInputByFieldValueAndRuleAndGoesOnTrading() throws Exception
    {
        final Path data = directory.resolve("data");
        try (ProductProcess product = ProductProcess.demo(data))
        {
            try (Wire fix = new Wire(product.fixPort()); Wire http = new Wire(port(product, "rest"));
                Wire admin = new Wire(port(product, "admin")))
            {
                fix.sendFix("8=FIX.4.4|9=100|35=A|34=1|");
                http.send("GET /readyz HTTP/1.1\r\nHo");
                admin.send("POST /tell HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 40\r\n\r\ndeposit acc");
                orders(product);
                logons(product);
                garbageAndSize(product);
                expect("FIX: half a message, then silence", CLOSED, fix.rest());
                expect("HTTP: half a request, then silence", LATE, http(http.rest()));
                expect("admin: half a request, then silence", LATE, http(admin.rest()));
            }
            table.forEach(System.out::println);
            assertAll(checks);
            stillGood(product);
            assertEquals(0, product.stop(), product.output());
        }
        final String replay = ProductProcess.run("replay", "--verify", "--data", data.toString());
        assertTrue(replay.contains("SAME seq=1..") && replay.endsWith("exit 0"), replay);
    }

    private void orders(final ProductProcess product) throws Exception
    {
        try (StockClient client = new StockClient(product.fixPort(), product.account(), "demo"))
        {
            final String symbol = product.symbol();
            assertEquals("BTC-USDT", symbol, "the synthetic market's busiest symbol");
            refused(client, "NO-SUCH", "38=0.001 40=1", "8 103=1 symbol NO-SUCH was never defined");
            refused(client, symbol, "38=0.001 40=2 44=65000.001",
                "8 103=99 price 65000.001 must be a multiple of the tick 0.01");
            refused(client, symbol, "38=0.0000001 40=2 44=65000",
                "8 103=13 qty 0.0000001 must be a multiple of the lot 0.00001");
            for (final String side : List.of("38=%s 40=2 44=65000", "38=0.001 40=2 44=%s"))
            {
                final int tag = side.startsWith("38=%s") ? 38 : 44;
                final String name = tag == 38 ? "OrderQty(38)=" : "Price(44)=";
                refused(client, symbol, String.format(side, "0"), rejected(tag, 5, name + "0: must be more than 0"));
                refused(client, symbol, String.format(side, "-1"), rejected(tag, 5, name + "-1: must be more than 0"));
                refused(client, symbol, String.format(side, "0.1234567890123456789"),
                    rejected(tag, 5, name + "0.1234567890123456789: must have at most 18 decimals"));
                refused(client, symbol, String.format(side, "1000000000000000000000000000000"), rejected(tag, 5,
                    name + "1000000000000000000000000000000: must be below 1.7 x 10^20"));
                for (final String word : List.of("1e30", "NaN"))
                {
                    refused(client, symbol, String.format(side, word), rejected(tag, 6, name + word + ": must have " +
                        "the form FIX 4.4 gives this tag; a price or quantity is a plain decimal such as 65010.25"));
                }
            }
            repeats(client, symbol);
        }
    }

    private static String rejected(final int tag, final int reason, final String text)
    {
        return "3 371=" + tag + " 373=" + reason + " " + text;
    }

    private void repeats(final StockClient client, final String symbol)
    {
        final String order = "D 11=twice 55=" + symbol + " 54=1 38=0.001 40=1 60=20260101-00:00:00";
        client.send(order);
        final Message fill = client.await("fill", message -> "F".equals(field(message, 150)));
        final String text = "repeat of clientOrderId twice: the state of that order";
        client.send(order);
        final Message same = client.await("repeat", message -> "I".equals(field(message, 150)));
        expect("ClOrdID again, same content", "8 150=I 39=2 37=" + field(fill, 37) + " " + text,
            "8 150=" + field(same, 150) + " 39=" + field(same, 39) + " 37=" + field(same, 37) + " " + field(same, 58));
        client.send(order.replace("38=0.001", "38=0.002"));
        expect("ClOrdID again, other content",
            "8 103=6 clientOrderId twice was used with another qty; use a new id",
            answer(client.await("other content", message -> "8".equals(field(message, 150)) &&
                "twice".equals(field(message, 11)))));
    }

    private void refused(final StockClient client, final String symbol, final String content, final String answer)
    {
        final String id = "bad" + next++;
        final int before = client.received().size();
        assertTrue(client.send("D 11=" + id + " 55=" + symbol + " 54=1 " + content + " 60=20260101-00:00:00"));
        client.await("answer to " + content, () -> client.received().size() > before);
        expect("order 55=" + symbol + " " + content, answer, answer(client.received().get(before)));
    }

    private static String answer(final Message message)
    {
        return switch (field(message, 35))
        {
            case "3" -> "3 371=" + field(message, 371) + " 373=" + field(message, 373) + " " + field(message, 58);
            case "8" -> "8 103=" + field(message, 103) + " " + field(message, 58);
            default -> message.toString().replace('\001', '|');
        };
    }

    private void logons(final ProductProcess product) throws IOException
    {
        fix(product, "logon of unknown session STRANGER", Wire.logon("STRANGER", "demo", 30), CLOSED);
        fix(product, "logon with a wrong password", Wire.logon(product.account(), "guess", 30),
            "5 Username(553), Password(554): not those of SenderCompID(49)=FUND1; check both");
        fix(product, "first message no logon", Wire.fix("35=0|34=1|49=FUND1|52=" + Wire.now() + "|56=UTL|"), CLOSED);
    }

    private void garbageAndSize(final ProductProcess product) throws IOException
    {
        final String garbage = "\000\377\023 no protocol of this world\r\n\r\n";
        fix(product, "garbage bytes", garbage, CLOSED);
        fix(product, "BodyLength before logon", "8=FIX.4.4|9=2000000000|35=A|", CLOSED);
        try (Wire wire = new Wire(product.fixPort()))
        {
            wire.sendFix(Wire.logon("MM1", "demo", 30));
            assertTrue(wire.message().contains("|35=A|"));
            wire.sendFix(Wire.fix("35=D|34=2|49=MM1|52=" + Wire.now() + "|56=UTL|11=long|58=" + "x".repeat(LONG) +
                "|"));
            expect("FIX: message of 70 kB", "5 BodyLength(9)=70061: a message may have 65536 bytes", fix(wire.rest()));
        }
        for (final String door : List.of("rest", "admin"))
        {
            final int port = port(product, door);
            expect(door + ": garbage bytes", NO_HTTP, http(exchange(port, garbage)));
            expect(door + ": body of 70 kB", LONG_BODY, http(exchange(port, Wire.post("/tell", "x".repeat(LONG)))));
            expect(door + ": target of 70 kB", "414 TOO_LARGE: the request line may have 4096 bytes",
                http(exchange(port, Wire.get("/" + "x".repeat(LONG)))));
        }
        expect("admin: amount 1e30", "400 MALFORMED: '1e30' at column 34: amount must be a plain decimal of at most " +
            "18 decimals: amount '1e30' must be a plain decimal like -12.5", http(exchange(port(product, "admin"),
            Wire.post("/tell", "deposit account=FUND1 asset=USDT 1e30 location=BINANCE ext=x"))));
    }

    private void fix(final ProductProcess product, final String input, final String message, final String answer)
        throws IOException
    {
        try (Wire wire = new Wire(product.fixPort()))
        {
            expect("FIX: " + input, answer, fix(wire.sendFix(message).rest()));
        }
    }

    private static String exchange(final int port, final String request) throws IOException
    {
        try (Wire wire = new Wire(port))
        {
            return wire.send(request).rest();
        }
    }

    /** "closed", or type and text of the last message before the end. */
    private static String fix(final String received)
    {
        return received.equals(CLOSED) ? CLOSED :
            received.replaceAll("(?s).*\\|35=(.)\\|.*\\|58=([^|]*)\\|10=[0-9]{3}\\|closed", "$1 $2");
    }

    private static String http(final String answer)
    {
        return answer.replaceAll(
            "(?s)HTTP/1.1 ([0-9]{3}) .*\"detail\":\"(.*?)\",\"code\":\"([A-Z_]+)\".*}\\s*closed", "$1 $3: $2");
    }

    private void expect(final String input, final String expected, final String answer)
    {
        table.add(String.format("%-70s | %s", input, answer));
        checks.add(() -> assertEquals(expected, answer, input));
    }

    private static int port(final ProductProcess product, final String door)
    {
        final String address = product.endpoints().get(door).asText();
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    private void stillGood(final ProductProcess product) throws Exception
    {
        final String ready = exchange(port(product, "rest"), Wire.get("/readyz"));
        assertTrue(ready.startsWith("HTTP/1.1 200 "), ready);
        try (StockClient client = new StockClient(product.fixPort(), product.account(), "demo"))
        {
            client.send("D 11=good 55=" + product.symbol() + " 54=1 38=0.001 40=1 60=20260101-00:00:00");
            assertEquals("0.001", field(client.await("fill", message -> "F".equals(field(message, 150))), 14));
        }
    }
}
