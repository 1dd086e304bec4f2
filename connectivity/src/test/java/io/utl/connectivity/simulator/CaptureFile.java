package io.utl.connectivity.simulator;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** Writes small captures in the recorders' formats. Times are milliseconds after an arbitrary start. */
public final class CaptureFile
{
    private static final long START_NS = 1_700_000_000_000_000_000L;
    /** The book from which most tests start: best 99.99 / 100.01. */
    public static final String BIDS = "[[\"99.99000000\",\"1.00000000\"],[\"99.98000000\",\"2.00000000\"]]";
    public static final String ASKS =
        "[[\"100.01000000\",\"1.00000000\"],[\"100.02000000\",\"2.00000000\"],[\"100.05000000\",\"5.00000000\"]]";

    private final List<String> lines = new ArrayList<>();

    /** The shared recordings' folder, if this machine has it. */
    public static Optional<Path> recorded()
    {
        final String shared = System.getProperty("utl.shared", "");
        final Path folder = Path.of(shared, "venues", "recorded");
        return shared.isEmpty() || !Files.isDirectory(folder) ? Optional.empty() : Optional.of(folder);
    }

    /** A capture that begins with the usual snapshot, lastUpdateId 100, and an update at 0 ms that changes nothing. */
    public static CaptureFile usual()
    {
        return new CaptureFile().depth(0, 100, 101, "[]", "[]").snapshot(0, 100, BIDS, ASKS);
    }

    /** Lets the snapshot stand first, in the form that names its symbol. */
    public CaptureFile snapshotFirst()
    {
        return frame(0, "{\"symbol\":\"BTCUSDT\",\"lastUpdateId\":100,\"bids\":" + BIDS + ",\"asks\":" + ASKS + "}");
    }

    public CaptureFile line(final String text)
    {
        lines.add(text);
        return this;
    }

    public CaptureFile frame(final long ms, final String json)
    {
        return line((START_NS + ms * 1_000_000) + " " + json);
    }

    public CaptureFile snapshot(final long ms, final long id, final String bids, final String asks)
    {
        return frame(ms, "{\"lastUpdateId\":" + id + ",\"bids\":" + bids + ",\"asks\":" + asks + "}");
    }

    public CaptureFile depth(final long ms, final long first, final long last, final String bids, final String asks)
    {
        return frame(ms, "{\"stream\":\"btcusdt@depth@100ms\",\"data\":" + depthData(first, last, bids, asks) + "}");
    }

    public static String depthData(final long first, final long last, final String bids, final String asks)
    {
        return "{\"e\":\"depthUpdate\",\"E\":1,\"s\":\"BTCUSDT\",\"U\":" + first + ",\"u\":" + last + ",\"b\":" + bids +
            ",\"a\":" + asks + "}";
    }

    public CaptureFile ticker(
        final long ms, final long id, final String bid, final String bidQty, final String ask, final String askQty)
    {
        return frame(ms, "{\"stream\":\"btcusdt@bookTicker\",\"data\":{\"u\":" + id + ",\"s\":\"BTCUSDT\",\"b\":\"" +
            bid + "\",\"B\":\"" + bidQty + "\",\"a\":\"" + ask + "\",\"A\":\"" + askQty + "\"}}");
    }

    public CaptureFile trade(final long ms, final long id, final String price, final String qty, final boolean maker)
    {
        return frame(ms, "{\"stream\":\"btcusdt@trade\",\"data\":{\"e\":\"trade\",\"E\":1,\"s\":\"BTCUSDT\",\"t\":" +
            id + ",\"p\":\"" + price + "\",\"q\":\"" + qty + "\",\"T\":1,\"m\":" + maker + ",\"M\":true}}");
    }

    public Path write(final Path file)
    {
        try (Writer out = new OutputStreamWriter(
            new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8))
        {
            for (final String line : lines)
            {
                out.write(line);
                out.write('\n');
            }
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
