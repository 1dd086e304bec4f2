package io.utl.connectivity.simulator.market;

import io.utl.codecs.amount.Amount;
import io.utl.connectivity.simulator.market.InstrumentRules.Band;
import io.utl.connectivity.simulator.market.InstrumentRules.Notional;
import io.utl.connectivity.simulator.market.InstrumentRules.Range;

import java.util.Map;

/**
 * Rules for captures that bring no exchangeInfo: the venue's own for well-known instruments, and for others what the
 * recorded book itself shows (the finest price and quantity it uses). Thread: any. Source: exchangeInfo, 2024 to 2026.
 */
final class BuiltInRules
{
    private static final String[] QUOTES =
    {
        "USDT", "USDC", "FDUSD", "BUSD", "TUSD", "USD", "BTC", "ETH", "BNB", "EUR", "GBP", "TRY", "BRL", "JPY"
    };
    private static final Band BAND = new Band(
        "PERCENT_PRICE_BY_SIDE", Amount.of("5"), Amount.of("0.2"), Amount.of("5"), Amount.of("0.2"));
    private static final int MAX_NUM_ORDERS = 200;

    /** Symbol to tick, lot, largest quantity, largest market quantity. */
    private static final Map<String, String[]> KNOWN = Map.of(
        "BTCUSDT", new String[]{"0.01", "0.00001", "9000", "120"},
        "ETHUSDT", new String[]{"0.01", "0.0001", "9000", "3000"},
        "SOLUSDT", new String[]{"0.01", "0.001", "90000", "20000"},
        "BNBUSDT", new String[]{"0.01", "0.001", "900000", "2000"},
        "XRPUSDT", new String[]{"0.0001", "0.1", "9222449", "1000000"});

    private BuiltInRules()
    {
    }

    /**
     * The rules of {@code symbol}.
     *
     * @param book a full book of it; its finest price and quantity are the steps where the table knows nothing.
     * @throws MarketFileException if the symbol does not end with a known quote asset.
     */
    static InstrumentRules of(final String symbol, final MarketFrame book)
    {
        final String quote = quoteOf(symbol);
        final String base = symbol.substring(0, symbol.length() - quote.length());
        final String[] known = KNOWN.get(symbol);
        if (known != null)
        {
            return rules(symbol, base, quote, known[0], known[1], known[2], known[3], "5");
        }
        final String tick = step(decimals(book.bids(), book.asks(), true));
        final String lot = step(decimals(book.bids(), book.asks(), false));
        final String minNotional = quote.startsWith("USD") || quote.endsWith("USD") ? "5" : "0.0001";
        return rules(symbol, base, quote, tick, lot, "9000000", "9000000", minNotional);
    }

    private static InstrumentRules rules(
        final String symbol, final String base, final String quote, final String tick, final String lot,
        final String maxQty, final String marketMax, final String minNotional)
    {
        return new InstrumentRules(
            symbol, base, quote, Range.of(tick, "1000000", tick), Range.of(lot, maxQty, lot),
            Range.of("0", marketMax, "0"),
            new Notional("NOTIONAL", Amount.of(minNotional), Amount.of("9000000"), true, false), BAND, MAX_NUM_ORDERS);
    }

    private static String quoteOf(final String symbol)
    {
        final int underscore = symbol.indexOf('_');
        final String pair = underscore > 0 ? symbol.substring(0, underscore) : symbol;
        for (final String quote : QUOTES)
        {
            if (pair.length() == symbol.length() && pair.length() > quote.length() && pair.endsWith(quote))
            {
                return quote;
            }
        }
        throw new MarketFileException("symbol " + symbol + " ends with no quote asset that is known here, and the " +
            "capture has no exchangeInfo that names it; add the X.0.gz file of the capture");
    }

    private static int decimals(final LevelList bids, final LevelList asks, final boolean ofPrice)
    {
        int most = 0;
        for (final LevelList side : new LevelList[]{bids, asks})
        {
            for (int i = 0; i < side.size(); i++)
            {
                final String text = (ofPrice ? side.price(i) : side.quantity(i)).toString();
                final int point = text.indexOf('.');
                most = Math.max(most, point < 0 ? 0 : text.length() - point - 1);
            }
        }
        return Math.min(most, 8);
    }

    private static String step(final int decimals)
    {
        return decimals == 0 ? "1" : "0." + "0".repeat(decimals - 1) + "1";
    }
}
