package io.utl.gateway.launch;

import io.utl.codecs.frame.IngressPort;
import io.utl.config.settings.GatewaySettings;
import io.utl.connectivity.binance.BinanceAdapter;
import io.utl.connectivity.binance.BinanceSettings;
import io.utl.connectivity.simulator.Limits;
import io.utl.connectivity.simulator.SimulatorSettings;
import io.utl.connectivity.simulator.VenueSimulator;
import io.utl.connectivity.simulator.market.MarketFileException;
import io.utl.connectivity.simulator.market.MarketSource;
import io.utl.connectivity.simulator.memory.CorruptVenueMemoryException;
import io.utl.connectivity.simulator.memory.VenueMemoryException;
import io.utl.connectivity.simulator.wire.ApiKey;
import io.utl.connectivity.venue.Credentials;
import io.utl.connectivity.venue.Instrument;
import io.utl.connectivity.venue.VenueAdapter;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/**
 * The embedded venue of the demo: runs in this process and is a venue all the same, spoken to over real sockets with a
 * key that is made for this start.
 * <p>
 * Thread: the one that starts.
 */
final class DemoVenue implements Venues
{
    private static final String KEY = "utl-demo";
    /** The venue's own ORDERS limit. */
    private static final int VENUE_ORDERS_IN_TEN_SECONDS = 100;

    private final KeyPair pair;
    private MarketSource market;
    private VenueSimulator simulator;

    DemoVenue()
    {
        try
        {
            pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        }
        catch (final NoSuchAlgorithmException e)
        {
            throw new IllegalStateException("this Java has no Ed25519; use a Java 17 to 25 with the standard providers",
                e);
        }
    }

    @Override
    public void prepare(final GatewaySettings settings) throws StartException
    {
        try
        {
            market = VenueSimulator.openMarket(settings.market().file(), settings.market().seed());
        }
        catch (final MarketFileException e)
        {
            throw new StartException(StartException.USAGE, e.getMessage(), e);
        }
    }

    @Override
    public void open(final GatewaySettings settings) throws StartException
    {
        try
        {
            simulator = VenueSimulator.start(SimulatorSettings.builder(settings.data())
                .atEnd(settings.market().atEnd())
                .limits(settings.market().venueLimits() ? Limits.VENUE : Limits.OFF)
                .key(ApiKey.ed25519(KEY, pair.getPublic()))
                .build(), market);
        }
        catch (final MarketFileException e)
        {
            throw new StartException(StartException.USAGE, e.getMessage(), e);
        }
        catch (final CorruptVenueMemoryException e)
        {
            throw new StartException(StartException.CORRUPT, e.getMessage(), e);
        }
        catch (final VenueMemoryException e)
        {
            throw new StartException(StartException.ERROR, e.getMessage(), e);
        }
    }

    @Override
    public boolean embedded()
    {
        return true;
    }

    @Override
    public String description()
    {
        return simulator.market().text();
    }

    @Override
    public List<VenueAdapter> adapters(final GatewaySettings settings, final IngressPort ingress)
    {
        final Credentials credentials = new Credentials(KEY, Credentials.Kind.ED25519,
            Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
        return List.of(new BinanceAdapter(BinanceSettings
            .at(OwnCommands.FIRST_VENUE_SESSION, settings.core().instance(), simulator.restUri(),
                simulator.streamUri(), simulator.wsApiUri(), credentials)
            .withTimes(settings.core().recvWindowMs(), ConfiguredVenues.REQUEST_TIMEOUT_MS)
            .withOrderLimit(settings.market().venueLimits() ? VENUE_ORDERS_IN_TEN_SECONDS : 0)
            .withOnInstruments(new VenueInstruments(ingress, "BINANCE")), ingress));
    }

    @Override
    public Instrument presented(final List<Instrument> listed)
    {
        final String busiest = simulator.market().busiest();
        return listed.stream().filter(instrument -> instrument.venueSymbol().equals(busiest)).findFirst().orElse(null);
    }

    @Override
    public void close()
    {
        if (simulator != null)
        {
            simulator.close();
        }
        else if (market != null)
        {
            market.close();
        }
    }
}
