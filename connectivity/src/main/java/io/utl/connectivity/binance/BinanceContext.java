package io.utl.connectivity.binance;

import io.utl.connectivity.transport.IoLoop;
import io.utl.connectivity.venue.Instrument;
import io.utl.connectivity.venue.VenueReports;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * What the parts of one adapter share. Thread: the IO thread; the list of instruments may be read from anywhere.
 */
final class BinanceContext
{
    final IoLoop loop;
    final BinanceSettings settings;
    final LongSupplier epochMs;
    final VenueReports reports;
    final OrderTracks tracks;
    final OrderFacts facts;
    private final Map<String, Instrument> byVenueSymbol = new TreeMap<>();
    private volatile List<Instrument> instruments = List.of();

    BinanceContext(
        final IoLoop loop,
        final BinanceSettings settings,
        final LongSupplier epochMs,
        final VenueReports reports)
    {
        this.loop = loop;
        this.settings = settings;
        this.epochMs = epochMs;
        this.reports = reports;
        this.tracks = new OrderTracks();
        this.facts = new OrderFacts(tracks, reports);
    }

    void instruments(final List<Instrument> list)
    {
        byVenueSymbol.clear();
        list.forEach(instrument -> byVenueSymbol.put(instrument.venueSymbol(), instrument));
        instruments = List.copyOf(list);
    }

    List<Instrument> instruments()
    {
        return instruments;
    }

    /** The instrument of a venue symbol, or null. */
    Instrument instrument(final String venueSymbol)
    {
        return byVenueSymbol.get(venueSymbol);
    }

    /** Our name of a venue symbol; the venue's own where we have none. */
    String symbol(final String venueSymbol)
    {
        final Instrument instrument = byVenueSymbol.get(venueSymbol);
        return instrument == null ? venueSymbol : instrument.symbol();
    }

    String clientOrderId(final long orderId, final int revision)
    {
        return ClientOrderIds.render(settings.instance(), orderId, revision);
    }
}
