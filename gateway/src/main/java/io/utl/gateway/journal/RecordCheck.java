package io.utl.gateway.journal;

import io.utl.codecs.frame.CommandFrame;
import io.utl.codecs.frame.EventFrame;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Judges whether a document is the record that must follow the one before: magic, format, kind, length, checksum seeded
 * by its predecessor, sequence and time. Holds the position reached.
 */
final class RecordCheck
{
    private final JournalDirectory.Stream stream;
    private final RecordFlyweight record = new RecordFlyweight();
    private RecordKind kind;
    private long sequence;
    private int index;
    private int crc;
    private long timeNs;
    private boolean sawHead;

    RecordCheck(final JournalDirectory.Stream stream)
    {
        this.stream = stream;
    }

    void beginEpoch()
    {
        sawHead = false;
    }

    /** Takes the document if it fits; otherwise says why not and stays where it was. Empty: it fits. */
    String accept(final SegmentScanner scanner, final Head head)
    {
        final UnsafeBuffer buffer = scanner.buffer();
        final int offset = scanner.documentOffset();
        final int length = scanner.documentLength();
        final int frame = offset + RecordFlyweight.PREFIX_LENGTH;
        if (length < RecordFlyweight.PREFIX_LENGTH + CommandFrame.HEADER_LENGTH)
        {
            return "a record of " + length + " bytes is too short";
        }
        if (RecordFlyweight.magic(buffer, offset) != RecordFlyweight.MAGIC)
        {
            return "no record begins at byte " + scanner.documentPosition();
        }
        final int expected = record.checksum(sawHead ? crc : head.lastCrc(), scanner.bytes(), offset, length);
        if (expected != RecordFlyweight.crc(buffer, offset))
        {
            return "checksum is " + Integer.toHexString(RecordFlyweight.crc(buffer, offset)) + ", must be " +
                Integer.toHexString(expected) + " at byte " + scanner.documentPosition();
        }
        final RecordKind found = RecordKind.of(RecordFlyweight.kindCode(buffer, offset));
        if (found == null || RecordFlyweight.format(buffer, offset) != RecordFlyweight.FORMAT || !belongs(found))
        {
            return "record of kind " + RecordFlyweight.kindCode(buffer, offset) + " has no place here";
        }
        if (length != RecordFlyweight.PREFIX_LENGTH + found.frameHeaderLength() + buffer.getInt(frame))
        {
            return "frame length " + buffer.getInt(frame) + " does not fill a record of " + length + " bytes";
        }
        return take(found, buffer, frame, RecordFlyweight.crc(buffer, offset));
    }

    private boolean belongs(final RecordKind found)
    {
        if (!sawHead)
        {
            return found == RecordKind.HEAD;
        }
        final boolean event = found == RecordKind.EVENT;
        return found != RecordKind.HEAD && event == (stream == JournalDirectory.Stream.EVENTS);
    }

    private String take(final RecordKind found, final UnsafeBuffer buffer, final int frame, final int recordCrc)
    {
        final long nextSequence = buffer.getLong(frame + CommandFrame.SEQUENCE_OFFSET);
        final int nextIndex = found == RecordKind.EVENT ? buffer.getInt(frame + EventFrame.INDEX_OFFSET) : index;
        final long nextTimeNs = buffer.getLong(
            frame + (found == RecordKind.EVENT ? EventFrame.TIME_OFFSET : CommandFrame.TIME_OFFSET));
        if (found == RecordKind.EVENT)
        {
            final boolean follows = nextSequence == sequence && nextIndex == index + 1 ||
                nextSequence > sequence && nextIndex == 0;
            if (!follows)
            {
                return "event " + nextSequence + "/" + nextIndex + " does not follow " + sequence + "/" + index;
            }
        }
        else if (found != RecordKind.HEAD && nextSequence != sequence + 1)
        {
            return "sequence " + nextSequence + " does not follow " + sequence;
        }
        if (found != RecordKind.HEAD && nextTimeNs < timeNs)
        {
            return "time " + nextTimeNs + " ns lies before " + timeNs + " ns";
        }
        kind = found;
        sequence = nextSequence;
        index = nextIndex;
        timeNs = Math.max(timeNs, nextTimeNs);
        crc = recordCrc;
        sawHead = true;
        return "";
    }

    RecordKind kind()
    {
        return kind;
    }

    boolean sawHead()
    {
        return sawHead;
    }

    Position position()
    {
        return new Position(sequence, index);
    }

    /** Sequence that a reader looks for next: of commands the next one, of events the one last seen. */
    long nextSequence()
    {
        return stream == JournalDirectory.Stream.EVENTS ? Math.max(1, sequence) : sequence + 1;
    }

    int crc()
    {
        return crc;
    }

    long timeNs()
    {
        return timeNs;
    }
}
