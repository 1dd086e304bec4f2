package io.utl.gateway.launch;

import io.utl.codecs.frame.IngressPort;
import io.utl.connectivity.venue.Instrument;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns a venue's list of instruments into commands, each time it changes.
 * <p>
 * Thread: the venue's IO thread.
 */
final class VenueInstruments implements Consumer<List<Instrument>>
{
    private static final Logger LOG = LoggerFactory.getLogger(VenueInstruments.class);

    private final OwnCommands commands;
    private final String venue;
    private final Map<String, String> told = new HashMap<>();

    VenueInstruments(final IngressPort ingress, final String venue)
    {
        this.commands = new OwnCommands(ingress);
        this.venue = venue;
    }

    @Override
    public void accept(final List<Instrument> listed)
    {
        for (final Instrument instrument : listed)
        {
            if (instrument.toString().equals(told.get(instrument.symbol())))
            {
                continue;
            }
            try
            {
                commands.instrument(venue, instrument);
                told.put(instrument.symbol(), instrument.toString());
            }
            catch (final StartException e)
            {
                LOG.error("instrument {} of {} was not defined: {}", instrument.symbol(), venue, e.getMessage());
                return;
            }
        }
    }
}
