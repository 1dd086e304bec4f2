package io.utl.config.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * A venue that {@code utl run} trades on.
 *
 * @param name       our name for it, BINANCE.
 * @param rest       its REST address.
 * @param stream     its market stream.
 * @param orders     its order entry.
 * @param key        public part of the key.
 * @param secretFile file that holds the secret; never the secret itself.
 * @param symbols    instruments traded there, our names.
 */
public record VenueSettings(String name, URI rest, URI stream, URI orders, String key, Path secretFile,
    List<String> symbols)
{
    public VenueSettings
    {
        symbols = List.copyOf(symbols);
    }
}
