package io.utl.connectivity.simulator.market;

import io.utl.connectivity.simulator.market.CaptureScan.Instrument;
import io.utl.connectivity.simulator.market.MarketFrame.Kind;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A recorded file as a market: an hftbacktest capture, or a cryptofeed capture {@code X.ws.*.gz} with its siblings
 * {@code X.0.gz} (instruments) and {@code X.http.*.gz} (snapshots) beside it.
 * <p>
 * Each book starts as its snapshot; updates that the snapshot already holds are left out, and trades count from the
 * instrument's first kept update on. A capture of USD-margined futures is played as if it were spot.
 * Thread: opened by one, read by one. Errors: {@link MarketFileException}.
 */
public final class CaptureSource implements MarketSource
{
    private final Path file;
    private final CaptureScan scan;
    private final MarketDescription description;
    private final List<InstrumentRules> rules = new ArrayList<>();
    private final FrameParser parser = new FrameParser();
    private CaptureReader reader;
    private long lastNs;

    public CaptureSource(final Path file)
    {
        this.file = file;
        if (!Files.isRegularFile(file))
        {
            throw new MarketFileException("market file " + file + " cannot be read: " +
                (Files.exists(file) ? "it is no file" : "there is no such file") +
                "; name a recording with --market FILE, or leave it out for a made-up market");
        }
        final Map<String, MarketFrame> snapshots = new HashMap<>();
        final Map<String, InstrumentRules> told = new HashMap<>();
        siblings(snapshots, told);
        scan = new CaptureScan(file, snapshots).run();
        for (final Instrument instrument : scan.instruments().values())
        {
            final InstrumentRules known = told.get(instrument.symbol);
            rules.add(known != null ? known : BuiltInRules.of(instrument.symbol, instrument.snapshot));
        }
        description = describe();
        rewind();
    }

    private void siblings(final Map<String, MarketFrame> snapshots, final Map<String, InstrumentRules> told)
    {
        final String name = file.getFileName().toString();
        final int split = name.indexOf(".ws.");
        if (split <= 0)
        {
            return;
        }
        final String prefix = name.substring(0, split);
        final Path folder = file.toAbsolutePath().getParent();
        final Path list = folder.resolve(prefix + ".0.gz");
        if (Files.isRegularFile(list))
        {
            instrumentList(list, told);
        }
        try (DirectoryStream<Path> answers = Files.newDirectoryStream(folder, prefix + ".http.*"))
        {
            final List<Path> sorted = new ArrayList<>();
            answers.forEach(sorted::add);
            sorted.sort(Comparator.naturalOrder());
            sorted.forEach(path -> snapshotFile(path, snapshots));
        }
        catch (final IOException e)
        {
            throw new MarketFileException("the folder of market file " + file + " cannot be listed: " + e, e);
        }
    }

    private static void instrumentList(final Path list, final Map<String, InstrumentRules> told)
    {
        try (CaptureReader lines = new CaptureReader(list))
        {
            while (lines.next())
            {
                if (lines.url() != null && lines.url().contains("exchangeInfo"))
                {
                    told.putAll(ExchangeInfoRules.parse(lines.payload()));
                }
            }
        }
        catch (final IOException | IllegalArgumentException e)
        {
            throw new MarketFileException("instrument file " + list + " holds no readable exchangeInfo: " +
                e.getMessage(), e);
        }
    }

    private void snapshotFile(final Path answers, final Map<String, MarketFrame> snapshots)
    {
        try (CaptureReader lines = new CaptureReader(answers))
        {
            while (lines.next())
            {
                final String symbol = symbolOf(lines.url());
                final MarketFrame frame = new MarketFrame();
                parser.parse(lines.payload(), lines.timeNs(), frame);
                if (frame.kind() == Kind.SNAPSHOT && symbol != null)
                {
                    frame.symbol(symbol);
                    snapshots.putIfAbsent(symbol, frame);
                }
            }
        }
        catch (final IOException e)
        {
            throw new MarketFileException("snapshot file " + answers + " holds an answer that cannot be read: " +
                e.getMessage(), e);
        }
    }

    private static String symbolOf(final String url)
    {
        final int at = url == null || !url.contains("/depth") ? -1 : url.indexOf("symbol=");
        if (at < 0)
        {
            return null;
        }
        final int end = url.indexOf('&', at);
        return url.substring(at + 7, end < 0 ? url.length() : end).toUpperCase(Locale.ROOT);
    }

    private MarketDescription describe()
    {
        final String busiest = scan.instruments().values().stream()
            .max(Comparator.comparingLong(instrument -> instrument.frames)).orElseThrow().symbol;
        long gaps = 0;
        long frames = 0;
        for (final Instrument instrument : scan.instruments().values())
        {
            gaps += instrument.gaps;
            frames += instrument.frames;
        }
        return new MarketDescription(
            scan.cryptofeed() ? "cryptofeed" : "hftbacktest", List.copyOf(scan.instruments().keySet()),
            scan.startNs(), scan.lastNs(), busiest, frames, gaps);
    }

    @Override
    public MarketDescription description()
    {
        return description;
    }

    @Override
    public List<InstrumentRules> instruments()
    {
        return List.copyOf(rules);
    }

    @Override
    public MarketFrame snapshot(final String symbol)
    {
        return scan.instruments().get(symbol).snapshot;
    }

    @Override
    public long startNs()
    {
        return scan.startNs();
    }

    @Override
    public void rewind()
    {
        close();
        reader = new CaptureReader(file);
        lastNs = 0;
    }

    @Override
    public boolean next(final MarketFrame into)
    {
        while (reader.next())
        {
            try
            {
                parser.parse(reader.payload(), reader.timeNs(), into);
            }
            catch (final IOException e)
            {
                throw new MarketFileException("market file " + file + " changed while it was played, line " +
                    reader.line(), e);
            }
            if (played(into))
            {
                // The recorder's clock may step back by a little; the venue's never does.
                lastNs = Math.max(lastNs, into.timeNs());
                into.timeNs(lastNs);
                return true;
            }
        }
        return false;
    }

    private boolean played(final MarketFrame frame)
    {
        final Instrument instrument = frame.symbol() == null ? null : scan.instruments().get(frame.symbol());
        if (instrument == null)
        {
            return false;
        }
        return switch (frame.kind())
        {
            case DEPTH, TICKER -> frame.lastId() > instrument.snapshot.lastId();
            case TRADE -> frame.timeNs() >= instrument.liveNs;
            case AGGREGATE_TRADE -> !instrument.singleTrades && frame.timeNs() >= instrument.liveNs;
            case SNAPSHOT, OTHER -> false;
        };
    }

    @Override
    public void close()
    {
        if (reader != null)
        {
            reader.close();
            reader = null;
        }
    }
}
