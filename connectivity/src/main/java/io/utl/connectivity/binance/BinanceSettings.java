package io.utl.connectivity.binance;

import io.utl.connectivity.venue.Credentials;
import io.utl.connectivity.venue.Instrument;

import java.net.URI;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a Binance adapter must know. Build one with {@link #at} and change what differs.
 *
 * @param venue            our name of it in commands, BINANCE.
 * @param session          number of the venue session in commands.
 * @param instance         tag of this gateway in client order ids, 0 to 999,999.
 * @param rest             base of REST, http(s)://host:port.
 * @param stream           base of market streams, ws(s)://host:port.
 * @param socketApi        the WebSocket API, ws(s)://host:port/ws-api/v3.
 * @param credentials      key; Ed25519 logs the session on, others sign each request.
 * @param symbols          venue symbols to trade, BTCUSDT; empty is all that trade there.
 * @param recvWindowMs     how late the venue may still begin with a request, 1 to 60,000.
 * @param requestTimeoutMs after which a request without answer is of unknown outcome.
 * @param connectTimeoutMs for a connect and for its handshake.
 * @param backoffBaseMs    first wait before a reconnect.
 * @param backoffMaxMs     longest wait before a reconnect.
 * @param maxAgeMs         age at which a connection is replaced, below the venue's 24 h.
 * @param orderLimit       new orders in ten seconds; 0 is no limit.
 * @param depthLimit       levels asked for in a snapshot, 1 to 5,000.
 * @param onInstruments    told of the instruments before any mark, on the IO thread.
 */
public record BinanceSettings(
    String venue,
    int session,
    int instance,
    URI rest,
    URI stream,
    URI socketApi,
    Credentials credentials,
    List<String> symbols,
    int recvWindowMs,
    int requestTimeoutMs,
    int connectTimeoutMs,
    int backoffBaseMs,
    int backoffMaxMs,
    long maxAgeMs,
    int orderLimit,
    int depthLimit,
    Consumer<List<Instrument>> onInstruments)
{
    private static final int MAX_RECV_WINDOW_MS = 60_000;
    private static final long MAX_AGE_MS = 23 * 3_600_000L + 50 * 60_000L;

    /** @throws IllegalArgumentException naming the field that is out of range. */
    public BinanceSettings
    {
        symbols = List.copyOf(symbols);
        ClientOrderIds.check(instance);
        if (recvWindowMs < 1 || recvWindowMs > MAX_RECV_WINDOW_MS)
        {
            throw new IllegalArgumentException("recvWindowMs=" + recvWindowMs + ": must be 1 to 60000");
        }
        if (requestTimeoutMs < 1 || connectTimeoutMs < 1 || backoffBaseMs < 1 || backoffMaxMs < backoffBaseMs)
        {
            throw new IllegalArgumentException("requestTimeoutMs=" + requestTimeoutMs + ", connectTimeoutMs=" +
                connectTimeoutMs + ", backoffBaseMs=" + backoffBaseMs + ", backoffMaxMs=" + backoffMaxMs +
                ": must be positive, base not above maximum");
        }
    }

    /** The usual settings for a venue at these addresses. */
    public static BinanceSettings at(
        final int session,
        final int instance,
        final URI rest,
        final URI stream,
        final URI socketApi,
        final Credentials credentials)
    {
        return new BinanceSettings("BINANCE", session, instance, rest, stream, socketApi, credentials, List.of(),
            2_000, 5_000, 5_000, 250, 30_000, MAX_AGE_MS, 100, 5_000, instruments -> { });
    }

    public BinanceSettings withSymbols(final List<String> venueSymbols)
    {
        return new BinanceSettings(venue, session, instance, rest, stream, socketApi, credentials, venueSymbols,
            recvWindowMs, requestTimeoutMs, connectTimeoutMs, backoffBaseMs, backoffMaxMs, maxAgeMs, orderLimit,
            depthLimit, onInstruments);
    }

    /** @param recvWindow and request timeout, milliseconds. */
    public BinanceSettings withTimes(final int recvWindow, final int requestTimeout)
    {
        return new BinanceSettings(venue, session, instance, rest, stream, socketApi, credentials, symbols,
            recvWindow, requestTimeout, connectTimeoutMs, backoffBaseMs, backoffMaxMs, maxAgeMs, orderLimit,
            depthLimit, onInstruments);
    }

    /** @param base first wait before a reconnect; @param max longest, milliseconds. */
    public BinanceSettings withBackoff(final int base, final int max)
    {
        return new BinanceSettings(venue, session, instance, rest, stream, socketApi, credentials, symbols,
            recvWindowMs, requestTimeoutMs, connectTimeoutMs, base, max, maxAgeMs, orderLimit, depthLimit,
            onInstruments);
    }

    /** @param limit new orders in ten seconds; 0 is no limit. */
    public BinanceSettings withOrderLimit(final int limit)
    {
        return new BinanceSettings(venue, session, instance, rest, stream, socketApi, credentials, symbols,
            recvWindowMs, requestTimeoutMs, connectTimeoutMs, backoffBaseMs, backoffMaxMs, maxAgeMs, limit,
            depthLimit, onInstruments);
    }

    public BinanceSettings withOnInstruments(final Consumer<List<Instrument>> listener)
    {
        return new BinanceSettings(venue, session, instance, rest, stream, socketApi, credentials, symbols,
            recvWindowMs, requestTimeoutMs, connectTimeoutMs, backoffBaseMs, backoffMaxMs, maxAgeMs, orderLimit,
            depthLimit, listener);
    }
}
