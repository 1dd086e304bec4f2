package io.utl.gateway.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Walks the documents of one Chronicle data file by their 4-byte headers, with plain reads: it takes no lock, maps
 * nothing (a mapping over a cut file would fault) and trusts no index. What a document holds is judged by the caller.
 * <pre>
 *   header, little endian at a multiple of 4:  bit 31 not complete | bit 30 metadata | bits 0-29 length of what follows
 * </pre>
 * Thread: one. Allocates: at opening.
 */
final class SegmentScanner implements AutoCloseable
{
    /** What {@link #next()} found. */
    enum Found
    {
        /** A document of data. */
        DOCUMENT,
        /** Zeros, the end-of-file header, or the end of the file. */
        END,
        /** A header that no record can have, or a document never completed. */
        BAD
    }

    private static final int NOT_COMPLETE = 1 << 31;
    private static final int METADATA = 1 << 30;
    private static final int LENGTH_MASK = METADATA - 1;
    private static final int END_OF_FILE = NOT_COMPLETE | METADATA;
    private static final int WINDOW_LENGTH = 1 << 18;

    private final Path path;
    private final FileChannel channel;
    private final ByteBuffer window;
    private final UnsafeBuffer buffer;
    private long windowStart;
    private int windowLength;
    private long position;
    private int documentOffset;
    private int documentLength;

    SegmentScanner(final Path path, final ByteBuffer window) throws IOException
    {
        this.path = path;
        this.window = window;
        buffer = new UnsafeBuffer(window);
        channel = FileChannel.open(path, StandardOpenOption.READ);
    }

    static ByteBuffer newWindow()
    {
        return ByteBuffer.allocateDirect(WINDOW_LENGTH);
    }

    Path path()
    {
        return path;
    }

    /** Window in which the document lies; valid until the next call. */
    UnsafeBuffer buffer()
    {
        return buffer;
    }

    ByteBuffer bytes()
    {
        return window;
    }

    int documentOffset()
    {
        return documentOffset;
    }

    int documentLength()
    {
        return documentLength;
    }

    /** Place in the file of the header last looked at. */
    long documentPosition()
    {
        return documentLength < 0 ? position : position - Integer.BYTES;
    }

    /** Finds the next document of data; after anything but a document it stays where it is and can be asked again. */
    Found next() throws IOException
    {
        while (true)
        {
            final long at = align(documentLength < 0 ? position : position + documentLength);
            if (!ensure(at, Integer.BYTES))
            {
                return stay(at, Found.END);
            }
            final int header = buffer.getInt((int)(at - windowStart));
            if (header == 0 || header == END_OF_FILE)
            {
                return stay(at, Found.END);
            }
            final int length = header & LENGTH_MASK;
            if ((header & METADATA) != 0)
            {
                position = at + Integer.BYTES;
                documentLength = length;
                continue;
            }
            if ((header & NOT_COMPLETE) != 0 || length > RecordFlyweight.MAX_LENGTH ||
                !ensure(at, Integer.BYTES + length))
            {
                return stay(at, Found.BAD);
            }
            documentOffset = (int)(at - windowStart) + Integer.BYTES;
            documentLength = length;
            position = at + Integer.BYTES;
            return Found.DOCUMENT;
        }
    }

    /** What was read ahead is read again: a live writer may have gone on. The present document stays readable. */
    void forget()
    {
        windowLength = 0;
    }

    private Found stay(final long at, final Found found)
    {
        position = at;
        documentLength = -1;
        forget();
        return found;
    }

    private boolean ensure(final long at, final int length) throws IOException
    {
        if (at >= windowStart && at + length <= windowStart + windowLength)
        {
            return true;
        }
        window.clear();
        windowStart = at;
        windowLength = 0;
        while (window.hasRemaining())
        {
            final int read = channel.read(window, at + windowLength);
            if (read <= 0)
            {
                break;
            }
            windowLength += read;
        }
        window.clear();
        return windowLength >= length;
    }

    private static long align(final long at)
    {
        return at + 3 & ~3L;
    }

    @Override
    public void close() throws IOException
    {
        channel.close();
    }
}
