package io.utl.config.settings;

import java.nio.file.Path;

/**
 * What the embedded venue plays.
 *
 * @param file        a recording, or null for the synthetic market.
 * @param atEnd       what the market does when the recording ends.
 * @param seed        of the synthetic market.
 * @param venueLimits true: the venue's own order-count filters apply.
 */
public record MarketSettings(Path file, AtEnd atEnd, long seed, boolean venueLimits)
{
}
