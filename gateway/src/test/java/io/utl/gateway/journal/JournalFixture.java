package io.utl.gateway.journal;

import io.utl.codecs.frame.CommandFrame;
import io.utl.codecs.frame.EventFrame;
import io.utl.codecs.frame.EventSink;
import io.utl.gateway.journal.JournalDirectory.Stream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;

/** Writes both journals of a directory without rings and threads, and finds, copies and damages their bytes. */
final class JournalFixture
{
    static final long TIME = 1_800_000_000_000_000_000L;

    /** Where a record lies: document header at position, then length bytes. */
    record Place(Path file, long position, int length, Position name)
    {
        long end()
        {
            return position + Integer.BYTES + length;
        }
    }

    private JournalFixture()
    {
    }

    static JournalSettings settings()
    {
        return JournalSettings.of("test-build", 42).withBlockSize(1 << 16);
    }

    /** One start that journals and applies commands, and ends cleanly or as if killed. */
    static Recovered run(final Path root, final int commands, final boolean clean) throws IOException
    {
        final Recovered recovered = open(root);
        feed(recovered, commands);
        if (clean)
        {
            recovered.snapshots().write(recovered.machine());
            recovered.closeClean();
        }
        else
        {
            recovered.close();
        }
        return recovered;
    }

    static Recovered open(final Path root) throws IOException
    {
        return new Recovery(new JournalDirectory(root), settings(), SummingMachine::new).bootId("boot-1").run(TIME);
    }

    /** Journals and applies commands; the last is a checkpoint. */
    static void feed(final Recovered recovered, final int commands)
    {
        recovered.events().target(new Written(recovered.eventJournal()));
        final TestMessages messages = new TestMessages();
        final UnsafeBuffer buffer = new UnsafeBuffer(new byte[1024]);
        final CommandFrame frame = new CommandFrame().wrap(buffer, 0);
        for (int i = 1; i <= commands; i++)
        {
            final long sequence = recovered.machine().lastSequence() + 1;
            final int length = i == commands ? messages.checkpoint() : i % 10 == 0 ? messages.alive() :
                messages.asset(i);
            frame.message(messages.buffer(), 0, length).session(3).sequence(sequence).timeNs(TIME + sequence)
                .ingressNs(5);
            recovered.commandJournal().append(i == commands ? RecordKind.CHECKPOINT : RecordKind.COMMAND, sequence, 0,
                frame.timeNs(), buffer, 0, frame.frameLength());
            recovered.machine().onCommand(frame);
        }
        recovered.commandJournal().force();
        recovered.eventJournal().force();
    }

    /** A sink that writes straight to an event journal. */
    static final class Written implements EventSink
    {
        private final Journal journal;
        private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[EventFrame.MAX_LENGTH]);
        private final EventFrame frame = new EventFrame();

        Written(final Journal journal)
        {
            this.journal = journal;
        }

        @Override
        public EventFrame claim()
        {
            return frame.wrap(buffer, 0);
        }

        @Override
        public void commit()
        {
            journal.append(RecordKind.EVENT, frame.sequence(), frame.index(), frame.timeNs(), buffer, 0,
                frame.frameLength());
        }

        @Override
        public void publish()
        {
            // Written one by one.
        }
    }

    /** All records of one journal, heads included, in order. */
    static List<Place> places(final Path root, final Stream stream)
    {
        final List<Place> places = new ArrayList<>();
        final JournalDirectory directory = new JournalDirectory(root);
        try
        {
            for (final long epoch : directory.epochs(stream))
            {
                for (final Path file : JournalDirectory.files(directory.epoch(stream, epoch)))
                {
                    places(file, stream, places);
                }
            }
            return places;
        }
        catch (final IOException e)
        {
            throw new IllegalStateException(e);
        }
    }

    private static void places(final Path file, final Stream stream, final List<Place> into) throws IOException
    {
        try (SegmentScanner scanner = new SegmentScanner(file, SegmentScanner.newWindow()))
        {
            while (scanner.next() == SegmentScanner.Found.DOCUMENT)
            {
                final int frame = scanner.documentOffset() + RecordFlyweight.PREFIX_LENGTH;
                final boolean event = stream == Stream.EVENTS &&
                    RecordFlyweight.kindCode(scanner.buffer(), scanner.documentOffset()) == RecordKind.EVENT.code();
                into.add(new Place(file, scanner.documentPosition(), scanner.documentLength(),
                    new Position(scanner.buffer().getLong(frame + CommandFrame.SEQUENCE_OFFSET),
                        event ? scanner.buffer().getInt(frame + EventFrame.INDEX_OFFSET) : 0)));
            }
        }
    }

    static void copy(final Path from, final Path to) throws IOException
    {
        Files.walkFileTree(from, new SimpleFileVisitor<>()
        {
            @Override
            public FileVisitResult preVisitDirectory(final Path folder, final BasicFileAttributes attributes)
                throws IOException
            {
                Files.createDirectories(to.resolve(from.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(final Path file, final BasicFileAttributes attributes) throws IOException
            {
                Files.copy(file, to.resolve(from.relativize(file)));
                return FileVisitResult.CONTINUE;
            }
        });
    }

    static byte[] read(final Path file, final long position, final int length)
    {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ))
        {
            final ByteBuffer bytes = ByteBuffer.allocate(length);
            while (bytes.hasRemaining() && channel.read(bytes, position + bytes.position()) > 0)
            {
                continue;
            }
            return bytes.array();
        }
        catch (final IOException e)
        {
            throw new IllegalStateException(e);
        }
    }

    static void write(final Path file, final long position, final byte[] bytes)
    {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE))
        {
            channel.write(ByteBuffer.wrap(bytes), position);
        }
        catch (final IOException e)
        {
            throw new IllegalStateException(e);
        }
    }

    /** Reads a whole journal as without a live owner; returns the position reached and the tail. */
    static JournalEnd readAll(final Path root, final Stream stream)
    {
        return JournalEnd.read(new JournalDirectory(root), stream, Long.MAX_VALUE);
    }
}
