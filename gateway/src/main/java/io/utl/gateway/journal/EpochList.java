package io.utl.gateway.journal;

import io.utl.codecs.frame.CommandFrame;
import io.utl.codecs.sbe.MessageHeaderDecoder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The epochs of one journal as their folders and heads tell them. An epoch that died before its head was written is
 * left out; one whose head is unreadable although something followed it stays, so that reading names the loss.
 */
final class EpochList
{
    private static final int HEAD_FRAME_LENGTH = CommandFrame.HEADER_LENGTH + Head.LENGTH;
    private static final int LAST_CRC_OFFSET = CommandFrame.HEADER_LENGTH + 20;

    /**
     * One epoch.
     *
     * @param number of its folder.
     * @param folder that holds its files.
     * @param head   its first record, or null if that cannot be read.
     */
    record Epoch(long number, Path folder, Head head)
    {
    }

    private EpochList()
    {
    }

    static List<Epoch> read(final JournalDirectory directory, final JournalDirectory.Stream stream,
        final HighWaterMark.State mark) throws IOException
    {
        final List<Epoch> epochs = new ArrayList<>();
        final ByteBuffer window = SegmentScanner.newWindow();
        for (final long number : directory.epochs(stream))
        {
            final Path folder = directory.epoch(stream, number);
            epochs.add(new Epoch(number, folder, head(folder, window)));
        }
        for (int i = epochs.size() - 1; i >= 0; i--)
        {
            final Epoch epoch = epochs.get(i);
            final boolean newest = i == epochs.size() - 1;
            final boolean neverBegan = newest ?
                mark != null && mark.epoch() < epoch.number() :
                epochs.get(i + 1).head() != null && epochs.get(i + 1).head().previousEpoch() < epoch.number();
            if (epoch.head() == null && neverBegan)
            {
                epochs.remove(i);
            }
        }
        return List.copyOf(epochs);
    }

    /** Head of the epoch, or null if its first record is no whole head. */
    private static Head head(final Path folder, final ByteBuffer window) throws IOException
    {
        final List<Path> files = JournalDirectory.files(folder);
        if (files.isEmpty())
        {
            return null;
        }
        try (SegmentScanner scanner = new SegmentScanner(files.get(0), window))
        {
            if (scanner.next() != SegmentScanner.Found.DOCUMENT)
            {
                return null;
            }
            final int offset = scanner.documentOffset();
            final int frame = offset + RecordFlyweight.PREFIX_LENGTH;
            final var buffer = scanner.buffer();
            if (scanner.documentLength() < RecordFlyweight.PREFIX_LENGTH + HEAD_FRAME_LENGTH ||
                RecordFlyweight.magic(buffer, offset) != RecordFlyweight.MAGIC ||
                RecordFlyweight.kindCode(buffer, offset) != RecordKind.HEAD.code())
            {
                return null;
            }
            final int crc = new RecordFlyweight().checksum(buffer.getInt(frame + LAST_CRC_OFFSET), scanner.bytes(),
                offset, scanner.documentLength());
            if (crc != RecordFlyweight.crc(buffer, offset))
            {
                return null;
            }
            final Head head = Head.decode(buffer, frame);
            refuseOtherVersion(files.get(0), RecordFlyweight.format(buffer, offset), head);
            return head;
        }
    }

    private static void refuseOtherVersion(final Path file, final int format, final Head head)
    {
        if (format != RecordFlyweight.FORMAT || head.schemaId() != MessageHeaderDecoder.SCHEMA_ID ||
            head.schemaVersion() > MessageHeaderDecoder.SCHEMA_VERSION)
        {
            throw new JournalVersionException(file,
                "record format " + format + ", schema " + head.schemaId() + " version " + head.schemaVersion() +
                    " by build '" + head.build() + "'",
                "record format " + RecordFlyweight.FORMAT + ", schema " + MessageHeaderDecoder.SCHEMA_ID +
                    " up to version " + MessageHeaderDecoder.SCHEMA_VERSION);
        }
    }
}
