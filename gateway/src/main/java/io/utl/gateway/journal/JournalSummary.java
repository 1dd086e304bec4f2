package io.utl.gateway.journal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What one pass over a journal finds, every record checked: for {@code describe}, {@code verify} and the first lines of
 * a replay.
 *
 * @param epochs  one entry for each epoch read.
 * @param last    position of the last good record.
 * @param crc     its checksum.
 * @param timeNs  its time, nanoseconds since the Unix epoch.
 * @param records records but heads.
 * @param tail    torn tail as a sentence, or empty.
 * @param mark    the high-water mark; null if the journal is empty.
 * @param live    true if the directory has a live owner: reading stopped at the mark.
 */
public record JournalSummary(List<Epoch> epochs, Position last, int crc, long timeNs, long records, String tail,
    HighWaterMark.State mark, boolean live)
{
    /**
     * One epoch.
     *
     * @param head        its head.
     * @param files       data files.
     * @param records     records but the head.
     * @param first       position of the first of them, null if there is none.
     * @param last        position of the last of them, null if there is none.
     * @param firstTimeNs time of the first.
     * @param lastTimeNs  time of the last.
     */
    public record Epoch(Head head, List<Path> files, long records, Position first, Position last, long firstTimeNs,
        long lastTimeNs)
    {
    }

    /**
     * Reads all of it.
     *
     * @throws CorruptJournalException naming sequence and file.
     */
    public static JournalSummary read(final JournalDirectory directory, final JournalDirectory.Stream stream)
    {
        final List<Epoch> epochs = new ArrayList<>();
        long total = 0;
        try (JournalReader reader = JournalReader.open(directory, stream))
        {
            Head head = null;
            Position first = null;
            Position last = null;
            long firstTimeNs = 0;
            long lastTimeNs = 0;
            long records = 0;
            while (reader.next())
            {
                if (reader.kind() == RecordKind.HEAD)
                {
                    add(epochs, directory, stream, head, records, first, last, firstTimeNs, lastTimeNs);
                    head = reader.head();
                    first = null;
                    last = null;
                    records = 0;
                    continue;
                }
                last = reader.position();
                lastTimeNs = reader.timeNs();
                if (first == null)
                {
                    first = last;
                    firstTimeNs = lastTimeNs;
                }
                records++;
                total++;
            }
            add(epochs, directory, stream, head, records, first, last, firstTimeNs, lastTimeNs);
            return new JournalSummary(List.copyOf(epochs), reader.position(), reader.crc(), reader.timeNs(), total,
                reader.tail(), reader.mark(), reader.live());
        }
    }

    private static void add(final List<Epoch> epochs, final JournalDirectory directory,
        final JournalDirectory.Stream stream, final Head head, final long records, final Position first,
        final Position last, final long firstTimeNs, final long lastTimeNs)
    {
        if (head != null)
        {
            final List<Path> files = JournalDirectory.files(directory.epoch(stream, head.epoch()));
            epochs.add(new Epoch(head, files, records, first, last, firstTimeNs, lastTimeNs));
        }
    }

    /** Data files of all epochs. */
    public int files()
    {
        return epochs.stream().mapToInt(epoch -> epoch.files().size()).sum();
    }
}
