package io.utl.connectivity.simulator.market;

import java.util.List;

/**
 * Frames of a market in the order in which they happened, with the rules of its instruments.
 * Thread: one at a time. Errors: {@link MarketFileException} if a file that was readable no longer is.
 */
public interface MarketSource extends AutoCloseable
{
    MarketDescription description();

    /** The rules of every symbol of the description, in its order. */
    List<InstrumentRules> instruments();

    /** The full book from which frames of {@code symbol} go on; never changed by the caller. */
    MarketFrame snapshot(String symbol);

    /** Recorder's time of the first frame after {@link #rewind()}, nanoseconds. */
    long startNs();

    /** Goes back to the first frame. */
    void rewind();

    /** Reads the next frame that has to be played; false at the end. Times never fall. */
    boolean next(MarketFrame into);

    @Override
    void close();
}
