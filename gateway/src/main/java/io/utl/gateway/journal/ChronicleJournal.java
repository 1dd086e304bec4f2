package io.utl.gateway.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import net.openhft.chronicle.bytes.PointerBytesStore;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import net.openhft.chronicle.queue.rollcycles.LargeRollCycles;
import net.openhft.chronicle.wire.DocumentContext;
import org.agrona.BufferUtil;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A journal over Chronicle Queue: one raw excerpt per record, never an object. Chronicle maps and rolls the files (one
 * per UTC day of journal time); format, checksum chain, epochs, force and mark are ours. Its own {@code sync()} is not
 * called: it does nothing in its default mode and logs failures instead of throwing them.
 * <p>
 * A record is encoded whole before the document is opened and written with one copy, since leaving an open document by
 * an exception would commit its half.
 */
final class ChronicleJournal implements Journal
{
    private static final long NS_PER_MS = 1_000_000L;

    private final JournalSettings settings;
    private final Head head;
    private final Path folder;
    private final SingleChronicleQueue queue;
    private final ExcerptAppender appender;
    private final HighWaterMark mark;
    private final RecordFlyweight record = new RecordFlyweight();
    private final UnsafeBuffer staging =
        new UnsafeBuffer(BufferUtil.allocateDirectAligned(RecordFlyweight.MAX_LENGTH, Long.BYTES));
    private final ByteBuffer stagingBytes = staging.byteBuffer().duplicate();
    private final PointerBytesStore store = new PointerBytesStore();
    private final Object forceLock = new Object();
    private volatile long timeMs;
    private volatile long appendedSequence;
    private volatile long forcedSequence;
    private volatile Throwable failure;
    private int appendedIndex;
    private int lastCrc;
    private int cycle = -1;
    private FileChannel file;

    private ChronicleJournal(final JournalDirectory directory, final JournalDirectory.Stream stream, final Head head,
        final JournalSettings settings) throws IOException
    {
        this.settings = settings;
        this.head = head;
        folder = directory.epoch(stream, head.epoch());
        timeMs = head.lastTimeNs() / NS_PER_MS;
        appendedSequence = head.lastSequence();
        appendedIndex = head.lastIndex();
        forcedSequence = head.lastSequence();
        lastCrc = head.lastCrc();
        Files.createDirectories(directory.stream(stream));
        mark = HighWaterMark.open(directory.mark(stream));
        if (head.previousEpoch() == 0)
        {
            mark.write(0, 0, 0, false);
            mark.force(settings.disk());
        }
        Files.createDirectory(folder);
        settings.disk().forceDirectory(directory.stream(stream));
        queue = SingleChronicleQueueBuilder.binary(folder)
            .rollCycle(LargeRollCycles.LARGE_DAILY)
            .blockSize(settings.blockSizeBytes())
            .timeProvider(this::timeMs)
            .build();
        appender = queue.createAppender();
    }

    /**
     * Opens a new epoch: makes its folder, writes and forces its head, moves the mark to it.
     *
     * @param nowNs decides the first file's day, nanoseconds since the Unix epoch; the day never goes back.
     * @throws JournalFailure if that fails, also when the folder is there already: no file is ever appended to twice.
     */
    public static ChronicleJournal open(final JournalDirectory directory, final JournalDirectory.Stream stream,
        final Head head, final long nowNs, final JournalSettings settings)
    {
        try
        {
            final ChronicleJournal journal = new ChronicleJournal(directory, stream, head, settings);
            try
            {
                final UnsafeBuffer frame = new UnsafeBuffer(new byte[512]);
                final int length = head.encode(frame, 0);
                journal.append(RecordKind.HEAD, head.lastSequence(), head.lastIndex(), nowNs, frame, 0, length);
                journal.force();
                return journal;
            }
            catch (final JournalFailure e)
            {
                journal.close();
                throw e;
            }
        }
        catch (final FileAlreadyExistsException e)
        {
            throw new JournalFailure("epoch " + head.epoch() + " is there already: " + e.getMessage() +
                "; a start never appends to an older epoch", e);
        }
        catch (final IOException | UncheckedIOException e)
        {
            throw new JournalFailure("cannot open epoch " + head.epoch() + " below " + directory.stream(stream) + ": " +
                e.getMessage(), e);
        }
    }

    private long timeMs()
    {
        return timeMs;
    }

    @Override
    public void append(final RecordKind kind, final long sequence, final int index, final long timeNs,
        final DirectBuffer buffer, final int offset, final int length)
    {
        refuseAfterFailure();
        if (length > RecordFlyweight.MAX_LENGTH - RecordFlyweight.PREFIX_LENGTH)
        {
            throw new IllegalArgumentException("frame of " + length + " bytes is longer than a record holds, " +
                (RecordFlyweight.MAX_LENGTH - RecordFlyweight.PREFIX_LENGTH));
        }
        RecordFlyweight.writePrefix(staging, 0, kind);
        staging.putBytes(RecordFlyweight.PREFIX_LENGTH, buffer, offset, length);
        final int recordLength = RecordFlyweight.PREFIX_LENGTH + length;
        final int crc = record.checksum(lastCrc, stagingBytes, 0, recordLength);
        RecordFlyweight.crc(staging, 0, crc);
        timeMs = Math.max(timeMs, timeNs / NS_PER_MS);
        try
        {
            writeDocument(recordLength);
            if (appender.cycle() != cycle)
            {
                openFile();
            }
        }
        catch (final Throwable t)
        {
            // Throwable: a full disk surfaces as an InternalError from the mapped write.
            throw fail("record seq=" + sequence + " was not written below " + folder, t);
        }
        lastCrc = crc;
        appendedIndex = index;
        appendedSequence = sequence;
    }

    private void writeDocument(final int recordLength)
    {
        store.set(staging.addressOffset(), recordLength);
        final DocumentContext document = appender.writingDocument();
        try
        {
            document.wire().bytes().write(store, 0L, (long)recordLength);
        }
        catch (final Throwable t)
        {
            document.rollbackOnClose();
            throw t;
        }
        finally
        {
            document.close();
        }
    }

    private void openFile() throws IOException
    {
        synchronized (forceLock)
        {
            if (file != null)
            {
                settings.disk().force(file);
                file.close();
            }
            file = FileChannel.open(appender.currentFile().toPath(), StandardOpenOption.READ, StandardOpenOption.WRITE);
            settings.disk().force(file);
            settings.disk().forceDirectory(folder);
            cycle = appender.cycle();
        }
    }

    @Override
    public void force()
    {
        refuseAfterFailure();
        final long sequence = appendedSequence;
        final int index = appendedIndex;
        try
        {
            forceTo(sequence, index, false);
        }
        catch (final IOException e)
        {
            throw fail("force up to seq=" + sequence + " failed below " + folder, e);
        }
    }

    private void forceTo(final long sequence, final int index, final boolean clean) throws IOException
    {
        synchronized (forceLock)
        {
            settings.disk().force(file);
            mark.write(head.epoch(), sequence, index, clean);
            forcedSequence = sequence;
        }
    }

    @Override
    public void forceMark()
    {
        refuseAfterFailure();
        try
        {
            // Outside the lock: it must not hold up a force of the journal itself.
            mark.force(settings.disk());
        }
        catch (final IOException e)
        {
            throw fail("force of the mark beside " + folder + " failed", e);
        }
    }

    @Override
    public void adopt()
    {
        appender.singleThreadedCheckReset();
    }

    @Override
    public Position lastAppended()
    {
        return new Position(appendedSequence, appendedIndex);
    }

    @Override
    public long lastAppendedSequence()
    {
        return appendedSequence;
    }

    @Override
    public long lastForcedSequence()
    {
        return forcedSequence;
    }

    @Override
    public void closeClean()
    {
        refuseAfterFailure();
        try
        {
            forceTo(appendedSequence, appendedIndex, true);
            mark.force(settings.disk());
        }
        catch (final IOException e)
        {
            throw fail("clean end of " + folder + " could not be forced", e);
        }
        close();
    }

    @Override
    public void close()
    {
        synchronized (forceLock)
        {
            appender.singleThreadedCheckReset();
            appender.close();
            queue.close();
            try
            {
                if (file != null)
                {
                    file.close();
                }
                mark.close();
            }
            catch (final IOException e)
            {
                throw new JournalFailure("cannot close " + folder, e);
            }
        }
    }

    private JournalFailure fail(final String what, final Throwable cause)
    {
        failure = cause;
        return new JournalFailure(what + ": " + cause.getMessage() + "; the process stops here, nothing is tried again",
            cause);
    }

    private void refuseAfterFailure()
    {
        if (failure != null)
        {
            throw new JournalFailure("journal " + folder + " failed before and takes nothing more", failure);
        }
    }
}
