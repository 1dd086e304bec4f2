package io.utl.connectivity.simulator.market;

import java.time.Instant;
import java.util.List;

/**
 * What a market source holds, for the line that announces the venue and for the choice of a default instrument.
 *
 * @param format  such as {@code hftbacktest}, {@code cryptofeed} or {@code synthetic (seed 7)}.
 * @param symbols the venue's names, in alphabetical order; at least one.
 * @param firstNs recorder's time of the first frame that is played, nanoseconds since the Unix epoch; 0 if synthetic.
 * @param lastNs  recorder's time of the last frame; 0 if synthetic, which has no end.
 * @param busiest the instrument with most frames.
 * @param frames  number of frames that are played once through; 0 if synthetic.
 * @param gaps    breaks of the recorded depth sequence; the book is not to be trusted behind one.
 */
public record MarketDescription(
    String format, List<String> symbols, long firstNs, long lastNs, String busiest, long frames, long gaps)
{
    public MarketDescription
    {
        symbols = List.copyOf(symbols);
    }

    /** True if nothing was recorded: prices are made up from a seed. */
    public boolean synthetic()
    {
        return frames == 0;
    }

    /** One line for people: format, symbols, recorded time. */
    public String text()
    {
        final String names = String.join(", ", symbols);
        if (synthetic())
        {
            return format + ": " + names + ", made-up prices, no recording";
        }
        final String loss = gaps == 0 ? "" : ", " + gaps + " gaps in the recorded sequence";
        return format + ": " + names + ", recorded " + instant(firstNs) + " to " + instant(lastNs) + ", " + frames +
            " frames" + loss;
    }

    private static Instant instant(final long timeNs)
    {
        return Instant.ofEpochSecond(Math.floorDiv(timeNs, 1_000_000_000L)).plusMillis(
            Math.floorMod(timeNs, 1_000_000_000L) / 1_000_000);
    }
}
