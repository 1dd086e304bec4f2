package io.utl.config.settings;

/** What a recorded market does when its recording ends: {@code utl.market.atEnd}. */
public enum AtEnd
{
    /** The last book stays and the feed goes on saying so once a second. */
    HOLD,
    /** The recording starts again. */
    LOOP,
    /** The last book stays and the feed falls silent. */
    STOP
}
