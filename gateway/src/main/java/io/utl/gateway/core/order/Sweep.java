package io.utl.gateway.core.order;

/** Work over many orders that one command may not do at once: how far it came. Thread: core. */
final class Sweep
{
    /** Cancel what matches. */
    static final int CANCEL = 1;
    /** What is on its way becomes IN_DOUBT. */
    static final int DOUBT = 2;
    /** Ask the venue about what matches. */
    static final int RECHECK = 3;

    final long id;
    final int kind;
    /** Orders up to this id are done. */
    long cursor;
    /** Orders behind this id are not concerned. */
    final long last;
    /** Numbers of the reference tables, 0 for all. */
    final int account;
    final int instrument;
    final int venue;
    final int session;
    /** 0 for both. */
    final int side;

    Sweep(
        final long id,
        final int kind,
        final long cursor,
        final long last,
        final int account,
        final int instrument,
        final int venue,
        final int session,
        final int side)
    {
        this.id = id;
        this.kind = kind;
        this.cursor = cursor;
        this.last = last;
        this.account = account;
        this.instrument = instrument;
        this.venue = venue;
        this.session = session;
        this.side = side;
    }
}
