package io.utl.gateway.journal;

import io.utl.codecs.frame.CommandFrame;
import io.utl.codecs.frame.EventFrame;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Reads one journal of a data directory from its first record on, over all epochs, checking every checksum, the chain
 * between records and epochs, and the sequence. Takes no lock and writes nothing. On a directory with a live owner it
 * stops at the high-water mark; without one it reads to the last good record.
 * <p>
 * A bad or missing record at or below the mark, or at or below what a later epoch follows, is corruption. Behind that
 * it is a torn tail: told in {@link #tail()}, not read. What lies in an older epoch behind the place the next one
 * follows is void and not looked at.
 * <p>
 * Thread: one. Allocates: per file, not per record. The record is valid until the next call.
 */
public final class JournalReader implements AutoCloseable
{
    private final JournalDirectory directory;
    private final JournalDirectory.Stream stream;
    private final boolean live;
    private final List<EpochList.Epoch> epochs;
    private final ByteBuffer window = SegmentScanner.newWindow();
    private final RecordCheck check;
    private HighWaterMark.State mark;
    private SegmentScanner scanner;
    private List<Path> files = List.of();
    private int fileIndex;
    private int epochIndex = -1;
    private long records;
    private boolean ended;
    private String tail = "";

    private JournalReader(final JournalDirectory directory, final JournalDirectory.Stream stream, final boolean live)
        throws IOException
    {
        this.directory = directory;
        this.stream = stream;
        this.live = live;
        mark = HighWaterMark.read(directory.mark(stream));
        epochs = EpochList.read(directory, stream, mark);
        check = new RecordCheck(stream);
        if (mark == null && !epochs.isEmpty())
        {
            throw new CorruptJournalException(1, directory.mark(stream),
                "the high-water mark is missing or unreadable");
        }
    }

    /** Opens for reading; finds out by itself whether the directory has a live owner. */
    public static JournalReader open(final JournalDirectory directory, final JournalDirectory.Stream stream)
    {
        return open(directory, stream, DirectoryLock.isHeld(directory));
    }

    static JournalReader open(final JournalDirectory directory, final JournalDirectory.Stream stream,
        final boolean live)
    {
        try
        {
            return new JournalReader(directory, stream, live);
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException("cannot read " + directory.stream(stream) + ": " + e.getMessage(), e);
        }
    }

    /**
     * Moves to the next record.
     *
     * @return false at the end of what may be read; on a live directory later calls may find more after
     *         {@link #refresh()}.
     * @throws CorruptJournalException naming sequence and file.
     */
    public boolean next()
    {
        try
        {
            return !ended && advance();
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException("cannot read " + file() + ": " + e.getMessage(), e);
        }
    }

    private boolean advance() throws IOException
    {
        while (true)
        {
            if (epochIndex < 0 || atBoundary())
            {
                if (!openEpoch(epochIndex + 1))
                {
                    return end("");
                }
            }
            if (live && newest() && beyondMark())
            {
                return false;
            }
            final SegmentScanner.Found found = scanner == null ? SegmentScanner.Found.END : scanner.next();
            String problem = found != SegmentScanner.Found.BAD ? "" :
                "no whole record at byte " + scanner.documentPosition();
            if (found == SegmentScanner.Found.DOCUMENT)
            {
                problem = check.accept(scanner, epochs.get(epochIndex).head());
                if (problem.isEmpty())
                {
                    records++;
                    return true;
                }
            }
            else if (found == SegmentScanner.Found.END && openFile(fileIndex + 1))
            {
                continue;
            }
            refuseLoss(problem);
            return end(problem);
        }
    }

    private boolean atBoundary()
    {
        if (newest() || !check.sawHead())
        {
            return false;
        }
        final Head next = epochs.get(epochIndex + 1).head();
        if (next == null || check.position().compareTo(next.last()) < 0)
        {
            return false;
        }
        if (check.crc() != next.lastCrc())
        {
            throw corrupt("its checksum is not the one the next epoch follows");
        }
        return true;
    }

    private boolean beyondMark()
    {
        return mark.epoch() < epochs.get(epochIndex).number() ||
            check.sawHead() && check.position().compareTo(mark.position()) >= 0;
    }

    private void refuseLoss(final String problem)
    {
        final long number = epochs.get(epochIndex).number();
        final boolean followed = !newest();
        if (followed && problem.isEmpty() && epochs.get(epochIndex + 1).head() == null)
        {
            throw new CorruptJournalException(check.nextSequence(), epochs.get(epochIndex + 1).folder(),
                "the head of the epoch cannot be read");
        }
        // That an epoch behind this one is missing altogether is told at the end.
        final boolean forced = mark.epoch() > number ? !problem.isEmpty() : mark.epoch() == number &&
            (!check.sawHead() || check.position().compareTo(mark.position()) < 0);
        if (followed || forced)
        {
            throw corrupt(problem.isEmpty() ? "the record is missing" : problem);
        }
    }

    private boolean end(final String problem)
    {
        ended = true;
        if (mark != null && (epochs.isEmpty() ? mark.epoch() > 0 : mark.epoch() > epoch()))
        {
            throw new CorruptJournalException(check.nextSequence(), directory.epoch(stream, mark.epoch()),
                "the epoch is missing, the mark says it was written up to seq=" + mark.position());
        }
        tail = problem.isEmpty() ? "" : "torn tail after seq=" + check.position() + " in " + file() + ": " + problem;
        return false;
    }

    private boolean openEpoch(final int index) throws IOException
    {
        if (index >= epochs.size())
        {
            return false;
        }
        final EpochList.Epoch epoch = epochs.get(index);
        final long previous = epochIndex < 0 ? 0 : epochs.get(epochIndex).number();
        epochIndex = index;
        closeFile();
        files = JournalDirectory.files(epoch.folder());
        openFile(0);
        if (epoch.head() == null)
        {
            throw corrupt("the head of the epoch cannot be read");
        }
        if (epoch.head().previousEpoch() != previous || !epoch.head().last().equals(check.position()))
        {
            throw corrupt("the head follows seq=" + epoch.head().last() + " of epoch " + epoch.head().previousEpoch() +
                ", but epoch " + previous + " ends at seq=" + check.position());
        }
        check.beginEpoch();
        return true;
    }

    private boolean openFile(final int index) throws IOException
    {
        if (live && index >= files.size())
        {
            files = JournalDirectory.files(epochs.get(epochIndex).folder());
        }
        if (index >= files.size())
        {
            return false;
        }
        closeFile();
        fileIndex = index;
        scanner = new SegmentScanner(files.get(index), window);
        return true;
    }

    private void closeFile() throws IOException
    {
        if (scanner != null)
        {
            scanner.close();
            scanner = null;
        }
    }

    /** On a live directory: looks at the mark again, so that {@link #next()} may go on. */
    public void refresh()
    {
        try
        {
            final HighWaterMark.State newer = HighWaterMark.read(directory.mark(stream));
            mark = newer == null ? mark : newer;
            if (scanner != null)
            {
                // Bytes read ahead before the mark moved may be older than what the mark now promises.
                scanner.forget();
            }
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException("cannot read " + directory.mark(stream) + ": " + e.getMessage(), e);
        }
    }

    private CorruptJournalException corrupt(final String reason)
    {
        return new CorruptJournalException(check.nextSequence(), file(), reason);
    }

    private boolean newest()
    {
        return epochIndex == epochs.size() - 1;
    }

    /** Kind of the record. */
    public RecordKind kind()
    {
        return check.kind();
    }

    /** Window that holds the record; only to be read. */
    public UnsafeBuffer buffer()
    {
        return scanner.buffer();
    }

    /** Where the frame begins in the window. */
    public int frameOffset()
    {
        return scanner.documentOffset() + RecordFlyweight.PREFIX_LENGTH;
    }

    /** Bytes of the frame, header included. */
    public int frameLength()
    {
        return scanner.documentLength() - RecordFlyweight.PREFIX_LENGTH;
    }

    /** Points the frame at a command record. */
    public CommandFrame wrap(final CommandFrame frame)
    {
        return frame.wrap(buffer(), frameOffset());
    }

    /** Points the frame at an event record. */
    public EventFrame wrap(final EventFrame frame)
    {
        return frame.wrap(buffer(), frameOffset());
    }

    /** Head of the epoch being read. */
    public Head head()
    {
        return epochs.get(epochIndex).head();
    }

    /** Position of the last good record, (0, 0) before the first. */
    public Position position()
    {
        return check.position();
    }

    /** Checksum of the last good record. */
    public int crc()
    {
        return check.crc();
    }

    /** Time of the last good record, nanoseconds since the Unix epoch. */
    public long timeNs()
    {
        return check.timeNs();
    }

    /** Number of the epoch being read, 0 before the first. */
    public long epoch()
    {
        return epochIndex < 0 ? 0 : epochs.get(epochIndex).number();
    }

    /** Records read so far, heads included. */
    public long records()
    {
        return records;
    }

    /** File being read, or the folder where one should be. */
    public Path file()
    {
        if (scanner != null)
        {
            return scanner.path();
        }
        return epochIndex < 0 ? directory.stream(stream) : epochs.get(epochIndex).folder();
    }

    /** What was found behind the last good record, as a sentence; empty if nothing was. */
    public String tail()
    {
        return tail;
    }

    /** The mark as last read; null if the journal is empty. */
    public HighWaterMark.State mark()
    {
        return mark;
    }

    /** True if the directory had a live owner when this was opened. */
    public boolean live()
    {
        return live;
    }

    /** True if no epoch was ever begun. */
    public boolean isEmpty()
    {
        return epochs.isEmpty();
    }

    @Override
    public void close()
    {
        try
        {
            closeFile();
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException("cannot close " + file(), e);
        }
    }
}
