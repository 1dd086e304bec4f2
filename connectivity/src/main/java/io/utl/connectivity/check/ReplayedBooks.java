package io.utl.connectivity.check;

import io.utl.connectivity.binance.CorruptMessageException;
import io.utl.connectivity.binance.MarketMessage;
import io.utl.connectivity.book.BookDiff;
import io.utl.connectivity.book.BookListener;
import io.utl.connectivity.book.BookPolicy;
import io.utl.connectivity.book.InvalidReason;
import io.utl.connectivity.book.SnapshotPlusDiff;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The books of one capture, fed frame by frame as the market feed would. */
final class ReplayedBooks
{
    private static final long STALE_NS = 5_000_000_000L;

    private final Map<String, Book> books = new TreeMap<>();
    private final Map<String, Integer> messages = new TreeMap<>();
    private final MarketMessage message = new MarketMessage();
    private boolean withoutSnapshot;
    private int unparsed;

    /** One instrument's book and what happened to it. */
    static final class Book implements BookListener
    {
        final List<String> invalid = new ArrayList<>();
        final List<Long> lastIds = new ArrayList<>();
        final SnapshotPlusDiff policy;
        long snapshotId;
        long lastId;
        int updates;
        int gaps;

        Book(final String symbol)
        {
            policy = new SnapshotPlusDiff(symbol, STALE_NS, this);
            policy.start();
        }

        /** Updates that the snapshot held already. */
        int beforeSnapshot()
        {
            return (int)lastIds.stream().filter(id -> id <= snapshotId).count();
        }

        @Override
        public void snapshotNeeded(final BookPolicy wanted)
        {
            // The capture holds one; there is nobody to ask.
        }

        @Override
        public void live(final BookPolicy now)
        {
            // Judged at the end.
        }

        @Override
        public void invalid(final BookPolicy now, final InvalidReason reason, final String detail)
        {
            gaps += reason == InvalidReason.GAP ? 1 : 0;
            invalid.add(reason + " " + detail);
        }
    }

    /** A capture that has no snapshot begins with an empty book at the first update: its chain can still be held. */
    void startWithoutSnapshot(final boolean without)
    {
        withoutSnapshot = without;
    }

    Book book(final String symbol)
    {
        return books.get(symbol);
    }

    /** How many messages of a kind came, by the venue's name of it. */
    int messages(final String kind)
    {
        return messages.getOrDefault(kind, 0);
    }

    int unparsed()
    {
        return unparsed;
    }

    void snapshot(final String symbol, final byte[] body)
    {
        if (message.parse(body, 0, body.length) == MarketMessage.Kind.SNAPSHOT)
        {
            final Book book = books.computeIfAbsent(symbol, Book::new);
            book.snapshotId = message.lastId();
            book.policy.onSnapshot(message.diff());
        }
    }

    void frame(final String text, final long timeNs)
    {
        frameOf("", text, timeNs);
    }

    /** @param only the instrument a snapshot among the frames belongs to: it does not say. */
    void frameOf(final String only, final String text, final long timeNs)
    {
        final byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try
        {
            switch (message.parse(bytes, 0, bytes.length))
            {
                case DEPTH -> depth();
                case BEST ->
                {
                    messages.merge("bookTicker", 1, Integer::sum);
                    final Book book = books.get(message.symbol());
                    if (book != null)
                    {
                        book.policy.onBest(message.lastId(), message.bid(), message.bidQty(), message.ask(),
                            message.askQty(), timeNs);
                    }
                }
                case TRADE -> messages.merge("trade", 1, Integer::sum);
                case SNAPSHOT ->
                {
                    messages.merge("snapshot", 1, Integer::sum);
                    final Book book = books.computeIfAbsent(only, Book::new);
                    book.snapshotId = message.lastId();
                    book.policy.onSnapshot(message.diff());
                }
                default -> messages.merge("other", 1, Integer::sum);
            }
        }
        catch (final CorruptMessageException e)
        {
            unparsed++;
        }
    }

    private void depth()
    {
        messages.merge("depthUpdate", 1, Integer::sum);
        final BookDiff diff = message.diff();
        final Book book = books.computeIfAbsent(message.symbol(), Book::new);
        if (withoutSnapshot && book.updates == 0)
        {
            book.policy.onSnapshot(new BookDiff().clear().ids(0, diff.firstId() - 1));
        }
        book.updates++;
        book.lastId = diff.lastId();
        book.lastIds.add(diff.lastId());
        book.policy.onDiff(diff);
    }
}
