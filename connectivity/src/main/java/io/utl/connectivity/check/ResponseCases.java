package io.utl.connectivity.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.InstrumentState;
import io.utl.codecs.sbe.Liquidity;
import io.utl.codecs.sbe.Side;
import io.utl.connectivity.binance.BinanceAnswers;
import io.utl.connectivity.binance.InstrumentParser;
import io.utl.connectivity.binance.MarketMessage;
import io.utl.connectivity.venue.FillReport;
import io.utl.connectivity.venue.Instrument;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Answers: our parsers over recorded bodies, field by field against what an independent client made of them. */
final class ResponseCases
{
    private final Pack pack;
    private final CheckReport report;

    ResponseCases(final Pack pack, final CheckReport report)
    {
        this.pack = pack;
        this.report = report;
    }

    void run()
    {
        for (final JsonNode one : pack.json("ccxt-oracle/responses/binance.json").path("cases"))
        {
            final String id = one.path("id").asText();
            final String payload = one.path("payload").asText();
            if (payload.contains("futures") || payload.contains("/fapi/") || payload.contains("/dapi/"))
            {
                report.skip(id, RequestCases.OTHER_PRODUCT);
            }
            else if (!pack.has(payload))
            {
                report.skip(id, "its payload is not in the pack");
            }
            else
            {
                judge(id, one, pack.bytes(payload));
            }
        }
    }

    private void judge(final String id, final JsonNode one, final byte[] bytes)
    {
        final JsonNode body = Pack.parse(bytes);
        final JsonNode parsed = one.path("parsed");
        final List<String> differences = new ArrayList<>();
        try
        {
            switch (one.path("method").asText())
            {
                case "fetchTime" -> RequestCases.same(
                    "serverTime", parsed.asText(), BinanceAnswers.serverTimeMs(body), differences);
                case "fetchMarkets" -> markets(body, parsed, differences);
                case "fetchOrderBook" -> book(bytes, parsed, differences);
                case "fetchMyTrades", "fetchOrderTrades" -> each(id, body, parsed, this::myTrade, differences);
                case "fetchTrades" -> each(id, body, parsed, ResponseCases::publicTrade, differences);
                case "fetchOrder", "createOrder", "cancelOrder", "editOrder", "fetchOpenOrder" ->
                    order(body, parsed, differences);
                case "fetchOrders", "fetchOpenOrders", "fetchClosedOrders", "cancelAllOrders" ->
                    each(id, body, parsed, ResponseCases::order, differences);
                default ->
                {
                    report.skip(id, one.path("method").asText() + " is not offered");
                    return;
                }
            }
        }
        catch (final RuntimeException e)
        {
            differences.add("not parsed: " + e.getMessage());
        }
        report.judge(id, differences);
    }

    private interface Comparison
    {
        void compare(JsonNode body, JsonNode parsed, List<String> differences);
    }

    private void each(
        final String id, final JsonNode body, final JsonNode parsed, final Comparison one,
        final List<String> differences)
    {
        RequestCases.same("entries", parsed.size(), body.size(), differences);
        for (int i = 0; i < Math.min(body.size(), parsed.size()); i++)
        {
            if (body.path(i).has("orderReports"))
            {
                report.exception(
                    id, "entry " + i + " is an order list, which is not offered (rest-api.md, order lists)");
            }
            else
            {
                one.compare(body.path(i), parsed.path(i), differences);
            }
        }
    }

    private void myTrade(final JsonNode body, final JsonNode parsed, final List<String> differences)
    {
        final FillReport trade = BinanceAnswers.trade(body, new FillReport());
        RequestCases.same("id", parsed.path("id").asText(), trade.venueTradeId, differences);
        RequestCases.same("order", parsed.path("order").asText(), trade.venueOrderId, differences);
        RequestCases.same("side", parsed.path("side").asText(), name(trade.side), differences);
        RequestCases.same("timestamp", parsed.path("timestamp").asText(), trade.venueTimeMs, differences);
        RequestCases.same("takerOrMaker", parsed.path("takerOrMaker").asText(),
            trade.liquidity == Liquidity.MAKER ? "maker" : "taker", differences);
        number("price", parsed.path("price"), trade.lastPx, differences);
        number("amount", parsed.path("amount"), trade.lastQty, differences);
        number("fee", parsed.path("fee").path("cost"), trade.fee, differences);
        RequestCases.same("fee asset", parsed.path("fee").path("currency").asText(), trade.feeAsset, differences);
    }

    /** Public trades by REST have no parser of ours; the adapter reads the stream's, which has the same content. */
    private static void publicTrade(final JsonNode body, final JsonNode parsed, final List<String> differences)
    {
        final boolean aggregate = body.has("p");
        final String frame = "{\"e\":\"trade\",\"s\":\"X\",\"t\":" + body.path(aggregate ? "a" : "id") + ",\"p\":" +
            body.path(aggregate ? "p" : "price") + ",\"q\":" + body.path(aggregate ? "q" : "qty") + ",\"T\":" +
            body.path(aggregate ? "T" : "time") + ",\"m\":" + body.path(aggregate ? "m" : "isBuyerMaker") + "}";
        final MarketMessage trade = new MarketMessage();
        final byte[] bytes = frame.getBytes(StandardCharsets.US_ASCII);
        RequestCases.same("kind", MarketMessage.Kind.TRADE, trade.parse(bytes, 0, bytes.length), differences);
        RequestCases.same("id", parsed.path("id").asText(), trade.tradeId(), differences);
        RequestCases.same("side", parsed.path("side").asText(), name(trade.takerSide()), differences);
        RequestCases.same("timestamp", parsed.path("timestamp").asText(), trade.tradeTimeMs(), differences);
        number("price", parsed.path("price"), trade.tradePrice(), differences);
        number("amount", parsed.path("amount"), trade.tradeQty(), differences);
    }

    private static void order(final JsonNode body, final JsonNode parsed, final List<String> differences)
    {
        final BinanceAnswers.Order order = BinanceAnswers.order(body);
        RequestCases.same("id", parsed.path("id").asText(), order.venueOrderId(), differences);
        RequestCases.same("side", parsed.path("side").asText(), name(order.side()), differences);
        RequestCases.same("status", parsed.path("status").asText(), switch (order.status())
        {
            case NEW, PARTIALLY_FILLED, PENDING_NEW -> "open";
            case FILLED -> "closed";
            case PENDING_CANCEL -> "canceling";
            default -> order.status().name().toLowerCase(Locale.ROOT);
        }, differences);
        number("amount", parsed.path("amount"), order.qty(), differences);
        number("filled", parsed.path("filled"), order.cumQty(), differences);
        if (parsed.hasNonNull("price") && order.price().signum() > 0)
        {
            number("price", parsed.path("price"), order.price(), differences);
        }
        if (!body.has("origClientOrderId"))
        {
            RequestCases.same(
                "clientOrderId", parsed.path("clientOrderId").asText(), order.clientOrderId(), differences);
        }
    }

    private static void book(final byte[] bytes, final JsonNode parsed, final List<String> differences)
    {
        final MarketMessage message = new MarketMessage();
        RequestCases.same(
            "kind", MarketMessage.Kind.SNAPSHOT, message.parse(bytes, 0, bytes.length), differences);
        if (parsed.hasNonNull("nonce"))
        {
            RequestCases.same("nonce", parsed.path("nonce").asText(), message.lastId(), differences);
        }
        levels("bids", parsed.path("bids"), message, Side.BUY, differences);
        levels("asks", parsed.path("asks"), message, Side.SELL, differences);
    }

    private static void levels(
        final String what, final JsonNode expected, final MarketMessage message, final Side side,
        final List<String> differences)
    {
        RequestCases.same(what, expected.size(), message.diff().levels(side), differences);
        final Amount amount = new Amount();
        for (int i = 0; i < Math.min(expected.size(), message.diff().levels(side)); i++)
        {
            number(what + " price", expected.path(i).path(0), message.diff().price(side, i, amount), differences);
            number(what + " size", expected.path(i).path(1), message.diff().qty(side, i, amount), differences);
        }
    }

    private static void markets(final JsonNode body, final JsonNode parsed, final List<String> differences)
    {
        final List<Instrument> instruments = InstrumentParser.parse(body, Set.of());
        RequestCases.same("symbols", parsed.size(), instruments.size(), differences);
        for (int i = 0; i < Math.min(parsed.size(), instruments.size()); i++)
        {
            final JsonNode market = parsed.path(i);
            final Instrument ours = instruments.get(i);
            RequestCases.same("id", market.path("id").asText(), ours.venueSymbol(), differences);
            RequestCases.same("base", market.path("baseId").asText(), ours.base(), differences);
            RequestCases.same("quote", market.path("quoteId").asText(), ours.quote(), differences);
            RequestCases.same("active", market.path("active").asBoolean(),
                ours.state() == InstrumentState.TRADING, differences);
            final JsonNode limits = market.path("limits");
            rule("tick", market.path("precision").path("price"), ours.tick(new Amount()), differences);
            rule("lot", market.path("precision").path("amount"), ours.lot(new Amount()), differences);
            rule("minQty", limits.path("amount").path("min"), ours.minQty(new Amount()), differences);
            rule("maxQty", limits.path("amount").path("max"), ours.maxQty(new Amount()), differences);
            rule("minNotional", limits.path("cost").path("min"), ours.minNotional(new Amount()), differences);
        }
    }

    /** A rule that is absent is zero with us. */
    private static void rule(
        final String what, final JsonNode expected, final Amount found, final List<String> differences)
    {
        if (Pack.number(expected) != null || !found.isZero())
        {
            number(what, expected, found, differences);
        }
    }

    static void number(
        final String what, final JsonNode expected, final Amount found, final List<String> differences)
    {
        final BigDecimal number = Pack.number(expected);
        if (number == null || number.compareTo(new BigDecimal(found.toString())) != 0)
        {
            differences.add(what + ": expected " + number + ", found " + found);
        }
    }

    private static String name(final Side side)
    {
        return side.name().toLowerCase(Locale.ROOT);
    }
}
