package io.utl.gateway.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.utl.gateway.journal.JournalDirectory.Stream;
import io.utl.gateway.journal.JournalFixture.Place;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done to the bytes of a journal is found, or was done outside its records. */
final class JournalDamageTest
{
    private static final int COMMANDS = 60;

    @TempDir
    private Path root;

    private List<Place> commands;

    @BeforeEach
    void writeTwoEpochs() throws IOException
    {
        JournalFixture.run(root, 20, true);
        JournalFixture.run(root, COMMANDS - 20, true);
        commands = JournalFixture.places(root, Stream.COMMANDS);
        assertEquals(COMMANDS + 2, commands.size());
    }

    private CorruptJournalException corruption()
    {
        return assertThrows(CorruptJournalException.class, () -> JournalFixture.readAll(root, Stream.COMMANDS));
    }

    private Place place(final long sequence)
    {
        return commands.stream().filter(place -> place.name().sequence() == sequence && isCommand(place)).findFirst()
            .orElseThrow();
    }

    private static boolean isCommand(final Place place)
    {
        return JournalFixture.read(place.file(), place.position() + 4 + 3, 1)[0] != RecordKind.HEAD.code();
    }

    @Test
    void anUndamagedJournalReadsToItsEnd()
    {
        final JournalEnd end = JournalFixture.readAll(root, Stream.COMMANDS);
        assertEquals(COMMANDS, end.position().sequence());
        assertEquals("", end.tail());
        assertTrue(end.clean());
    }

    @Test
    void everyFlippedBitOfEveryRecordIsFoundAndItsSequenceNamed()
    {
        final long seed = System.nanoTime();
        System.out.println("seed " + seed);
        final Random random = new Random(seed);
        for (int i = 0; i < 400; i++)
        {
            final Place place = commands.get(random.nextInt(commands.size()));
            final int at = random.nextInt(place.length());
            final byte[] original = JournalFixture.read(place.file(), place.position() + 4 + at, 1);
            JournalFixture.write(place.file(), place.position() + 4 + at,
                new byte[]{(byte)(original[0] ^ 1 << random.nextInt(8))});
            final CorruptJournalException found = corruption();
            final long expected = isHeadOf(place) ? place.name().sequence() + 1 : place.name().sequence();
            assertEquals(isHeadOf(place) ? 0 : expected, isHeadOf(place) ? 0 : found.sequence(), "seed " + seed);
            JournalFixture.write(place.file(), place.position() + 4 + at, original);
        }
        assertEquals(COMMANDS, JournalFixture.readAll(root, Stream.COMMANDS).position().sequence());
    }

    private boolean isHeadOf(final Place place)
    {
        return commands.indexOf(place) == 0 || commands.indexOf(place) == 21;
    }

    @Test
    void aFlippedBitAnywhereIsFoundOrChangesNoRecord() throws IOException
    {
        final long seed = System.nanoTime();
        System.out.println("seed " + seed);
        final Random random = new Random(seed);
        int outside = 0;
        for (int i = 0; i < 300; i++)
        {
            final Path file = commands.get(random.nextInt(commands.size())).file();
            final long written = commands.stream().filter(place -> place.file().equals(file)).mapToLong(Place::end)
                .max().orElseThrow();
            final long at = i % 2 == 0 ? random.nextInt((int)written) :
                commands.get(random.nextInt(commands.size())).position() + random.nextInt(4);
            final byte[] original = JournalFixture.read(file, at, 1);
            JournalFixture.write(file, at, new byte[]{(byte)(original[0] ^ 1 << random.nextInt(8))});
            try
            {
                final JournalEnd end = JournalFixture.readAll(root, Stream.COMMANDS);
                assertEquals(COMMANDS, end.position().sequence(), "seed " + seed + " byte " + at);
                outside++;
            }
            catch (final CorruptJournalException e)
            {
                assertTrue(e.getMessage().contains("seq="), e.getMessage());
            }
            JournalFixture.write(file, at, original);
        }
        System.out.println(outside + " of 300 flips fell outside records");
    }

    @Test
    void aCutFileIsCorruptWhereverItIsCut() throws IOException
    {
        final Path last = commands.get(commands.size() - 1).file();
        final byte[] whole = Files.readAllBytes(last);
        for (final long sequence : new long[]{21, 37, COMMANDS})
        {
            final Place place = place(sequence);
            for (final long cut : new long[]{place.position(), place.position() + 2, place.position() + 9,
                place.end() - 1})
            {
                try (RandomAccessFile file = new RandomAccessFile(last.toFile(), "rw"))
                {
                    file.setLength(cut);
                }
                assertEquals(sequence, corruption().sequence(), "cut at " + cut);
                Files.write(last, whole);
            }
        }
    }

    @Test
    void aZeroedPageIsCorrupt()
    {
        final Place place = place(30);
        JournalFixture.write(place.file(), place.position(), new byte[4096]);
        assertEquals(30, corruption().sequence());
    }

    @Test
    void aMissingFileAMissingEpochAndAMissingMarkAreCorrupt() throws IOException
    {
        final Path first = commands.get(0).file();
        final Path second = commands.get(commands.size() - 1).file();
        for (final Path file : List.of(first, second))
        {
            final Path aside = root.resolve("aside");
            Files.move(file, aside);
            assertTrue(corruption().getMessage().contains("head"), "file of an epoch");
            Files.move(aside, file);
            final Path folder = file.getParent();
            Files.move(folder, aside);
            assertTrue(corruption().getMessage().contains("epoch"), "folder of an epoch");
            Files.move(aside, folder);
        }
        Files.delete(new JournalDirectory(root).mark(Stream.COMMANDS));
        assertTrue(corruption().getMessage().contains("mark"));
    }

    @Test
    void swappedAndDoubledRecordsAreCorrupt()
    {
        final Place one = place(31);
        final Place two = place(32);
        assertEquals(one.length(), two.length());
        final byte[] a = JournalFixture.read(one.file(), one.position(), one.length() + 4);
        final byte[] b = JournalFixture.read(two.file(), two.position(), two.length() + 4);
        JournalFixture.write(one.file(), one.position(), b);
        JournalFixture.write(two.file(), two.position(), a);
        assertEquals(31, corruption().sequence(), "swapped");
        JournalFixture.write(one.file(), one.position(), a);
        assertEquals(32, corruption().sequence(), "doubled");
        JournalFixture.write(two.file(), two.position(), b);
        assertEquals(COMMANDS, JournalFixture.readAll(root, Stream.COMMANDS).position().sequence());
    }

    @Test
    void aRecordPutInAnewWithAFittingChecksumStillDoesNotFitItsSuccessor()
    {
        final Place place = place(40);
        final byte[] record = JournalFixture.read(place.file(), place.position() + 4, place.length());
        final byte[] forged = Arrays.copyOf(record, record.length);
        forged[forged.length - 1] ^= 1;
        final ByteBuffer bytes = ByteBuffer.allocateDirect(forged.length);
        bytes.put(forged).clear();
        final Place before = place(39);
        final int previous = new UnsafeBuffer(
            JournalFixture.read(before.file(), before.position() + 4, before.length())).getInt(4);
        final int crc = new RecordFlyweight().checksum(previous, bytes, 0, forged.length);
        new UnsafeBuffer(forged).putInt(4, crc);
        JournalFixture.write(place.file(), place.position() + 4, forged);
        assertEquals(41, corruption().sequence());
    }

    @Test
    void damageOfTheEventJournalIsFoundToo()
    {
        final List<Place> events = JournalFixture.places(root, Stream.EVENTS);
        final Place place = events.get(events.size() / 2);
        final byte[] original = JournalFixture.read(place.file(), place.position() + 40, 1);
        JournalFixture.write(place.file(), place.position() + 40, new byte[]{(byte)(original[0] ^ 4)});
        assertThrows(CorruptJournalException.class, () -> JournalFixture.readAll(root, Stream.EVENTS));
    }

    @Test
    void nothingIsStartedOnACorruptJournalAndNothingIsChanged() throws IOException
    {
        final Place place = place(25);
        JournalFixture.write(place.file(), place.position() + 30, new byte[]{99});
        assertThrows(CorruptJournalException.class, () -> JournalFixture.open(root));
        assertEquals(2, new JournalDirectory(root).epochs(Stream.COMMANDS).size());
        assertEquals(2, new JournalDirectory(root).epochs(Stream.EVENTS).size());
        assertFalse(DirectoryLock.isHeld(new JournalDirectory(root)), "the lock is given back");
    }
}
