package io.utl.connectivity.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.utl.codecs.sbe.Side;
import io.utl.connectivity.binance.BinanceAnswers;
import io.utl.connectivity.binance.ExecutionReport;
import io.utl.connectivity.binance.InstrumentParser;
import io.utl.connectivity.binance.MarketMessage;
import io.utl.connectivity.venue.FillReport;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Raw messages of the venue, each through the parser of its kind, its main fields compared with the raw ones. */
final class PayloadCases
{
    private static final Set<String> PRIVATE_EVENTS = Set.of("executionReport", "outboundAccountPosition",
        "balanceUpdate", "listStatus", "serverShutdown", "eventStreamTerminated", "externalLockUpdate");
    private static final List<String> FOLDERS = List.of("payloads/nautilus/binance", "payloads/xchange/binance");

    private final Pack pack;
    private final CheckReport report;

    PayloadCases(final Pack pack, final CheckReport report)
    {
        this.pack = pack;
        this.report = report;
    }

    void run()
    {
        for (final String folder : FOLDERS)
        {
            pack.files(folder).forEach(this::file);
        }
    }

    private void file(final String file)
    {
        if (file.contains("futures"))
        {
            report.skip(file, RequestCases.OTHER_PRODUCT);
        }
        else if (file.contains("_sbe/"))
        {
            report.skip(file, "SBE is not offered");
        }
        else if (file.endsWith(".json"))
        {
            json(file);
        }
    }

    private void json(final String file)
    {
        final List<String> differences = new ArrayList<>();
        try
        {
            final JsonNode body = Pack.parse(pack.bytes(file));
            final String skip = body.isArray() ? array(body, differences) : object(body, differences);
            if (!skip.isEmpty())
            {
                report.skip(file, skip);
                return;
            }
        }
        catch (final UncheckedIOException e)
        {
            report.skip(file, "no JSON");
            return;
        }
        catch (final RuntimeException e)
        {
            differences.add("not parsed: " + e.getMessage());
        }
        report.judge(file, differences);
    }

    /** @return why it is skipped; empty if it was judged. */
    private String array(final JsonNode body, final List<String> differences)
    {
        for (final JsonNode entry : body)
        {
            if (entry.has("commission") && entry.has("orderId"))
            {
                final FillReport trade = BinanceAnswers.trade(entry, new FillReport());
                RequestCases.same("id", entry.path("id").asText(), trade.venueTradeId, differences);
                ResponseCases.number("qty", entry.path("qty"), trade.lastQty, differences);
            }
            else if (entry.has("orderId") && entry.has("status"))
            {
                order(entry, differences);
            }
            else if (!entry.has("orderReports"))
            {
                return "public lists by REST are not offered";
            }
        }
        return "";
    }

    private String object(final JsonNode body, final List<String> differences)
    {
        final JsonNode event = body.has("event") ? body.path("event") : body.has("data") ? body.path("data") : body;
        if (PRIVATE_EVENTS.contains(event.path("e").asText()))
        {
            execution(body, event, differences);
        }
        else if (event.has("lastUpdateId") || event.path("e").asText().equals("trade") ||
            event.path("e").asText().equals("depthUpdate") || event.has("u") && event.path("B").isTextual())
        {
            market(body, event, differences);
        }
        else if (event.has("symbols"))
        {
            RequestCases.same("symbols", event.path("symbols").size(),
                InstrumentParser.parse(event, Set.of()).size(), differences);
        }
        else if (event.has("serverTime"))
        {
            RequestCases.same("serverTime", event.path("serverTime").asText(),
                BinanceAnswers.serverTimeMs(event), differences);
        }
        else if (event.has("orderId") && event.has("status"))
        {
            order(event, differences);
        }
        else
        {
            return "its kind is not offered";
        }
        return "";
    }

    private static void execution(final JsonNode body, final JsonNode event, final List<String> differences)
    {
        final ExecutionReport parsed = new ExecutionReport();
        final byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        RequestCases.same("event", event.path("e").asText(), parsed.parse(bytes, 0, bytes.length), differences);
        if (!event.path("e").asText().equals("executionReport"))
        {
            return;
        }
        RequestCases.same("s", event.path("s").asText(), parsed.symbol(), differences);
        RequestCases.same("x", event.path("x").asText(), parsed.executionType(), differences);
        RequestCases.same("X", event.path("X").asText(), parsed.status(), differences);
        RequestCases.same("i", event.path("i").asText(), parsed.venueOrderId(), differences);
        RequestCases.same("t", event.path("t").asText(), parsed.tradeId(), differences);
        RequestCases.same("S", event.path("S").asText(), parsed.side().name(), differences);
        RequestCases.same("m", event.path("m").asBoolean(), parsed.maker(), differences);
        RequestCases.same("T", event.path("T").asText(), parsed.timeMs(), differences);
        RequestCases.same("N", event.path("N").asText("").replace("null", ""), parsed.feeAsset(), differences);
        ResponseCases.number("l", event.path("l"), parsed.lastQty(), differences);
        ResponseCases.number("L", event.path("L"), parsed.lastPx(), differences);
        ResponseCases.number("z", event.path("z"), parsed.cumQty(), differences);
        ResponseCases.number("n", event.path("n"), parsed.fee(), differences);
        ResponseCases.number("q", event.path("q"), parsed.orderQty(), differences);
        ResponseCases.number("p", event.path("p"), parsed.orderPrice(), differences);
    }

    private static void market(final JsonNode body, final JsonNode event, final List<String> differences)
    {
        final MarketMessage parsed = new MarketMessage();
        final byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        switch (parsed.parse(bytes, 0, bytes.length))
        {
            case SNAPSHOT ->
            {
                RequestCases.same("lastUpdateId", event.path("lastUpdateId").asText(), parsed.lastId(), differences);
                RequestCases.same(
                    "bids", event.path("bids").size(), parsed.diff().levels(Side.BUY), differences);
                RequestCases.same(
                    "asks", event.path("asks").size(), parsed.diff().levels(Side.SELL), differences);
            }
            case DEPTH ->
            {
                RequestCases.same("u", event.path("u").asText(), parsed.lastId(), differences);
                RequestCases.same("b", event.path("b").size(), parsed.diff().levels(Side.BUY), differences);
                RequestCases.same("a", event.path("a").size(), parsed.diff().levels(Side.SELL), differences);
            }
            case TRADE ->
            {
                RequestCases.same("t", event.path("t").asText(), parsed.tradeId(), differences);
                ResponseCases.number("p", event.path("p"), parsed.tradePrice(), differences);
                ResponseCases.number("q", event.path("q"), parsed.tradeQty(), differences);
            }
            case BEST ->
            {
                RequestCases.same("u", event.path("u").asText(), parsed.lastId(), differences);
                ResponseCases.number("b", event.path("b"), parsed.bid(), differences);
                ResponseCases.number("B", event.path("B"), parsed.bidQty(), differences);
                ResponseCases.number("a", event.path("a"), parsed.ask(), differences);
                ResponseCases.number("A", event.path("A"), parsed.askQty(), differences);
            }
            default -> differences.add("kind not recognised");
        }
    }

    private static void order(final JsonNode node, final List<String> differences)
    {
        final BinanceAnswers.Order order = BinanceAnswers.order(node);
        RequestCases.same("orderId", node.path("orderId").asText(), order.venueOrderId(), differences);
        ResponseCases.number("executedQty", node.path("executedQty"), order.cumQty(), differences);
    }
}
