package io.utl.connectivity.simulator.match;

/**
 * The asset in which the venue takes its commission: the one received (Binance's rule: base of a buy, quote of a sell),
 * always the quote asset, or BNB as a third asset.
 */
public enum FeeAsset
{
    RECEIVED, QUOTE, BNB
}
