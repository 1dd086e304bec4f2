package io.utl.connectivity.venue;

import io.utl.connectivity.book.BookLevels;
import io.utl.connectivity.book.InvalidReason;

import java.util.List;

/** Keeps the books of a venue. Thread: the adapter's IO thread. */
public interface MarketDataFeed
{
    /** Connects and keeps the books of these instruments until {@link #stop}. */
    void start(List<Instrument> instruments);

    /** True if there are books, all of them are LIVE, and the venue was heard within the last seconds. */
    boolean alive();

    void stop();

    /** Is told what the books do. */
    interface Listener
    {
        /**
         * The best bid or ask may have moved; the book is LIVE.
         *
         * @param venueTimeMs of the newest update, 0 if unknown.
         */
        void moved(Instrument instrument, BookLevels book, long venueTimeMs);

        /** The book is not believed any more; its levels are gone already. */
        void invalid(Instrument instrument, InvalidReason reason, String detail);
    }
}
