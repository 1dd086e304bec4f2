package io.utl.connectivity.simulator.market;

import io.utl.connectivity.simulator.market.MarketFrame.Kind;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The first reading of a stream file: which instruments it has, whether each has a snapshot that its updates follow on,
 * from when on each can be played, and how many frames and gaps there are.
 * Thread: the one that opens the source. Errors: {@link MarketFileException} for a file that cannot be played.
 */
final class CaptureScan
{
    /** What is known about one instrument after the reading. */
    static final class Instrument
    {
        final String symbol;
        MarketFrame snapshot;
        boolean singleTrades;
        boolean inverse;
        long liveNs = Long.MAX_VALUE;
        long frames;
        long depthFrames;
        long gaps;
        private long lastId = -1;
        private long firstKeptId = -1;
        private boolean connected;
        private final List<long[]> early = new ArrayList<>();

        private Instrument(final String symbol)
        {
            this.symbol = symbol;
        }

        private void depth(final MarketFrame frame)
        {
            depthFrames++;
            final boolean follows = frame.previousId() >= 0 ? frame.previousId() == lastId :
                frame.firstId() <= lastId + 1;
            if (lastId >= 0 && !follows)
            {
                gaps++;
            }
            lastId = frame.lastId();
            placed(frame.timeNs(), frame.firstId(), frame.lastId(), true);
        }

        private void placed(final long timeNs, final long first, final long last, final boolean depth)
        {
            if (snapshot == null)
            {
                early.add(new long[]{timeNs, first, last, depth ? 1 : 0});
            }
            else if (last > snapshot.lastId())
            {
                liveNs = Math.min(liveNs, timeNs);
                if (depth && firstKeptId < 0)
                {
                    firstKeptId = first;
                    connected = first <= snapshot.lastId() + 1;
                }
            }
        }

        private void snapshot(final MarketFrame frame)
        {
            if (snapshot == null)
            {
                snapshot = new MarketFrame().set(frame);
                early.forEach(e -> placed(e[0], e[1], e[2], e[3] == 1));
                early.clear();
            }
        }
    }

    private final Path file;
    private final Map<String, Instrument> instruments = new TreeMap<>();
    private boolean cryptofeed;
    private long lastNs;

    CaptureScan(final Path file, final Map<String, MarketFrame> snapshots)
    {
        this.file = file;
        snapshots.forEach((symbol, frame) -> instrument(symbol).snapshot(frame));
    }

    CaptureScan run()
    {
        final FrameParser parser = new FrameParser();
        final MarketFrame frame = new MarketFrame();
        try (CaptureReader reader = new CaptureReader(file))
        {
            while (reader.next())
            {
                parse(parser, reader, frame);
                take(frame);
            }
            cryptofeed = reader.cryptofeed();
        }
        check();
        return this;
    }

    private void parse(final FrameParser parser, final CaptureReader reader, final MarketFrame frame)
    {
        try
        {
            parser.parse(reader.payload(), reader.timeNs(), frame);
        }
        catch (final IOException e)
        {
            throw new MarketFileException("market file " + file + ", line " + reader.line() +
                ": no message of a Binance stream; name a capture of Binance streams", e);
        }
    }

    private void take(final MarketFrame frame)
    {
        lastNs = Math.max(lastNs, frame.timeNs());
        if (frame.kind() == Kind.SNAPSHOT)
        {
            owner(frame).snapshot(frame);
            return;
        }
        if (frame.kind() == Kind.OTHER || frame.symbol() == null)
        {
            return;
        }
        final Instrument instrument = instrument(frame.symbol());
        instrument.frames++;
        instrument.inverse |= frame.inverse();
        instrument.singleTrades |= frame.kind() == Kind.TRADE;
        if (frame.kind() == Kind.DEPTH)
        {
            instrument.depth(frame);
        }
        else if (frame.kind() == Kind.TICKER)
        {
            instrument.placed(frame.timeNs(), 0, frame.lastId(), false);
        }
    }

    /** A snapshot of spot names no instrument: it belongs to the only one, or to the one whose ids it continues. */
    private Instrument owner(final MarketFrame snapshot)
    {
        if (snapshot.symbol() != null)
        {
            return instrument(snapshot.symbol());
        }
        Instrument nearest = null;
        for (final Instrument candidate : instruments.values())
        {
            final boolean better = nearest == null || Math.abs(candidate.lastId - snapshot.lastId()) <
                Math.abs(nearest.lastId - snapshot.lastId());
            nearest = candidate.depthFrames > 0 && better ? candidate : nearest;
        }
        if (nearest == null)
        {
            throw new MarketFileException("market file " + file + ": a snapshot stands before the first depth frame " +
                "and names no symbol, so its instrument is unknown");
        }
        return nearest;
    }

    private Instrument instrument(final String symbol)
    {
        return instruments.computeIfAbsent(symbol, Instrument::new);
    }

    private void check()
    {
        instruments.values().removeIf(instrument -> instrument.depthFrames == 0);
        if (instruments.isEmpty())
        {
            throw new MarketFileException(
                "market file " + file + " holds no depth frame of a Binance stream; name a capture that has depth");
        }
        for (final Instrument instrument : instruments.values())
        {
            check(instrument);
        }
        if (startNs() == Long.MAX_VALUE)
        {
            throw new MarketFileException("market file " + file + " ends before its snapshot: nothing can be played");
        }
    }

    private void check(final Instrument instrument)
    {
        final String symbol = instrument.symbol;
        if (instrument.inverse)
        {
            throw new MarketFileException("market file " + file + ": " + symbol + " is a coin-margined contract, " +
                "counted in contracts; the embedded venue trades spot, name a spot or USD-margined capture");
        }
        if (instrument.snapshot == null)
        {
            throw new MarketFileException("market file " + file + " has no depth snapshot for its stream " + symbol +
                ", so its book is unknown; name a capture that holds one (a line with lastUpdateId, bids, asks)");
        }
        if (instrument.firstKeptId >= 0 && !instrument.connected)
        {
            throw new MarketFileException("market file " + file + ": the snapshot of " + symbol + " (lastUpdateId " +
                instrument.snapshot.lastId() + ") is older than its first update (U " + instrument.firstKeptId +
                "), so its book is unknown; name a capture whose snapshot the stream follows on");
        }
    }

    Map<String, Instrument> instruments()
    {
        return instruments;
    }

    boolean cryptofeed()
    {
        return cryptofeed;
    }

    long lastNs()
    {
        return lastNs;
    }

    /** When the first instrument can be played. */
    long startNs()
    {
        return instruments.values().stream().mapToLong(instrument -> instrument.liveNs).min().orElse(Long.MAX_VALUE);
    }
}
