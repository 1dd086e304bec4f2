package io.utl.connectivity.binance;

import io.utl.connectivity.book.BookLevels;
import io.utl.connectivity.book.InvalidReason;
import io.utl.connectivity.session.MarkConflater;
import io.utl.connectivity.venue.Instrument;
import io.utl.connectivity.venue.MarketDataFeed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Marks out of books. Thread: the IO thread; {@link #marked} from anywhere. */
final class MarkFeed implements MarketDataFeed.Listener
{
    private static final Logger LOG = LoggerFactory.getLogger(MarkFeed.class);
    private static final long WORKING_NS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long IDLE_NS = TimeUnit.MILLISECONDS.toNanos(250);

    private final BinanceContext context;
    private final Map<String, MarkConflater> conflaters = new TreeMap<>();
    private final Set<String> marked = ConcurrentHashMap.newKeySet();

    MarkFeed(final BinanceContext context)
    {
        this.context = context;
    }

    boolean marked(final String symbol)
    {
        return marked.contains(symbol);
    }

    @Override
    public void moved(final Instrument instrument, final BookLevels book, final long venueTimeMs)
    {
        final MarkConflater conflater = conflaters.computeIfAbsent(
            instrument.symbol(), symbol -> new MarkConflater(symbol, context.reports));
        final long waitNs = conflater.moved(book, venueTimeMs, System.nanoTime(), intervalNs(instrument));
        if (waitNs > 0)
        {
            later(instrument, conflater, waitNs);
        }
        note(instrument, conflater);
    }

    @Override
    public void invalid(final Instrument instrument, final InvalidReason reason, final String detail)
    {
        LOG.info("{} book of {} is not believed: {} {}",
            context.settings.venue(), instrument.symbol(), reason, detail);
        marked.remove(instrument.symbol());
        final MarkConflater conflater = conflaters.get(instrument.symbol());
        if (conflater != null)
        {
            conflater.invalid();
        }
    }

    private void later(final Instrument instrument, final MarkConflater conflater, final long waitNs)
    {
        context.loop.after(waitNs, TimeUnit.NANOSECONDS, () ->
        {
            if (!conflater.retry(System.nanoTime()))
            {
                later(instrument, conflater, intervalNs(instrument));
            }
            note(instrument, conflater);
        });
    }

    private void note(final Instrument instrument, final MarkConflater conflater)
    {
        if (conflater.offered() && !marked.contains(instrument.symbol()))
        {
            marked.add(instrument.symbol());
        }
    }

    private long intervalNs(final Instrument instrument)
    {
        return context.tracks.working(instrument.venueSymbol()) ? WORKING_NS : IDLE_NS;
    }
}
