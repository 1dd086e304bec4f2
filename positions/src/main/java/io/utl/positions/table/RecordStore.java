package io.utl.positions.table;

import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Records of one length, numbered from 0, in chunks. Growing adds a chunk: no record moves, no index changes.
 * <p>
 * Thread: one. Allocates: a chunk when the records given room for at construction are used up.
 */
final class RecordStore
{
    private static final int LARGEST_CHUNK = 4_096;

    private final int recordLength;
    private final int chunkShift;
    private final int chunkMask;
    private UnsafeBuffer[] chunks;
    private int chunkCount;
    private int size;

    /**
     * @param recordLength bytes of a record.
     * @param expected     records to give room for at once; also decides how large a chunk is.
     */
    RecordStore(final int recordLength, final int expected)
    {
        this.recordLength = recordLength;
        final int chunkRecords = Math.min(LARGEST_CHUNK, Integer.highestOneBit(Math.max(16, expected) * 2 - 1));
        chunkMask = chunkRecords - 1;
        chunkShift = Integer.numberOfTrailingZeros(chunkRecords);
        final int wanted = Math.max(1, expected + chunkMask >>> chunkShift);
        chunks = new UnsafeBuffer[wanted];
        while (chunkCount < wanted)
        {
            addChunk();
        }
    }

    /** Records in use. */
    public int size()
    {
        return size;
    }

    /** Appends a record of zeros and returns its index. */
    int append()
    {
        if (size >>> chunkShift == chunkCount)
        {
            addChunk();
        }
        return size++;
    }

    /** The buffer that holds record {@code index}. */
    public MutableDirectBuffer buffer(final int index)
    {
        return chunks[index >>> chunkShift];
    }

    /** Where record {@code index} begins in {@link #buffer}. */
    public int offset(final int index)
    {
        return (index & chunkMask) * recordLength;
    }

    private void addChunk()
    {
        if (chunkCount == chunks.length)
        {
            final UnsafeBuffer[] more = new UnsafeBuffer[chunks.length * 2];
            System.arraycopy(chunks, 0, more, 0, chunkCount);
            chunks = more;
        }
        chunks[chunkCount++] = new UnsafeBuffer(new byte[recordLength << chunkShift]);
    }
}
