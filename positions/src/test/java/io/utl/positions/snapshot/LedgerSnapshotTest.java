package io.utl.positions.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.utl.codecs.sbe.FeePolicy;
import io.utl.codecs.sbe.MessageHeaderEncoder;
import io.utl.codecs.sbe.NewOrderEncoder;
import io.utl.codecs.sbe.Oversell;
import io.utl.codecs.sbe.RejectReason;
import io.utl.codecs.sbe.Side;
import io.utl.positions.ledger.Ledger;
import io.utl.positions.ledger.RecordingEvents;
import io.utl.positions.ledger.Repeat;
import io.utl.positions.ledger.TestBooks;
import io.utl.positions.table.LedgerSizes;

import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

final class LedgerSnapshotTest
{
    private final long seed = Long.getLong("utl.seed", System.nanoTime());
    private final TestBooks books = new TestBooks();

    @Test
    void aLoadedLedgerWritesTheSameBytesAndGoesOnIdentically()
    {
        System.out.println("snapshot seed=" + seed);
        define(books);
        history(books, new Random(seed), 600);
        final List<String> records = records(books.ledger);
        final long digest = new LedgerSnapshot(books.ledger).digest();

        final TestBooks loaded = new TestBooksOver(records).books;
        assertEquals(records, records(loaded.ledger), "seed=" + seed);
        assertEquals(digest, new LedgerSnapshot(loaded.ledger).digest());
        loaded.audited();

        books.events.lines.clear();
        loaded.events.lines.clear();
        loaded.sequence = books.sequence;
        history(books, new Random(seed + 1), 300);
        history(loaded, new Random(seed + 1), 300);
        assertEquals(books.events.lines, loaded.events.lines, "seed=" + seed);
        assertEquals(records(books.ledger), records(loaded.ledger), "seed=" + seed);
    }

    @Test
    void theDigestFollowsEveryFigure()
    {
        define(books);
        books.buy(1, "1", "100");
        final long before = new LedgerSnapshot(books.ledger).digest();
        assertEquals(before, new LedgerSnapshot(books.ledger).digest());
        books.mark(TestBooks.BTC_USDT, "101");
        final long marked = new LedgerSnapshot(books.ledger).digest();
        assertNotEquals(before, marked);
        books.sell(1, "0.000000000000000001", "100");
        assertNotEquals(marked, new LedgerSnapshot(books.ledger).digest());
    }

    @Test
    void remembersWhichIdsWereBooked()
    {
        define(books);
        books.trade(1, Side.BUY, "1", "100");
        TestBooks.name(books.trade, "T-1");
        books.booked(books.trade);
        final TestBooks loaded = new TestBooksOver(records(books.ledger)).books;
        assertEquals(Repeat.SAME, loaded.ledger.repeat(books.trade));
        books.trade.qty().parse("2");
        assertEquals(Repeat.OTHER, loaded.ledger.repeat(books.trade));
    }

    @Test
    void refusesARecordThatIsNotTheLedgers()
    {
        final UnsafeBuffer buffer = new UnsafeBuffer(new byte[1024]);
        final NewOrderEncoder order = new NewOrderEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        final Exception error = assertThrows(IllegalArgumentException.class, () ->
            new LedgerSnapshot(books.ledger).load(buffer, 0, order.encodedLength()));
        assertTrue(error.getMessage().contains("templateId=1"), error.getMessage());
    }

    private static void define(final TestBooks books)
    {
        books.account(1, FeePolicy.EXPENSE, Oversell.FLIP).account(2, FeePolicy.CAPITALISE, Oversell.FLIP)
            .account(3, FeePolicy.EXPENSE, Oversell.REJECT);
    }

    static void history(final TestBooks books, final Random random, final int bookings)
    {
        for (int i = 0; i < bookings; i++)
        {
            final int account = 1 + random.nextInt(3);
            final String qty = (1 + random.nextInt(9_999)) + "." + random.nextInt(99_999);
            final String price = String.valueOf(1 + random.nextInt(50_000));
            switch (random.nextInt(6))
            {
                case 0 -> books.deposit(account, TestBooks.BTC, qty, price);
                case 1 -> books.mark(TestBooks.BTC_USDT, price);
                case 2 -> books.deposit(account, TestBooks.BNB, "1." + random.nextInt(9), price);
                case 3 ->
                {
                    final int to = 1 + account % 3;
                    books.transfer(account, to, TestBooks.BTC, qty, "0." + random.nextInt(9)).costAsset(TestBooks.USDT);
                    if (books.ledger.check(books.transfer) == RejectReason.NONE)
                    {
                        books.ledger.book(books.transfer);
                    }
                }
                default ->
                {
                    books.trade(account, random.nextBoolean() ? Side.BUY : Side.SELL, qty, price)
                        .tradeTimeNs(1 + random.nextInt(40));
                    books.fee("0.00" + (1 + random.nextInt(9)), 1 + random.nextInt(3));
                    TestBooks.name(books.trade, "T-" + random.nextInt(1_000_000));
                    if (books.ledger.check(books.trade) == RejectReason.NONE)
                    {
                        books.ledger.book(books.trade);
                    }
                }
            }
        }
    }

    private static List<String> records(final Ledger ledger)
    {
        final List<String> records = new ArrayList<>();
        new LedgerSnapshot(ledger).write((buffer, offset, length) ->
        {
            final byte[] bytes = new byte[length];
            buffer.getBytes(offset, bytes);
            records.add(HexFormat.of().formatHex(bytes));
        });
        return records;
    }

    /** Loads records into an empty ledger. */
    private static final class TestBooksOver
    {
        private final TestBooks books;

        private TestBooksOver(final List<String> records)
        {
            final RecordingEvents events = new RecordingEvents();
            books = new TestBooks(events, new Ledger(events, LedgerSizes.SMALL));
            final LedgerSnapshot snapshot = new LedgerSnapshot(books.ledger);
            for (final String record : records)
            {
                final byte[] bytes = HexFormat.of().parseHex(record);
                snapshot.load(new UnsafeBuffer(bytes), 0, bytes.length);
            }
        }
    }
}
