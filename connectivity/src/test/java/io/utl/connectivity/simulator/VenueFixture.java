package io.utl.connectivity.simulator;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** A venue on a small capture whose clock stands still until a test moves it. */
final class VenueFixture implements AutoCloseable
{
    final VenueSimulator venue;
    final OutsideClient client;

    VenueFixture(final Path folder, final CaptureFile capture)
    {
        this(folder, capture, settings -> settings);
    }

    VenueFixture(final Path folder, final CaptureFile capture, final UnaryOperator<SimulatorSettings.Builder> more)
    {
        final SimulatorSettings.Builder settings = OutsideClient.keys(SimulatorSettings.builder(folder))
            .marketFile(capture.write(folder.resolve("market.gz"))).speed(0);
        venue = VenueSimulator.start(more.apply(settings).build());
        client = new OutsideClient(venue.restUri());
    }

    void advance(final long ms)
    {
        venue.advance(Duration.ofMillis(ms));
    }

    OutsideSocket api()
    {
        return new OutsideSocket(venue.wsApiUri());
    }

    OutsideSocket stream(final String path)
    {
        return new OutsideSocket(venue.streamUri().resolve(path));
    }

    @Override
    public void close()
    {
        venue.close();
    }
}
