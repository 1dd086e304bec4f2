package io.utl.codecs.frame;

/**
 * Where the core writes its events. The events of one command become visible together.
 * <p>
 * Thread: core. Allocates: nothing. The outbound ring implements it; tests and the replayer have their own.
 */
public interface EventSink
{
    /**
     * Room for one event of up to {@link EventFrame#MAX_LENGTH} bytes. May wait for those who drain the outbound ring.
     *
     * @return a frame over that room; its bytes are undefined.
     */
    EventFrame claim();

    /** The claimed event is whole: header with length and message are written. It is not visible yet. */
    void commit();

    /** The command is done: its events become visible, all at once. Called also when there are none. */
    void publish();
}
