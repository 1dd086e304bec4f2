package io.utl.gateway.acceptance;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/** A copy of a data directory whose command journal can be damaged as a disk, a person or another build would. */
final class DamagedCopy
{
    /** Bytes of a record before its frame, and of a frame before its message. */
    private static final int PREFIX = 16;
    private static final int FRAME_HEADER = 32;
    private static final int HEAD_LENGTH = PREFIX + FRAME_HEADER + 112;
    private static final int SCHEMA_VERSION = PREFIX + FRAME_HEADER + 28;
    private static final int SEQUENCE = PREFIX + 8;
    private static final byte[] MAGIC = {'T', 'U', 1};

    private final Path directory;
    private final Path file;

    DamagedCopy(final Path from, final Path to) throws IOException
    {
        directory = to;
        try (Stream<Path> all = Files.walk(from))
        {
            for (final Path each : all.collect(Collectors.toList()))
            {
                Files.copy(each, to.resolve(from.relativize(each).toString()));
            }
        }
        try (Stream<Path> files = Files.list(to.resolve("journal").resolve("000001")))
        {
            file = files.filter(each -> each.toString().endsWith(".cq4")).findFirst().orElseThrow();
        }
    }

    String directory()
    {
        return directory.toString();
    }

    Path file()
    {
        return file;
    }

    void flipOneBit(final long sequence) throws IOException
    {
        final byte[] bytes = Files.readAllBytes(file);
        bytes[record(bytes, sequence) + PREFIX + FRAME_HEADER + 9] ^= 4;
        Files.write(file, bytes);
    }

    void cutInside(final long sequence) throws IOException
    {
        final byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, record(bytes, sequence) + PREFIX + 3));
    }

    /** As a build with a newer schema would have begun it: the checksum is right. */
    void headOfSchemaVersion(final int version) throws IOException
    {
        final byte[] bytes = Files.readAllBytes(file);
        final int head = record(bytes, 0);
        final ByteBuffer view = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        view.putInt(head + SCHEMA_VERSION, version);
        final CRC32C crc = new CRC32C();
        crc.update(new byte[4], 0, 4);
        crc.update(bytes, head, 4);
        crc.update(new byte[4], 0, 4);
        crc.update(bytes, head + 8, HEAD_LENGTH - 8);
        view.putInt(head + 4, (int)crc.getValue());
        Files.write(file, bytes);
    }

    private static int record(final byte[] bytes, final long sequence)
    {
        final ByteBuffer view = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i + HEAD_LENGTH < bytes.length; i++)
        {
            if (Arrays.equals(bytes, i, i + 3, MAGIC, 0, 3) && view.getLong(i + 8) == 0 &&
                view.getLong(i + SEQUENCE) == sequence)
            {
                return i;
            }
        }
        throw new IllegalStateException("no record " + sequence + " among " + bytes.length + " bytes");
    }
}
