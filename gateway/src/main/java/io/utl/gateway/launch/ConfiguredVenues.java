package io.utl.gateway.launch;

import io.utl.codecs.frame.IngressPort;
import io.utl.config.settings.GatewaySettings;
import io.utl.config.settings.VenueSettings;
import io.utl.connectivity.binance.BinanceAdapter;
import io.utl.connectivity.binance.BinanceSettings;
import io.utl.connectivity.venue.Credentials;
import io.utl.connectivity.venue.Instrument;
import io.utl.connectivity.venue.VenueAdapter;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The venues of {@code utl run}.
 * <p>
 * Thread: the one that starts.
 */
final class ConfiguredVenues implements Venues
{
    /** After this long a request without an answer is of unknown outcome. */
    static final int REQUEST_TIMEOUT_MS = 5_000;

    private static final String BINANCE = "BINANCE";

    private final List<VenueSettings> venues;
    private final Map<String, Credentials> credentials = new TreeMap<>();

    private ConfiguredVenues(final List<VenueSettings> venues)
    {
        this.venues = venues;
    }

    /** @throws StartException if there is none, one is not known, or its secret cannot be read. */
    static ConfiguredVenues of(final GatewaySettings settings) throws StartException
    {
        if (settings.venues().isEmpty())
        {
            throw new StartException(StartException.USAGE, "utl.venues is empty: name a venue in a file given with " +
                "--config FILE (the form stands in reference.conf), or start ./utl demo, which brings its own");
        }
        final ConfiguredVenues venues = new ConfiguredVenues(settings.venues());
        for (final VenueSettings venue : settings.venues())
        {
            venues.check(venue);
        }
        return venues;
    }

    @Override
    public void prepare(final GatewaySettings settings)
    {
        // Looked at when they were made: nothing of theirs lies on this machine.
    }

    private void check(final VenueSettings venue) throws StartException
    {
        if (!venue.name().equals(BINANCE))
        {
            throw new StartException(StartException.USAGE, "utl.venues: name=" + venue.name() +
                " is no venue of this build; there is " + BINANCE);
        }
        try
        {
            final String secret = Files.readString(venue.secretFile()).strip();
            credentials.put(venue.name(), new Credentials(venue.key(), secret.contains("PRIVATE KEY")
                ? Credentials.Kind.ED25519 : Credentials.Kind.HMAC_SHA256, secret));
        }
        catch (final IOException e)
        {
            throw new StartException(StartException.USAGE, "utl.venues: secretFile=" + venue.secretFile() + " of " +
                venue.name() + " cannot be read (" + e.getMessage() + "); name a file that holds the secret", e);
        }
    }

    @Override
    public void open(final GatewaySettings settings)
    {
        // They stand elsewhere and are open already.
    }

    @Override
    public boolean embedded()
    {
        return false;
    }

    @Override
    public String description()
    {
        return "venues " + credentials.keySet();
    }

    @Override
    public List<VenueAdapter> adapters(final GatewaySettings settings, final IngressPort ingress)
    {
        final List<VenueAdapter> adapters = new ArrayList<>();
        for (final VenueSettings venue : venues)
        {
            adapters.add(new BinanceAdapter(BinanceSettings
                .at(OwnCommands.FIRST_VENUE_SESSION + adapters.size(), settings.core().instance(), venue.rest(),
                    venue.stream(), venue.orders(), credentials.get(venue.name()))
                .withSymbols(venue.symbols())
                .withTimes(settings.core().recvWindowMs(), REQUEST_TIMEOUT_MS)
                .withOnInstruments(new VenueInstruments(ingress, venue.name())), ingress));
        }
        return adapters;
    }

    @Override
    public Instrument presented(final List<Instrument> listed)
    {
        return null;
    }

    @Override
    public void close()
    {
        credentials.clear();
    }
}
