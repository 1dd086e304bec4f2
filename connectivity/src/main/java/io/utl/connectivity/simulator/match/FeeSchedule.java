package io.utl.connectivity.simulator.match;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.amount.Rounding;

/**
 * Commission of a fill. The result is cut to eight decimals, as the venue keeps balances.
 *
 * @param maker    rate of a resting order, such as 0.001 for 0.1 %; at least 0.
 * @param taker    rate of an order that takes.
 * @param asset    where it is taken from.
 * @param bnbPrice quote for one BNB, used for every quote asset when the commission is taken in BNB; above 0.
 */
public record FeeSchedule(Amount maker, Amount taker, FeeAsset asset, Amount bnbPrice)
{
    Amount commission(final boolean buy, final boolean isMaker, final Amount quantity, final Amount quoteQuantity)
    {
        final Amount rate = isMaker ? maker : taker;
        final Amount ofQuote = new Amount().product(quoteQuantity, rate, Rounding.HALF_EVEN);
        return Decimals.cut(switch (asset)
        {
            case RECEIVED -> buy ? new Amount().product(quantity, rate, Rounding.HALF_EVEN) : ofQuote;
            case QUOTE -> ofQuote;
            case BNB -> new Amount().quotient(ofQuote, bnbPrice, Rounding.DOWN);
        });
    }

    String assetOf(final boolean buy, final String base, final String quote)
    {
        return switch (asset)
        {
            case RECEIVED -> buy ? base : quote;
            case QUOTE -> quote;
            case BNB -> "BNB";
        };
    }
}
