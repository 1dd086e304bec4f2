package io.utl.connectivity.simulator.wire;

import io.utl.codecs.amount.Amount;
import io.utl.connectivity.simulator.market.MarketFrame;
import io.utl.connectivity.simulator.match.Decimals;

import java.util.Map;

/** Messages of the market streams as text. Thread: matching. Source: web-socket-streams.md, July 2026. */
final class StreamJson
{
    private StreamJson()
    {
    }

    static String depth(
        final String symbol, final long nowMs, final long first, final long last, final LevelChanges bids,
        final LevelChanges asks)
    {
        final StringBuilder json = new StringBuilder(1_024)
            .append("{\"e\":\"depthUpdate\",\"E\":").append(nowMs).append(",\"s\":\"").append(symbol)
            .append("\",\"U\":").append(first).append(",\"u\":").append(last).append(",\"b\":");
        levels(json, bids);
        json.append(",\"a\":");
        levels(json, asks);
        return json.append('}').toString();
    }

    private static void levels(final StringBuilder json, final LevelChanges changes)
    {
        json.append('[');
        String comma = "";
        for (final Map.Entry<Amount, Amount> level : changes.levels().entrySet())
        {
            json.append(comma).append("[\"").append(Decimals.text(level.getKey())).append("\",\"")
                .append(Decimals.text(level.getValue())).append("\"]");
            comma = ",";
        }
        json.append(']');
    }

    static String ticker(
        final String symbol, final long id, final Amount bid, final Amount bidQty, final Amount ask,
        final Amount askQty)
    {
        return "{\"u\":" + id + ",\"s\":\"" + symbol + "\",\"b\":\"" + Decimals.text(bid) + "\",\"B\":\"" +
            Decimals.text(bidQty) + "\",\"a\":\"" + Decimals.text(ask) + "\",\"A\":\"" + Decimals.text(askQty) + "\"}";
    }

    static String trade(final MarketFrame frame, final long id, final long nowMs)
    {
        return "{\"e\":\"trade\",\"E\":" + nowMs + ",\"s\":\"" + frame.symbol() + "\",\"t\":" + id + ",\"p\":\"" +
            Decimals.text(frame.price()) + "\",\"q\":\"" + Decimals.text(frame.quantity()) + "\",\"T\":" + nowMs +
            ",\"m\":" + frame.buyerMaker() + ",\"M\":true}";
    }
}
