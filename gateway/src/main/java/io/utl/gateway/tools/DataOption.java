package io.utl.gateway.tools;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which data directory a verb reads that only looks: it takes no lock, so the gateway may run on it. */
final class DataOption
{
    @Option(names = "--data", paramLabel = "DIR", defaultValue = "./var",
        description = "Data directory (./var); may be live or killed.")
    private Path directory;

    Path directory()
    {
        return directory;
    }
}
