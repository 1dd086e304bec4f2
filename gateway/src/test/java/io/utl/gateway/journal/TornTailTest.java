package io.utl.gateway.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.utl.codecs.frame.CommandFrame;
import io.utl.gateway.journal.JournalDirectory.Stream;
import io.utl.gateway.journal.JournalFixture.Place;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was appended but not forced may be torn by a loss of power: it is told and ignored, never taken as whole. */
final class TornTailTest
{
    private static final int FORCED = 10;
    private static final int APPENDED = 13;

    @TempDir
    private Path root;

    /** Ten forced commands and three that are only appended. */
    private List<Place> appendBehindTheMark() throws IOException
    {
        final Recovered recovered = JournalFixture.open(root);
        JournalFixture.feed(recovered, FORCED);
        final TestMessages messages = new TestMessages();
        final UnsafeBuffer buffer = new UnsafeBuffer(new byte[1024]);
        final CommandFrame frame = new CommandFrame().wrap(buffer, 0);
        for (long sequence = FORCED + 1; sequence <= APPENDED; sequence++)
        {
            frame.message(messages.buffer(), 0, messages.asset((int)sequence)).sequence(sequence)
                .timeNs(JournalFixture.TIME + sequence);
            recovered.commandJournal().append(RecordKind.COMMAND, sequence, 0, frame.timeNs(), buffer, 0,
                frame.frameLength());
            recovered.machine().onCommand(frame);
        }
        recovered.close();
        return JournalFixture.places(root, Stream.COMMANDS);
    }

    @Test
    void readsToTheLastGoodRecordWhereverTheTailIsCut() throws IOException
    {
        final List<Place> places = appendBehindTheMark();
        final Place last = places.get(places.size() - 1);
        final long from = places.get(places.size() - 3).position();
        try (RandomAccessFile file = new RandomAccessFile(last.file().toFile(), "rw"))
        {
            for (long cut = last.end() - 1; cut >= from; cut--)
            {
                file.setLength(cut);
                final long length = cut;
                final long good = places.stream().filter(place -> place.end() <= length).count() - 1;
                assertEquals(good, JournalFixture.readAll(root, Stream.COMMANDS).position().sequence(),
                    "cut at " + cut);
            }
            file.setLength(from - 1);
            final CorruptJournalException refusal = assertThrows(CorruptJournalException.class,
                () -> JournalFixture.readAll(root, Stream.COMMANDS));
            assertEquals(FORCED, refusal.sequence(), "the mark says it was forced");
        }
    }

    @Test
    void zeroedBytesBehindTheMarkAreATornTailWhicheverTheyAre() throws IOException
    {
        final List<Place> places = appendBehindTheMark();
        for (final Place place : places.subList(places.size() - 3, places.size()))
        {
            for (int at = 0; at < place.length() + 4; at++)
            {
                final byte[] original = JournalFixture.read(place.file(), place.position() + at, 1);
                JournalFixture.write(place.file(), place.position() + at, new byte[]{(byte)~original[0]});
                final JournalEnd end = JournalFixture.readAll(root, Stream.COMMANDS);
                assertEquals(place.name().sequence() - 1, end.position().sequence(), "byte " + at);
                JournalFixture.write(place.file(), place.position() + at, original);
            }
        }
    }

    @Test
    void theNextStartSaysSoGoesOnBehindTheLastGoodRecordAndVoidsTheRest() throws IOException
    {
        final List<Place> places = appendBehindTheMark();
        final Place torn = places.get(places.size() - 2);
        JournalFixture.write(torn.file(), torn.position() + 60, new byte[]{77});
        final Recovered next = JournalFixture.open(root);
        assertEquals(APPENDED - 2, next.lastSequence());
        assertTrue(next.notes().contains("torn tail after seq=11"), next.notes());
        assertEquals(2, next.epoch());
        JournalFixture.feed(next, 5);
        next.closeClean();
        final JournalEnd end = JournalFixture.readAll(root, Stream.COMMANDS);
        assertEquals(APPENDED - 2 + 5, end.position().sequence());
        assertEquals("", end.tail(), "what an older epoch holds behind the place the next one follows is void");
    }
}
