package io.utl.gateway.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The two calls that make bytes durable; a seam so that tests can let them fail. Thread: any; both wait for the device.
 */
public interface Disk
{
    /** Forces with the operating system. */
    Disk SYSTEM = new Disk()
    {
        @Override
        public void force(final FileChannel channel) throws IOException
        {
            channel.force(false);
        }

        @Override
        public void forceDirectory(final Path directory) throws IOException
        {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ))
            {
                channel.force(true);
            }
        }
    };

    /** Forces all dirty pages of the file, also those written through a mapping. */
    void force(FileChannel channel) throws IOException;

    /** Forces the names in a directory. */
    void forceDirectory(Path directory) throws IOException;
}
