package io.utl.connectivity.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.Side;
import io.utl.connectivity.book.BookState;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Captures of live feeds, replayed through the book policy to the outcome that an independent book came to. */
final class CaptureCases
{
    private static final String EXPECTED = "recorded/EXPECTED.json";
    private static final String SPOT_CAPTURE = "binance/BINANCE.ws.";
    private static final String SPOT_FRAMES = "hftbacktest/binance/spot_";

    private final Pack pack;
    private final CheckReport report;

    CaptureCases(final Pack pack, final CheckReport report)
    {
        this.pack = pack;
        this.report = report;
    }

    void run()
    {
        pack.json(EXPECTED).path("captures").properties().forEach(capture ->
        {
            final String name = capture.getKey();
            if (name.startsWith(SPOT_CAPTURE))
            {
                cryptofeed(name, capture.getValue());
            }
            else if (name.startsWith(SPOT_FRAMES))
            {
                frames(name, capture.getValue());
            }
            else if (name.contains("binance/"))
            {
                report.skip(name, RequestCases.OTHER_PRODUCT);
            }
        });
    }

    /** Lines of time and frame; snapshots lie in a file beside it. */
    private void cryptofeed(final String name, final JsonNode expected)
    {
        final String file = "recorded/cryptofeed/" + name + ".gz";
        final String snapshots = file.replaceFirst("\\.ws\\.[0-9]+\\.", ".http.0.");
        if (!pack.has(file) || !pack.has(snapshots))
        {
            report.skip(name, "the capture is not in the pack");
            return;
        }
        final ReplayedBooks books = new ReplayedBooks();
        final Map<String, BigDecimal> due = new HashMap<>();
        final Map<String, byte[]> bodies = new HashMap<>();
        for (final String line : pack.unzipped(snapshots))
        {
            final int arrow = line.indexOf(" -> ");
            final int colon = line.indexOf(": ", arrow);
            final int symbol = line.indexOf("symbol=");
            if (arrow > 0 && colon > 0 && symbol > 0 && symbol < arrow)
            {
                final String of = line.substring(symbol + 7, arrow).split("&")[0];
                due.put(of, new BigDecimal(line.substring(arrow + 4, colon)));
                bodies.put(of, line.substring(colon + 2).getBytes(StandardCharsets.UTF_8));
            }
        }
        for (final String line : pack.unzipped(file))
        {
            final int colon = line.indexOf(": ");
            if (colon > 0 && Character.isDigit(line.charAt(0)))
            {
                final BigDecimal time = new BigDecimal(line.substring(0, colon));
                new TreeMap<>(due).forEach((symbol, at) ->
                {
                    if (at.compareTo(time) < 0)
                    {
                        due.remove(symbol);
                        books.snapshot(symbol, bodies.get(symbol));
                    }
                });
                books.frame(line.substring(colon + 2), time.movePointRight(9).longValue());
            }
        }
        due.keySet().forEach(symbol -> books.snapshot(symbol, bodies.get(symbol)));
        expected.properties().forEach(one ->
            book(name + " " + one.getKey(), one.getValue(), books.book(one.getKey())));
    }

    /** Lines of local nanoseconds and frame; a snapshot is one of them, or there is none. */
    private void frames(final String name, final JsonNode expected)
    {
        final String file = "recorded/" + name;
        if (!pack.has(file))
        {
            report.skip(name, "the capture is not in the pack");
            return;
        }
        final ReplayedBooks books = new ReplayedBooks();
        final boolean withSnapshot = expected.path("messages").path("snapshot").asInt() > 0;
        books.startWithoutSnapshot(!withSnapshot);
        final String only = expected.path("depth").properties().stream().map(Map.Entry::getKey).findFirst().orElse("");
        for (final String line : pack.unzipped(file))
        {
            final int space = line.indexOf(' ');
            books.frameOf(only, line.substring(space + 1), Long.parseLong(line.substring(0, space)));
        }
        final List<String> differences = new ArrayList<>();
        expected.path("messages").properties().forEach(kind -> RequestCases.same(kind.getKey(),
            kind.getValue().asText(), books.messages(kind.getKey()), differences));
        RequestCases.same("unparsed", expected.path("unparsed").asText(), books.unparsed(), differences);
        report.judge(name + " messages", differences);
        expected.path("depth").properties().forEach(one ->
            book(name + " " + one.getKey(), one.getValue(), books.book(one.getKey())));
    }

    private void book(final String name, final JsonNode expected, final ReplayedBooks.Book book)
    {
        final List<String> differences = new ArrayList<>();
        if (book == null)
        {
            report.fail(name, "no update of this instrument in the capture");
            return;
        }
        RequestCases.same("updates", expected.path("updates").asText(), book.updates, differences);
        RequestCases.same("gaps", expected.path("gaps").asText(), book.gaps, differences);
        RequestCases.same("not believed", List.of(), book.invalid, differences);
        RequestCases.same("state", BookState.LIVE, book.policy.state(), differences);
        if (expected.has("before_snapshot"))
        {
            RequestCases.same("before_snapshot", expected.path("before_snapshot").asText(),
                book.beforeSnapshot(), differences);
            RequestCases.same("applied", expected.path("applied").asText(),
                book.updates - book.beforeSnapshot(), differences);
        }
        if (expected.has("final"))
        {
            RequestCases.same("last id", book.lastId, book.policy.lastId(), differences);
            side("bid", expected.path("final"), Side.BUY, book, differences);
            side("ask", expected.path("final"), Side.SELL, book, differences);
        }
        report.judge(name, differences);
    }

    private static void side(
        final String what, final JsonNode expected, final Side side, final ReplayedBooks.Book book,
        final List<String> differences)
    {
        final int levels = book.policy.book().depth().levels(side);
        RequestCases.same(what + " levels", expected.path(what + "_levels").asText(), levels, differences);
        if (levels > 0)
        {
            final Amount amount = new Amount();
            ResponseCases.number("best " + what, expected.path(what).path(0),
                book.policy.book().depth().price(side, 0, amount), differences);
            ResponseCases.number("best " + what + " size", expected.path(what).path(1),
                book.policy.book().depth().qty(side, 0, amount), differences);
        }
    }
}
