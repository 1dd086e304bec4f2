package io.utl.connectivity.venue;

import java.util.List;

/** Lists a venue's instruments. Thread: the adapter's IO thread. */
public interface InstrumentSource
{
    /** Asks for the list; exactly one of the listener's methods follows. */
    void list(Listener listener);

    /** Is told the outcome. */
    interface Listener
    {
        void listed(List<Instrument> instruments);

        /** @param why one sentence; asking again is the caller's decision. */
        void failed(String why);
    }
}
