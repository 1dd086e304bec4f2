package io.utl.gateway.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Times, frames and printed messages. */
final class FixTextTest
{
    private static final DateTimeFormatter REFERENCE =
        DateTimeFormatter.ofPattern("yyyyMMdd-HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);

    @Test
    void writesAndReadsTimesAsTheCalendarOfTheJdkDoes()
    {
        final long seed = System.nanoTime();
        System.out.println("seed " + seed);
        final Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++)
        {
            final long seconds = random.nextLong(4_000_000_000L) + 100_000_000L;
            final long nanos = random.nextLong(1_000_000L) * 1_000;
            final String text = REFERENCE.format(Instant.ofEpochSecond(seconds, nanos));
            assertEquals(text, FixTime.format(seconds * 1_000_000_000L + nanos));
            assertEquals(seconds * 1_000_000_000L + nanos, FixTime.parse(text), text);
        }
        assertEquals(FixTime.parse("20240229-00:00:00") + 86_400_000_000_000L, FixTime.endOfDay("20240229"));
        assertEquals(FixTime.parse("20240229-00:00:00.5"), FixTime.parse("20240229-00:00:00.500000000"));
    }

    @Test
    void refusesTextThatIsNoTime()
    {
        for (final String text : new String[] {"", "20260101", "20260101 00:00:00", "20260230-00:00:00",
            "20260101-24:00:00", "20260101-00:00:00.", "20260101-00:00:00.1234567890", "2026010a-00:00:00",
            "99990101-00:00:00"})
        {
            assertThrows(DateTimeException.class, () -> FixTime.parse(text), text);
        }
        assertThrows(DateTimeException.class, () -> FixTime.endOfDay("2026010"));
    }

    @Test
    void findsTheEndOfAMessageWhateverPieceOfItIsThere()
    {
        final byte[] whole = RawClient.message("35=A|34=1|49=FUND1|56=UTL|98=0|").replace('|', '\001')
            .getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < whole.length; i++)
        {
            assertEquals(Framing.MORE, Framing.messageLength(whole, i, 4_096), "after " + i);
        }
        assertEquals(whole.length, Framing.messageLength(whole, whole.length, 4_096));
        assertEquals(Framing.GARBAGE, Framing.messageLength(whole, whole.length, whole.length - 1));
        for (int i = 0; i < whole.length; i++)
        {
            final byte[] flipped = whole.clone();
            flipped[i] ^= 1;
            final int length = Framing.messageLength(flipped, flipped.length, 4_096);
            assertTrue(length == Framing.GARBAGE || length == Framing.MORE, "flipped byte " + i + " gives " + length);
        }
    }

    @Test
    void tellsAHugeLengthFromAGoodOneByItsFirstBytes()
    {
        final byte[] huge = "8=FIX.4.4\0019=65537\001".getBytes(StandardCharsets.US_ASCII);
        final byte[] good = "8=FIX.4.4\0019=65536\001".getBytes(StandardCharsets.US_ASCII);
        final byte[] endless = "8=FIX.4.4\0019=111111111111111111111".getBytes(StandardCharsets.US_ASCII);
        assertEquals(65_537, Framing.announcedAbove(huge, huge.length, 65_536));
        assertEquals(0, Framing.announcedAbove(huge, huge.length - 1, 65_536), "more digits may come");
        assertEquals(111_111_111_111_111_111L, Framing.announcedAbove(endless, endless.length, 65_536));
        assertEquals(0, Framing.announcedAbove(good, good.length, 65_536));
        assertEquals(0, Framing.announcedAbove(huge, 10, 65_536));
    }

    @Test
    void printsABarForTheDelimiterAndNoSecret()
    {
        assertEquals("35=A|553=FUND1|554=***|96=***|10=001|",
            FixText.readable("35=A\001553=FUND1\001554=demo\00196=sig\00110=001\001"));
        assertEquals("FUND1 (session 1, account FUND1)", FixServer.FUND1.toString());
    }
}
