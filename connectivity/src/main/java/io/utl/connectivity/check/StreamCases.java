package io.utl.connectivity.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.Side;
import io.utl.connectivity.binance.MarketMessage;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Stream messages with the normalised trade, book change or best levels that an independent mapper made of them. */
final class StreamCases
{
    private static final String FILE = "normalized/tardis/binance.jsonl";

    private final Pack pack;
    private final CheckReport report;
    private final MarketMessage message = new MarketMessage();

    StreamCases(final Pack pack, final CheckReport report)
    {
        this.pack = pack;
        this.report = report;
    }

    void run()
    {
        for (final String line : pack.lines(FILE))
        {
            final JsonNode one = Pack.parse(line.getBytes(StandardCharsets.UTF_8));
            final String name = one.path("session").asText() + "/" + one.path("seq").asText();
            if (!one.path("exchange").asText().equals("binance"))
            {
                report.skip(name, RequestCases.OTHER_PRODUCT);
            }
            else if (one.path("normalized").size() > 0 && one.path("message").path("generated").asBoolean())
            {
                report.skip(name, "its mapper merges updates kept before the snapshot");
            }
            else
            {
                judge(name, one);
            }
        }
    }

    private void judge(final String name, final JsonNode one)
    {
        final byte[] bytes = one.path("message").toString().getBytes(StandardCharsets.UTF_8);
        final List<String> differences = new ArrayList<>();
        try
        {
            final MarketMessage.Kind kind = message.parse(bytes, 0, bytes.length);
            final JsonNode expected = one.path("normalized").path(0);
            switch (expected.path("type").asText())
            {
                case "trade" -> trade(kind, expected, differences);
                case "book_change" -> change(kind, expected, differences);
                case "book_ticker" -> best(kind, expected, differences);
                case "" -> RequestCases.same("is no trade", false, kind == MarketMessage.Kind.TRADE, differences);
                default ->
                {
                    report.skip(name, expected.path("type").asText() + " is not offered");
                    return;
                }
            }
        }
        catch (final RuntimeException e)
        {
            differences.add("not parsed: " + e.getMessage());
        }
        report.judge(name, differences);
    }

    private void trade(final MarketMessage.Kind kind, final JsonNode expected, final List<String> differences)
    {
        RequestCases.same("kind", MarketMessage.Kind.TRADE, kind, differences);
        RequestCases.same("symbol", expected.path("symbol").asText(), message.symbol(), differences);
        RequestCases.same("id", expected.path("id").asText(), message.tradeId(), differences);
        RequestCases.same(
            "side", expected.path("side").asText(), message.takerSide().name().toLowerCase(Locale.ROOT), differences);
        RequestCases.same("timestamp", timeMs(expected), message.tradeTimeMs(), differences);
        ResponseCases.number("price", expected.path("price"), message.tradePrice(), differences);
        ResponseCases.number("amount", expected.path("amount"), message.tradeQty(), differences);
    }

    private void change(final MarketMessage.Kind kind, final JsonNode expected, final List<String> differences)
    {
        RequestCases.same("kind", MarketMessage.Kind.DEPTH, kind, differences);
        RequestCases.same("symbol", expected.path("symbol").asText(), message.symbol(), differences);
        RequestCases.same("timestamp", timeMs(expected), message.eventTimeMs(), differences);
        levels("bids", expected.path("bids"), Side.BUY, differences);
        levels("asks", expected.path("asks"), Side.SELL, differences);
    }

    private void best(final MarketMessage.Kind kind, final JsonNode expected, final List<String> differences)
    {
        RequestCases.same("kind", MarketMessage.Kind.BEST, kind, differences);
        RequestCases.same("symbol", expected.path("symbol").asText(), message.symbol(), differences);
        ResponseCases.number("bidPrice", expected.path("bidPrice"), message.bid(), differences);
        ResponseCases.number("bidAmount", expected.path("bidAmount"), message.bidQty(), differences);
        ResponseCases.number("askPrice", expected.path("askPrice"), message.ask(), differences);
        ResponseCases.number("askAmount", expected.path("askAmount"), message.askQty(), differences);
    }

    private void levels(
        final String what, final JsonNode expected, final Side side, final List<String> differences)
    {
        RequestCases.same(what, expected.size(), message.diff().levels(side), differences);
        final Amount amount = new Amount();
        for (int i = 0; i < Math.min(expected.size(), message.diff().levels(side)); i++)
        {
            ResponseCases.number(
                what + " price", expected.path(i).path("price"), message.diff().price(side, i, amount), differences);
            ResponseCases.number(
                what + " amount", expected.path(i).path("amount"), message.diff().qty(side, i, amount), differences);
        }
    }

    private static long timeMs(final JsonNode expected)
    {
        return Instant.parse(expected.path("timestamp").asText()).toEpochMilli();
    }
}
