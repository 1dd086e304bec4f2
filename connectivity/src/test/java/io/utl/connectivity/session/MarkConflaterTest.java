package io.utl.connectivity.session;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.MarkDecoder;
import io.utl.codecs.sbe.MessageHeaderDecoder;
import io.utl.codecs.sbe.Side;
import io.utl.connectivity.book.OrderBook;
import io.utl.connectivity.venue.ReportOutlet;
import io.utl.connectivity.venue.VenueReports;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

final class MarkConflaterTest
{
    private final List<String> marks = new ArrayList<>();
    private final OrderBook book = new OrderBook();
    private boolean full;
    private final MarkConflater conflater = new MarkConflater("X-Y", new VenueReports("V", new ReportOutlet()
    {
        @Override
        public void fact(final DirectBuffer buffer, final int offset, final int length)
        {
            throw new IllegalStateException("a mark is a sample");
        }

        @Override
        public boolean sample(final DirectBuffer buffer, final int offset, final int length)
        {
            if (!full)
            {
                final MarkDecoder mark =
                    new MarkDecoder().wrapAndApplyHeader(buffer, offset, new MessageHeaderDecoder());
                marks.add(new Amount().get(buffer, mark.offset() + MarkDecoder.bidEncodingOffset()) + " " +
                    new Amount().get(buffer, mark.offset() + MarkDecoder.priceEncodingOffset()));
            }
            return !full;
        }
    }));

    @Test
    void offersWhenTheBestMovedAndEnoughTimePassed()
    {
        best("10", "12");
        assertEquals(0, conflater.moved(book, 1, 1_000, 100));
        assertEquals(0, conflater.moved(book, 1, 1_050, 100));
        best("11", "12");
        assertEquals(40, conflater.moved(book, 1, 1_060, 100));
        best("11.5", "12");
        assertEquals(-1, conflater.moved(book, 1, 1_070, 100));
        assertTrue(conflater.retry(1_100));
        assertEquals(List.of("10 11", "11.5 11.75"), marks);
    }

    @Test
    void aMoveThatIsTakenBackIsNoMark()
    {
        best("10", "12");
        conflater.moved(book, 1, 0, 100);
        best("11", "12");
        conflater.moved(book, 1, 10, 100);
        book.clear();
        best("10", "12");
        conflater.moved(book, 1, 20, 100);
        assertTrue(conflater.retry(100));
        assertEquals(1, marks.size());
    }

    @Test
    void aDroppedMarkIsOfferedAgain()
    {
        full = true;
        best("10", "12");
        assertEquals(100, conflater.moved(book, 1, 0, 100));
        assertFalse(conflater.retry(100));
        assertFalse(conflater.offered());
        full = false;
        assertTrue(conflater.retry(200));
        assertTrue(conflater.offered());
        assertEquals(1, marks.size());
    }

    @Test
    void anInvalidBookVoidsWhatWaitsAndTheNextMarkComesAtOnce()
    {
        best("10", "12");
        conflater.moved(book, 1, 0, 100);
        best("11", "12");
        conflater.moved(book, 1, 1, 100);
        conflater.invalid();
        assertTrue(conflater.retry(100));
        assertEquals(1, marks.size());
        assertEquals(0, conflater.moved(book, 1, 2, 100));
        assertEquals(2, marks.size());
    }

    @Test
    void aBookWithOneSideGivesNoMark()
    {
        book.set(Side.BUY, Amount.of("1"), Amount.of("1"));
        assertEquals(0, conflater.moved(book, 1, 0, 100));
        assertTrue(marks.isEmpty());
    }

    private void best(final String bid, final String ask)
    {
        book.set(Side.BUY, Amount.of(bid), Amount.of("1"));
        book.set(Side.SELL, Amount.of(ask), Amount.of("1"));
    }
}
